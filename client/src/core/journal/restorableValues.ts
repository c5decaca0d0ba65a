// What undoes an update without undoing anything else: only fields that still have the value that was
// sent get their previous one. A value that someone else has set since is left and named.
import { canHave, ownValueAt } from '../../../../server/src/protocol/canHave';
import { valueAt, type JsonObject } from '../../../../server/src/protocol/json';
import { sameValue } from '../../../../server/src/protocol/sameValue';
import { leavesOf } from '../model/compareRemote';
import type { JournalEntry } from './journalEntry';
import { oldValues } from './oldValues';

/** The update that is undone, and the connection as it is now. */
export interface SentValues extends Pick<JournalEntry, 'sent' | 'secrets'> {
  /** The response to the GET before the update. */
  readonly before: JsonObject;
  /** The response to a GET now. */
  readonly remote: JsonObject;
}

/** What can be restored of an update. Fields are named by their labels. */
export interface RestorableValues {
  /** Previous values of fields that still have the value that was sent; without secrets. */
  readonly body: JsonObject;
  /** The fields in `body`, with those that lost their value by the update without being sent. */
  readonly fields: readonly string[];
  /**
   * Fields that someone else has changed: they have neither the value that was sent nor the previous
   * one, or can't have the previous one since another field was changed.
   */
  readonly leftAlone: readonly string[];
  /** Pointers of secrets that were sent: neither the present nor the previous ones can be read. */
  readonly secrets: readonly string[];
  /** Fields that still have the value that was sent and had no readable one before. */
  readonly absent: readonly string[];
}

/** Decides for each field that was sent. Fields that have their previous value again are in no list. */
export function restorableValues({ sent, secrets, before, remote }: SentValues): RestorableValues {
  const moved = leavesOf(sent).filter(
    ({ pointer }) =>
      !secrets.includes(pointer) &&
      !sameValue(pointer, valueAt(remote, pointer), valueAt(before, pointer)) &&
      !sameValue(pointer, ownValueAt(remote, pointer), ownValueAt(before, pointer)),
  );
  const isUntouched = ({ pointer, value }: (typeof moved)[number]): boolean => {
    const now = valueAt(remote, pointer);
    // What only follows from another field is nobody's decision.
    return sameValue(pointer, value, now) || !canHave(remote, pointer, now);
  };
  const untouched = moved.filter(isUntouched).map(({ pointer }) => pointer);
  const { body, fields, impossible, absent } = oldValues(untouched, before, remote);
  const others = moved.filter((leaf) => !isUntouched(leaf)).map(({ label }) => label);
  return { body, fields, leftAlone: [...others, ...impossible], secrets, absent };
}
