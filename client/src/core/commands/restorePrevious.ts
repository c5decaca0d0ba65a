// *Restore Previous Values…* and *Revert Unrequested Changes*: open an update file with previous values.
// Nothing is sent: the file is applied like any other.
import type { UpdateDraft } from '../../../../server/src/protocol/messages';
import type { Context } from '../redaction/context';
import { problem, type Problem } from '../model/problem';
import { updateFileName } from '../model/updateFileName';
import { refused } from '../model/refused';
import { localMoment } from '../ports/localMoment';
import type { Result } from '../ports/result';
import { valueAt, withValueAt, type JsonObject } from '../../../../server/src/protocol/json';
import { sameValue } from '../../../../server/src/protocol/sameValue';
import { shortText } from '../model/visibleText';
import { serverSilent } from '../plan/prepareUpdate';
import { askOldSecret, leaveItAsItIs } from '../secrets/askOldSecret';
import { entryGone } from '../journal/entryGone';
import { readEntry } from '../journal/journal';
import { titleOf, type JournalEntry } from '../journal/journalEntry';
import { oldValues, overlaid } from '../journal/oldValues';
import { restorableValues } from '../journal/restorableValues';
import { currentValues } from './currentValues';

/** Opens a file that undoes the update of an entry, as far as nobody has changed it since. */
export async function restorePrevious(context: Context, id: string): Promise<Result> {
  const known = await readKnown(context, id);
  if (known.kind !== 'known') {
    return known;
  }
  const { entry, before, remote } = known;
  const { body, fields, ...rest } = restorableValues({
    ...entry,
    before,
    remote: remote ?? overlaid(before, entry.sent),
  });
  const secrets = await askSecrets(context, rest.secrets);
  if (secrets === undefined) {
    return { kind: 'left' };
  }
  if (fields.length + secrets.length === 0) {
    return refused(nothingToRestore(rest.leftAlone));
  }
  const first = `Restores ${titleFor(entry)} to its values before the update of ${localMoment(context, entry.startedAt)}.`;
  return open(context, known, {
    ...{ first, secrets, leftAlone: rest.leftAlone, absent: rest.absent },
    body: secrets.reduce((filled, { pointer }) => withValueAt(filled, pointer, null), body),
  });
}

/** Opens a file with the values that some fields had before an update that did not send them. */
export async function putBack(
  context: Context,
  id: string,
  pointers: readonly string[],
): Promise<Result> {
  const known = await readKnown(context, id);
  if (known.kind !== 'known') {
    return known;
  }
  const { entry, before, remote } = known;
  const changed = pointers.filter(
    (pointer) =>
      remote === undefined ||
      !sameValue(pointer, valueAt(remote, pointer), valueAt(before, pointer)),
  );
  const old = oldValues(changed, before, remote ?? overlaid(before, entry.sent));
  if (old.fields.length === 0) {
    return refused(nothingToRestore(old.impossible));
  }
  const first = `Restores what changed on ${titleFor(entry)} with the update of ${localMoment(context, entry.startedAt)} without being part of it.`;
  return open(context, known, {
    ...{ first, body: old.body, secrets: [], leftAlone: old.impossible, absent: old.absent },
  });
}

/** An update, and what is known of its connection. */
interface Known {
  readonly kind: 'known';
  readonly entry: JournalEntry;
  readonly before: JsonObject;
  /** Absent: it can't be read now. */
  readonly remote?: JsonObject;
}

async function readKnown(
  context: Context,
  id: string,
): Promise<Known | Exclude<Result, { readonly kind: 'done' }>> {
  const entry = await readEntry(context, id);
  if (entry?.before === undefined) {
    return refused(entry === undefined ? entryGone() : nothingKnown());
  }
  const now = await currentValues(context, entry.connection);
  if (now.kind === 'cancelled') {
    return { kind: 'left' };
  }
  const { before } = entry;
  return { kind: 'known', entry, before, ...(now.kind === 'read' && { remote: now.remote }) };
}

type References = UpdateDraft['secrets'];

/** Undefined: the user left. */
async function askSecrets(
  context: Context,
  pointers: readonly string[],
): Promise<References | undefined> {
  const secrets: References[number][] = [];
  for (const pointer of pointers) {
    const chosen = await askOldSecret(context, pointer, leaveItAsItIs);
    if (chosen === undefined) {
      return undefined;
    }
    if (chosen.kind === 'named') {
      secrets.push({ pointer, source: 'secret', name: chosen.name });
    }
  }
  return secrets;
}

/** A file to open, with what the user has to know about it. */
interface Restoring extends Pick<UpdateDraft, 'body' | 'secrets'> {
  readonly first: string;
  readonly leftAlone: readonly string[];
  readonly absent: readonly string[];
}

async function open(
  context: Context,
  { entry, remote }: Known,
  { first, body, secrets, leftAlone, absent }: Restoring,
): Promise<Result> {
  const { connection, region } = entry;
  const { projectId, connectionId } = connection;
  const { server, documents } = context;
  const cautions = [
    ...(remote === undefined ? [notRead] : []),
    ...(leftAlone.length === 0
      ? []
      : [`Changed since by someone else, so not in this file: ${list(leftAlone)}.`]),
  ];
  const without = absent.length === 0 ? [] : [`Had no value before: ${list(absent)}.`];
  const written = await server.request('vpnconn/writeUpdate', {
    ...{ projectId, connectionId, body, secrets },
    notes: [first, ...cautions, ...without],
    ...(region !== undefined && { region }),
  });
  if ('kind' in written) {
    return refused(serverSilent(context, written));
  }
  await documents.openNew(written.text, updateFileName(`${titleOf(entry)}-restore`));
  const left =
    written.leftOut.length === 0
      ? []
      : [
          `An update can't send these fields, so use the console for them: ${list(written.leftOut)}.`,
        ];
  const message = {
    severity: cautions.length === 0 ? 'information' : 'warning',
    text: [
      'This file contains the previous values. Nothing has been sent yet; review and apply it.',
      ...cautions,
      ...left,
    ].join(' '),
    actions: [],
  } as const;
  return { kind: 'done', message };
}

const notRead =
  "The connection can't be read now, so values that someone else has changed since may be overwritten.";

function list(labels: readonly string[]): string {
  return labels.map((label) => shortText(label, 60)).join(', ');
}

function nothingKnown(): Problem {
  return problem(
    'nothing-known',
    "The connection couldn't be read before this update, so its previous values aren't known.",
    'Check the history of your files for them.',
  );
}

function nothingToRestore(leftAlone: readonly string[]): Problem {
  return problem(
    'nothing-to-restore',
    leftAlone.length === 0
      ? 'The connection already has the values from before this update.'
      : `Nothing can be restored: someone else has changed these fields since the update: ${list(leftAlone)}.`,
    '',
  );
}

function titleFor(entry: JournalEntry): string {
  return shortText(titleOf(entry), 80);
}
