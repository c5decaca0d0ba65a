// Shows a rejection where it belongs: at the fields of the file that the response names.
import type { Context } from '../redaction/context';
import { secretPointers } from '../secrets/maskedBody';
import { fieldsInMessage } from './fieldsInMessage';
import { shortText } from '../model/visibleText';
import type { SendUpdateOutcome } from '../apply/outcome';
import type { ConfirmedUpdate } from '../apply/apply';

/** In characters; the response document shows all of it. */
const longestMessage = 300;

/** What comes after this many characters isn't a sentence about a field. */
const longestSearched = 2000;

/** These statuses are about the caller or the service, whatever the message contains. */
const notAboutFields: ReadonlySet<number> = new Set([401, 403, 407, 429]);

/** Removes the marks of an earlier answer to the same document. */
export function clearMarks({ answerMarks }: Context, { place, update }: ConfirmedUpdate): void {
  answerMarks.show({ uri: place.uri, version: update.version, range: update.range }, []);
}

/** Marks what a rejection names. Without a code it didn't come from the API; such a page can contain any word. */
export function markAnswer(
  { answerMarks }: Context,
  { place, update }: ConfirmedUpdate,
  outcome: SendUpdateOutcome,
): void {
  if (
    outcome.kind !== 'answered' ||
    outcome.verdict !== 'rejected' ||
    outcome.explanation?.code === undefined ||
    outcome.explanation.message === undefined ||
    notAboutFields.has(outcome.status)
  ) {
    return;
  }
  const { code, message, advice } = outcome.explanation;
  const { places, body } = update;
  const fields = fieldsInMessage(message.slice(0, longestSearched), {
    places,
    body,
    sensitive: secretPointers(update),
  });
  const text = `The service rejected the update: ${shortText(message, longestMessage)}. ${advice.meaning}`;
  answerMarks.show(
    { uri: place.uri, version: update.version, range: update.range },
    fields.map(({ range }) => ({ range, code, message: text })),
  );
}
