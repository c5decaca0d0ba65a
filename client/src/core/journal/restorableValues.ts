// What undoes an update without undoing anything else: only fields that still have the value that was
// sent get their previous one. A value that someone else has set since is left and named.
import { joinItems } from '../../../../server/src/protocol/joinItems';
import { valueAt, withValueAt, type JsonObject } from '../../../../server/src/protocol/json';
import { sameValue } from '../../../../server/src/protocol/sameValue';
import { leavesOf } from '../model/compareRemote';
import { mask } from '../redaction/redactor';
import type { JournalEntry } from './journalEntry';

/** The update that is undone, and the connection as it is now. */
export interface SentValues extends Pick<JournalEntry, 'sent' | 'secrets'> {
  /** The response to the GET before the update. */
  readonly before: JsonObject;
  /** The response to a GET now. */
  readonly remote: JsonObject;
}

/** What can be restored of an update. */
export interface RestorableValues {
  /** Previous values of fields that still have the value that was sent; without secrets. */
  readonly body: JsonObject;
  /** Labels of the fields in `body`. */
  readonly fields: readonly string[];
  /** Labels of fields that have neither the value that was sent nor the previous one. */
  readonly leftAlone: readonly string[];
  /** Pointers of secrets that were sent: neither the present nor the previous ones can be read. */
  readonly secrets: readonly string[];
  /** Labels of fields that still have the value that was sent and had no readable one before. */
  readonly absent: readonly string[];
}

/** Decides for each field that was sent. Fields that have their previous value again are in no list. */
export function restorableValues({ sent, secrets, before, remote }: SentValues): RestorableValues {
  let body: JsonObject = {};
  const [fields, leftAlone, absent]: [string[], string[], string[]] = [[], [], []];
  for (const { pointer, label, value } of leavesOf(sent)) {
    const [old, now] = [valueAt(before, pointer), valueAt(remote, pointer)];
    if (secrets.includes(pointer) || sameValue(pointer, now, old)) {
      continue;
    }
    if (!sameValue(pointer, value, now)) {
      leftAlone.push(label);
    } else if (old === undefined || JSON.stringify(old).includes(mask)) {
      absent.push(label);
    } else {
      body = withValueAt(body, pointer, joinItems(pointer, old));
      fields.push(label);
    }
  }
  return { body, fields, leftAlone, secrets, absent };
}
