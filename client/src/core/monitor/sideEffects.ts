// What changed without being sent. Changing a key in the console once reset the dead peer detection of the
// same connection; what has happened once is checked after every update.
import type { JsonObject } from '../../../../server/src/protocol/messages';
import { canHave } from '../../../../server/src/protocol/canHave';
import { valueAt } from '../../../../server/src/protocol/json';
import { sameValue } from '../../../../server/src/protocol/sameValue';
import { leavesOf, type Leaf } from '../model/compareRemote';

/** A field that was not sent and is not what it was. */
export interface SideEffect {
  readonly pointer: string;
  readonly label: string;
  /** Undefined when it was not there. */
  readonly before: Leaf['value'] | undefined;
  readonly after: Leaf['value'] | undefined;
}

/** What changes with every update. */
const expected = /^(?:status|updated_at)$/;

/** Compares the answers to a GET before and after the update, below the member that was sent. */
export function sideEffects(
  before: JsonObject,
  after: JsonObject,
  sent: JsonObject,
): readonly SideEffect[] {
  const sentPointers = leavesOf(sent).map(({ pointer }) => pointer);
  const members = Object.keys(sent).map((member) => `/${member}/`);
  const isConcerned = ({ pointer, label }: Leaf): boolean =>
    members.some((member) => pointer.startsWith(member)) &&
    !expected.test(label) &&
    !sentPointers.some((each) => pointer === each || pointer.startsWith(`${each}/`));
  const found = new Map<string, SideEffect>();
  for (const { pointer, label } of [...leavesOf(before), ...leavesOf(after)].filter(isConcerned)) {
    const [old, now] = [valueAt(before, pointer), valueAt(after, pointer)];
    // A value that came, went or changed with another field is a consequence, not a side effect.
    const isOwn = canHave(before, pointer, old) && canHave(after, pointer, now);
    if (isOwn && !sameValue(pointer, old, now)) {
      found.set(pointer, { pointer, label, before: old, after: now });
    }
  }
  return [...found.values()];
}
