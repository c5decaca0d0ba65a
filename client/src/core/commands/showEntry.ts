// *Show Details* of an entry: everything that was recorded, as a document.
import type { Context } from '../redaction/context';
import { formatJson } from '../redaction/formatJson';
import { mask } from '../redaction/redactor';
import { refused } from '../model/refused';
import type { Result } from '../ports/result';
import { entryGone } from '../journal/entryGone';
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
