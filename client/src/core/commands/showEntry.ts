// *Show Details* of an entry: everything that was written down, as a document.
import type { Context } from '../redaction/context';
import { formatJson } from '../redaction/formatJson';
import { mask } from '../redaction/redactor';
import type { DoneOutcome } from '../model/outcomes';
import { problem } from '../model/problem';
import { reportProblem } from '../ports/report';
import { entryDocument } from '../journal/entryText';
import { deleteEntry, readEntry } from '../journal/journal';

/** Opens the document. */
export async function showEntry(context: Context, id: string): Promise<DoneOutcome> {
  const entry = await readEntry(context, id);
  if (entry === undefined) {
    const gone = problem('entry-gone', 'This update is not in the journal any more.', '');
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

/** *Remove from Journal*: after a question, for good. */
export async function removeEntry(context: Context, id: string): Promise<DoneOutcome> {
  const entry = await readEntry(context, id);
  const answer = await context.prompts.pick('Remove this update from the journal?', [
    { label: 'Remove', description: 'its previous values are lost', value: true },
    { label: 'Keep', description: '', value: false },
  ]);
  if (entry === undefined || answer !== true) {
    return { kind: 'left' };
  }
  await deleteEntry(context, entry);
  return { kind: 'done' };
}
