// Compares what was sent with what the connection has, field by field.
import { canHave } from '../../../../server/src/protocol/canHave';
import {
  childPointer,
  isJsonObject,
  pointerSegments,
  valueAt,
  type Json,
  type JsonObject,
} from '../../../../server/src/protocol/json';
import { sameValue } from '../../../../server/src/protocol/sameValue';

/** An update, as the journal keeps it. */
export interface ComparedUpdate {
  readonly sent: JsonObject;
  /** Pointers into `sent` of values that can't be read back. */
  readonly secrets: readonly string[];
  /** The response to the GET before the update. */
  readonly before?: JsonObject;
}

/** Names of the fields below the connection (`ikepolicy.dh_group`), by what was found. */
export interface Comparison {
  readonly equal: readonly string[];
  readonly different: readonly string[];
  /** Secrets, which the service never returns, and values that follow from other fields. */
  readonly unreadable: readonly string[];
  /**
   * Whether the update has been applied, as far as that can be read: a value that the connection had
   * before shows nothing. `unknown`: only values were changed that can't be read back.
   */
  readonly applied: 'yes' | 'no' | 'partly' | 'unknown';
}

/** Compares each scalar and each list of an update with what the connection is now. */
export function compareRemote(update: ComparedUpdate, remote: JsonObject): Comparison {
  const found = { equal: [] as Leaf[], different: [] as Leaf[], unreadable: [] as Leaf[] };
  for (const leaf of leavesOf(update.sent)) {
    found[finding(update, leaf, remote)].push(leaf);
  }
  const labels = (leaves: readonly Leaf[]): readonly string[] => leaves.map(({ label }) => label);
  return {
    equal: labels(found.equal),
    different: labels(found.different),
    unreadable: labels(found.unreadable),
    applied: appliedOf(update, found),
  };
}

/** A value that is compared as a whole: a scalar or a list. */
export interface Leaf {
  readonly pointer: string;
  /** The path below the connection, for example `ikepolicy.dh_group`. */
  readonly label: string;
  readonly value: Json;
}

/** The name of a field for people: its path below the connection. */
export function labelOf(pointer: string): string {
  return pointerSegments(pointer).slice(1).join('.');
}

/** All scalars and lists, however deep in objects. */
export function leavesOf(root: JsonObject): readonly Leaf[] {
  return leaves(root, '');
}

function leaves(value: Json, pointer: string): readonly Leaf[] {
  if (isJsonObject(value)) {
    return Object.entries(value).flatMap(([key, child]) =>
      leaves(child, childPointer(pointer, key)),
    );
  }
  return [{ pointer, label: labelOf(pointer), value }];
}

function finding(
  { secrets }: ComparedUpdate,
  { pointer, value }: Leaf,
  remote: JsonObject,
): 'equal' | 'different' | 'unreadable' {
  if (secrets.some((secret) => secret === pointer || secret.startsWith(`${pointer}/`))) {
    return 'unreadable';
  }
  const now = valueAt(remote, pointer);
  if (sameValue(pointer, value, now)) {
    return 'equal';
  }
  return canHave(remote, pointer, now) ? 'different' : 'unreadable';
}

function appliedOf(
  { before }: ComparedUpdate,
  found: Readonly<Record<'equal' | 'different' | 'unreadable', readonly Leaf[]>>,
): Comparison['applied'] {
  const isChange = ({ pointer, value }: Leaf): boolean =>
    before === undefined || !sameValue(pointer, value, valueAt(before, pointer));
  const arrived = found.equal.some(isChange);
  if (found.different.some(isChange)) {
    return arrived ? 'partly' : 'no';
  }
  if (!arrived && found.unreadable.length > 0) {
    return 'unknown';
  }
  if (found.different.length > 0) {
    return found.equal.length > 0 ? 'partly' : 'no';
  }
  return 'yes';
}
