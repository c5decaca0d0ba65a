// What a confirmation window would send back. It is worked out before the update is sent, because a
// window that cannot restore everything must not be opened.
import type { JsonObject } from '../../../../server/src/protocol/messages';
import type { OldSecretAt } from '../journal/armedWindow';
import type { JournalEntry } from '../journal/journalEntry';
import { previousValues } from '../journal/previousValues';
import { problem, type Problem } from '../model/problem';
import { shortText } from '../model/visibleText';

/** The old values, complete: together the body and the secrets undo the whole update. */
export interface WayBack {
  readonly kind: 'known';
  /** The old values without secrets. */
  readonly body: JsonObject;
  readonly secrets: readonly OldSecretAt[];
}

/** The way back, or why there is none and the update must not be sent in this manner. */
export type WayBackResult = WayBack | { readonly kind: 'refused'; readonly problem: Problem };

/**
 * Works out what undoes an update.
 *
 * @param entry what is going to be sent, and what the connection held right before
 * @param named the names of the old secrets, as far as the user has given them
 */
export function findWayBack(
  entry: Pick<JournalEntry, 'sent' | 'secrets' | 'before'>,
  named: readonly OldSecretAt[],
): WayBackResult {
  const previous = previousValues(entry);
  if (previous === undefined) {
    return refuse(
      'way-back-unknown',
      'The connection could not be read, so its previous values are not known and nothing was sent.',
      'Try again when the connection can be read, or apply without a confirmation window.',
    );
  }
  const secrets = named.filter(({ pointer }) => previous.secrets.includes(pointer));
  if (!previous.secrets.every((pointer) => secrets.some((secret) => secret.pointer === pointer))) {
    return refuse(
      'old-secret-unnamed',
      'The update replaces a secret, and the name of the old one is not known. Without it the previous values cannot be restored, so nothing was sent.',
      'Store the old secret and name it, or apply without a confirmation window.',
    );
  }
  if (previous.absent.length > 0) {
    const labels = previous.absent.map((label) => shortText(label, 60)).join(', ');
    return refuse(
      'no-previous-value',
      `These fields have no readable value now, so none can be restored: ${labels}. Nothing was sent.`,
      'Take them out of the update, or apply without a confirmation window.',
    );
  }
  if (previous.fields.length + secrets.length === 0) {
    return refuse(
      'nothing-to-restore',
      'The connection holds these values already, so there would be nothing to restore. Nothing was sent.',
      '',
    );
  }
  return { kind: 'known', body: previous.body, secrets };
}

function refuse(code: string, message: string, remedy: string): WayBackResult {
  return { kind: 'refused', problem: problem(code, message, remedy) };
}
