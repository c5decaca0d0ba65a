// *Restore Previous Values…* and *Put It Back*: open an update file with values from before. Nothing is
// sent: the file goes the way of every update.
import type { JsonObject, UpdateDraft } from '../../../../server/src/protocol/messages';
import type { Context } from '../redaction/context';
import type { DoneOutcome } from '../model/outcomes';
import { problem, type Problem } from '../model/problem';
import { refused } from '../model/refused';
import { reportDone, reportProblem } from '../ports/report';
import { joinItems } from '../../../../server/src/protocol/joinItems';
import { valueAt, withValueAt } from '../../../../server/src/protocol/json';
import { shortText } from '../model/visibleText';
import { serverSilent } from '../plan/prepareUpdate';
import { askOldSecret, leaveItAsItIs } from '../secrets/askOldSecret';
import { readEntry } from '../journal/journal';
import { titleOf, type JournalEntry } from '../journal/journalEntry';
import { previousValues } from '../journal/previousValues';

/** Opens a file that undoes the update of an entry. */
export function restorePrevious(context: Context, id: string): Promise<DoneOutcome> {
  return reported(context, async () => {
    const entry = await readEntry(context, id);
    const previous = entry === undefined ? undefined : previousValues(entry);
    if (entry === undefined || previous === undefined) {
      return refused(entry === undefined ? entryGone() : nothingKnown());
    }
    const secrets: UpdateDraft['secrets'][number][] = [];
    let { body } = previous;
    for (const pointer of previous.secrets) {
      const chosen = await askOldSecret(context, pointer, leaveItAsItIs);
      if (chosen === undefined) {
        return { kind: 'left' };
      }
      if (chosen.kind === 'named') {
        body = withValueAt(body, pointer, null);
        secrets.push({ pointer, source: 'secret', name: chosen.name });
      }
    }
    if (previous.fields.length + secrets.length === 0) {
      return refused(nothingToRestore());
    }
    const left =
      previous.absent.length === 0 ? '' : ` Had no value before: ${list(previous.absent)}.`;
    const notes = [
      `Restores the values of ${shortText(titleOf(entry), 80)} from before the update of ${timeOf(entry)}.${left}`,
    ];
    return open(context, entry, { body, secrets, notes });
  });
}

/** Opens a file with the values that some fields had before an update that did not send them. */
export function putBack(
  context: Context,
  id: string,
  pointers: readonly string[],
): Promise<DoneOutcome> {
  return reported(context, async () => {
    const entry = await readEntry(context, id);
    if (entry?.before === undefined) {
      return refused(entry === undefined ? entryGone() : nothingKnown());
    }
    let body: JsonObject = {};
    for (const pointer of pointers) {
      const value = valueAt(entry.before, pointer);
      body = value === undefined ? body : withValueAt(body, pointer, joinItems(pointer, value));
    }
    const notes = [
      `Puts back what changed on ${shortText(titleOf(entry), 80)} with the update of ${timeOf(entry)} and was not sent.`,
    ];
    return open(context, entry, { body, secrets: [], notes });
  });
}

async function open(
  context: Context,
  { connection, region }: JournalEntry,
  draft: Pick<UpdateDraft, 'body' | 'secrets' | 'notes'>,
): Promise<DoneOutcome> {
  const { projectId, connectionId } = connection;
  const { server, documents, presenter } = context;
  const written = await server.request('vpnconn/writeUpdate', {
    ...{ projectId, connectionId, ...draft },
    ...(region !== undefined && { region }),
  });
  if ('kind' in written) {
    return refused(serverSilent(context, written));
  }
  await documents.openNew(written.text);
  const left =
    written.leftOut.length === 0
      ? ''
      : ` An update cannot send ${list(written.leftOut)}: see the console for them.`;
  reportDone(
    presenter,
    `The file holds the values from before. Nothing has been sent: look at it and apply it.${left}`,
  );
  return { kind: 'done' };
}

async function reported(
  { presenter }: Context,
  work: () => Promise<DoneOutcome>,
): Promise<DoneOutcome> {
  const outcome = await work();
  if (outcome.kind === 'refused') {
    reportProblem(presenter, outcome.problem);
  }
  return outcome;
}

function list(labels: readonly string[]): string {
  return labels.map((label) => shortText(label, 60)).join(', ');
}

function timeOf({ startedAt }: JournalEntry): string {
  return `${new Date(startedAt).toISOString().slice(0, 19).replace('T', ' ')} UTC`;
}

function entryGone(): Problem {
  return problem(
    'entry-gone',
    'This update is not in the journal any more.',
    'Write the values into a file by hand.',
  );
}

function nothingKnown(): Problem {
  return problem(
    'nothing-known',
    'The connection could not be read before this update, so its previous values are not known.',
    'Look for them in the history of your files.',
  );
}

function nothingToRestore(): Problem {
  return problem(
    'nothing-to-restore',
    'The connection held the same values before this update, so there is nothing to restore.',
    '',
  );
}
