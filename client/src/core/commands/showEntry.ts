// *Show Details* of an entry: everything that was recorded, as a document.
import type { Context } from '../redaction/context';
import { formatJson } from '../redaction/formatJson';
import { mask } from '../redaction/redactor';
import { refused } from '../model/refused';
import { done, type Result } from '../ports/result';
import { entryGone } from '../journal/entryGone';
import { responseOf } from '../journal/journalEntry';
import { entryDocument } from '../journal/entryText';
import { deleteEntry, readEntry } from '../journal/journal';

/** The entry as a document. */
export async function showEntry(context: Context, id: string): Promise<Result> {
  const entry = await readEntry(context, id);
  if (entry === undefined) {
    return refused(entryGone());
  }
  const text = entryDocument(context, entry);
  return {
    kind: 'done',
    document: {
      kind: 'response',
      name: `journal ${entry.id}.json`,
      language: 'json',
      text: formatJson(text, { ...context.redactor, mask }) ?? text,
    },
  };
}

/** *Copy Request ID* of an entry, which support asks for. */
export async function copyRequestId(context: Context, id: string): Promise<Result> {
  const entry = await readEntry(context, id);
  if (entry === undefined) {
    return refused(entryGone());
  }
  const requestId = responseOf(entry)?.requestId;
  if (requestId === undefined) {
    return done('This update has no request ID.');
  }
  await context.clipboard.write(requestId);
  return done('Request ID copied.');
}

/** *Remove from History…*: after a question, for good. */
export async function removeEntry(context: Context, id: string): Promise<Result> {
  const entry = await readEntry(context, id);
  const answer = await context.prompts.pick(
    "Remove this entry? You won't be able to restore its previous values.",
    [
      { label: 'Remove', description: '', value: true },
      { label: 'Keep', description: '', value: false },
    ],
  );
  if (entry === undefined || answer !== true) {
    return { kind: 'left' };
  }
  await deleteEntry(context, entry);
  return { kind: 'done' };
}
