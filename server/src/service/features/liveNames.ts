// Names of the live account for the identifiers of a file, as far as somebody has listed them.
import type { Range } from 'vscode-languageserver-types';
import type { AccountPlace, LiveResource, LiveResourceKind } from '../../protocol/liveResources';
import { identifierKey } from '../schema/identifiers';
import { table } from '../schema/table';
import type { Snapshot } from '../snapshot';
import { documentsInRange } from './documentsInRange';
import { fieldText } from './fieldText';

/** What has been listed, ready to be asked. */
export class LiveNames {
  readonly #byId: ReadonlyMap<string, LiveResource>;

  /** Of two resources with one identifier the later one counts. */
  constructor(resources: readonly LiveResource[]) {
    this.#byId = new Map(resources.map((each) => [keyOf(each.kind, each.id), each]));
  }

  /** The resource that an identifier means. */
  named(kind: LiveResourceKind, id: string): LiveResource | undefined {
    return this.#byId.get(keyOf(kind, id));
  }

  /**
   * Those of a kind by name, at most some hundred: those of one project, or of all when it is not
   * known which. Projects belong to none.
   */
  ofKind(kind: LiveResourceKind, project: string | undefined): readonly LiveResource[] {
    const isAmong = (each: LiveResource): boolean =>
      each.kind === kind &&
      (project === undefined ||
        each.projectId === undefined ||
        identifierKey(each.projectId) === identifierKey(project));
    return [...this.#byId.values()]
      .filter(isAmong)
      .sort((a, b) => byText(a.name, b.name) || byText(a.id, b.id))
      .slice(0, most);
  }
}

/** Nothing has been listed. */
export const noLiveNames = new LiveNames([]);

/** More than a project can have by its quota, and few enough for a list that is sent at once. */
const most = 500;

/** The projects that the documents of a range name, each once. */
export function accountPlaces(snapshot: Snapshot, range: Range): readonly AccountPlace[] {
  const places = documentsInRange(snapshot, range).map(({ analysis: { root } }) => {
    const projectId = fieldText(root, table.fieldWithRole('project'));
    const region = fieldText(root, table.fieldWithRole('region'));
    return {
      ...(projectId !== undefined && { projectId }),
      ...(region !== undefined && { region }),
    };
  });
  return [...new Map(places.map((place) => [JSON.stringify(place), place])).values()];
}

function keyOf(kind: LiveResourceKind, id: string): string {
  return `${kind} ${identifierKey(id)}`;
}

/** The same order on every machine. */
function byText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
