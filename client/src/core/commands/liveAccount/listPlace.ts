// The resources of the live account for one place: its projects, and those in the project of a document.
import { localTime } from '../../../../../server/src/protocol/localTime';
import type { AccountPlace, LiveResource } from '../../../../../server/src/protocol/liveResources';
import type { Credentials } from '../../model/credentials';
import type { Context } from '../../redaction/context';
import { listResources, type ListQuestion } from '../create/listResources';
import type { CancelSignal } from '../../ports/cancelSignal';
import { findDestination, servedRegion, type Destination } from '../../targets/findDestination';
import { shortText } from '../../model/visibleText';
import { listProjects } from './listProjects';
import { quietCredentials } from './quietCredentials';

/** `refused`: the credentials were not accepted, so asking again would do harm. */
export interface PlaceListing {
  readonly resources: readonly LiveResource[];
  readonly refused: boolean;
}

const nothing: PlaceListing = { resources: [], refused: false };

/** In characters; a name of the API has at most 64. */
const longestName = 80;

/**
 * Lists without a word to the user, whatever comes of it. Only at the selected target: a file that
 * names another region than the target's gets nothing, because it must not decide where credentials go.
 */
export async function listPlace(
  context: Context,
  { projectId, region }: AccountPlace,
  cancel: CancelSignal,
): Promise<PlaceListing> {
  const found = findDestination(undefined, context);
  if (found.kind === 'refused' || isElsewhere(found.destination, region)) {
    return nothing;
  }
  const { destination } = found;
  const credentials = await quietCredentials(context, destination.target, projectId);
  if (credentials === undefined) {
    return nothing;
  }
  const now = context.clock.now();
  const { minute, zone } = localTime(now, context.zone.offsetMinutes(now));
  const listedAt = `${minute} ${zone}`;
  const projects = (await listProjects(context, destination, credentials, cancel)).map(
    ({ id, name }): LiveResource => ({
      ...{ kind: 'project', id, name: shortText(name, longestName), listedAt },
      ...{ status: '', addresses: [] },
    }),
  );
  if (projectId === undefined) {
    return { resources: projects, refused: false };
  }
  const inside = await listProject(context, { destination, credentials, projectId }, cancel);
  const named = inside.resources.map((each) => ({ ...each, projectId, listedAt }));
  return { resources: [...projects, ...named], refused: inside.refused };
}

function isElsewhere({ target, host }: Destination, region: string | undefined): boolean {
  return region !== undefined && target.kind !== 'sandbox' && servedRegion(target, host) !== region;
}

type Unplaced = Omit<LiveResource, 'projectId' | 'listedAt'>;

/** The second list is not asked for when the first one was refused. */
async function listProject(
  context: Context,
  question: {
    readonly destination: Destination;
    readonly credentials: Credentials;
    readonly projectId: string;
  },
  cancel: CancelSignal,
): Promise<{ readonly resources: readonly Unplaced[]; readonly refused: boolean }> {
  const { destination, credentials: login, projectId } = question;
  const collections = [
    ['connection', 'vpn-connection'],
    ['customer-gateway', 'customer-gateways'],
  ] as const satisfies readonly (readonly [Unplaced['kind'], ListQuestion['collection']])[];
  const resources: Unplaced[] = [];
  for (const [kind, collection] of collections) {
    const asked = { collection, destination, login, projectId };
    const list = await listResources(context, asked, cancel);
    if (list.kind === 'refused' && list.problem.code === 'http-401') {
      return { resources, refused: true };
    }
    for (const each of list.kind === 'listed' ? list.resources : []) {
      resources.push({
        ...{ kind, id: each.id, name: shortText(each.name, longestName) },
        status: shortText(each.status, longestName),
        addresses: each.addresses,
      });
    }
  }
  return { resources, refused: false };
}
