// *Show Details* of an entry: everything that was recorded, as a document.
import type { Context } from '../redaction/context';
import { formatJson } from '../redaction/formatJson';
import { mask } from '../redaction/redactor';
import type { DoneOutcome } from '../model/outcomes';
import { reportProblem } from '../ports/report';
import { entryGone } from '../journal/entryGone';
import { entryDocument } from '../journal/entryText';
import { deleteEntry, readEntry } from '../journal/journal';

/** Opens the document. */
export async function showEntry(context: Context, id: string): Promise<DoneOutcome> {
  const entry = await readEntry(context, id);
  if (entry === undefined) {
    const gone = entryGone();
    reportProblem(context.presenter, gone);
    return { kind: 'refused', problem: gone };
  }
  const text = entryDocument(entry);
  await context.presenter.showDocument({
    kind: 'response',
    name: `journal ${entry.id}.json`,
    language: 'json',
    text: formatJson(text, { ...context.redactor, mask }) ?? text,
  });
  return { kind: 'done' };
}

/** *Remove from History…*: after a question, for good. */
export async function removeEntry(context: Context, id: string): Promise<DoneOutcome> {
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
