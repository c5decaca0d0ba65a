// The values that an update replaced, as far as they were known right before it.
import type { JournalEntry } from './journalEntry';
import { overlaid } from './oldValues';
import { restorableValues, type RestorableValues } from './restorableValues';

/**
 * What undoes an update if nobody changes anything in the meantime. Undefined when the connection had
 * not been read before the update.
 */
export function previousValues({
  sent,
  secrets,
  before,
}: Pick<JournalEntry, 'sent' | 'secrets' | 'before'>): RestorableValues | undefined {
  return before === undefined
    ? undefined
    : restorableValues({ sent, secrets, before, remote: overlaid(before, sent) });
}
