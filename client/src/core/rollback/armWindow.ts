// Opens a confirmation window, right before the update is sent. A window that could not restore
// everything by itself is not opened, and then nothing is sent.
import type {
  JsonObject,
  PreparedUpdate,
  ValueCheck,
} from '../../../../server/src/protocol/messages';
import { findCredentials } from '../credentials/findCredentials';
import type { Context } from '../redaction/context';
import type { NewEntry } from '../journal/journal';
import { titleOf } from '../journal/journalEntry';
import { problem, type Problem } from '../model/problem';
import { mask } from '../redaction/redactor';
import { withValueAt } from '../../../../server/src/protocol/json';
import { resolveSecrets } from '../secrets/resolveSecrets';
import { serverSilent } from '../plan/prepareUpdate';
import { shortText } from '../model/visibleText';
import type { ArmedWindow } from '../journal/armedWindow';
import { findWayBack, type WayBack } from './wayBack';
import type { OldSecretAt } from '../journal/armedWindow';
import { alreadyOpen } from '../apply/windowProblems';
import { createWindow, deleteWindow, readWindow, windowIdOf } from '../journal/windowRecords';

/** What the user has said about the window. */
export interface WindowTerms {
  readonly minutes: number;
  readonly secrets: readonly OldSecretToCheck[];
}

/** An old secret, and what its value has to satisfy to be sent again. */
export interface OldSecretToCheck extends OldSecretAt {
  readonly checks?: readonly ValueCheck[];
}

/** Makes sure of the way back and writes it down. A problem means that nothing may be sent. */
export async function armWindow(
  context: Context,
  entry: NewEntry,
  { minutes, secrets }: WindowTerms,
): Promise<Problem | undefined> {
  const wayBack = findWayBack(entry, secrets);
  if (wayBack.kind === 'refused') {
    return wayBack.problem;
  }
  const refused =
    (await unsendable(context, entry, wayBack)) ?? (await unattended(context, entry, secrets));
  if (refused !== undefined) {
    return refused;
  }
  return write(context, {
    id: windowIdOf(context, entry.connection),
    title: titleOf(entry),
    connection: entry.connection,
    armedAt: context.clock.now(),
    minutes,
    body: wayBack.body,
    secrets: wayBack.secrets.map(({ pointer, name }) => ({ pointer, name })),
    state: { kind: 'armed' },
  });
}

/** The way back as a body and the references that are to be filled in. */
export function wayBackUpdate(wayBack: {
  readonly body: JsonObject;
  readonly secrets: readonly OldSecretToCheck[];
}): Pick<PreparedUpdate, 'body' | 'secrets'> {
  const secrets = wayBack.secrets.map((secret) => ({ ...secret, source: 'secret' as const }));
  return { body: maskedWayBack(wayBack), secrets };
}

/** The body of the way back with a mask in place of each secret. */
export function maskedWayBack({ body, secrets }: Pick<WayBack, 'body' | 'secrets'>): JsonObject {
  return secrets.reduce((filled, { pointer }) => withValueAt(filled, pointer, mask), body);
}

/** The old values are checked like any update: what the service refuses cannot be restored. */
async function unsendable(
  context: Context,
  { connection, region }: NewEntry,
  wayBack: WayBack,
): Promise<Problem | undefined> {
  const { projectId, connectionId } = connection;
  const written = await context.server.request('vpnconn/writeUpdate', {
    ...{ projectId, connectionId, notes: [], ...wayBackUpdate(wayBack) },
    ...(region !== undefined && { region }),
  });
  if ('kind' in written) {
    return serverSilent(context, written);
  }
  const left = written.leftOut.map((label) => shortText(label, 60)).join(', ');
  const complaint =
    left === '' ? written.complaint : `No update can send these old values: ${left}.`;
  return complaint === undefined
    ? undefined
    : problem(
        'way-back-unsendable',
        `The previous values could not be sent back by themselves, so nothing was sent. ${complaint}`,
        'Apply without a confirmation window.',
      );
}

/** At the end of the window nobody is asked for anything. */
async function unattended(
  context: Context,
  { connection }: NewEntry,
  secrets: readonly OldSecretToCheck[],
): Promise<Problem | undefined> {
  const found = await findCredentials(connection.target, context);
  if (found.kind !== 'found') {
    return problem(
      'credentials-not-kept',
      'The credentials are not kept on this machine, so nothing could be restored without you and nothing was sent.',
      'Keep them with Sign In or in the environment, or apply without a confirmation window.',
      { kind: 'sign-in' },
    );
  }
  const filled = await resolveSecrets(wayBackUpdate({ body: {}, secrets }), context);
  if (filled.kind !== 'resolved') {
    return filled.problem;
  }
  filled.values.forEach(context.redactor.register);
  return undefined;
}

async function write(context: Context, window: ArmedWindow): Promise<Problem | undefined> {
  const created = await createWindow(context, window);
  if (created === 'exists') {
    return alreadyOpen(window);
  }
  if (created !== 'created') {
    context.log.warn(`The way back cannot be written: ${created.detail}`);
    return unwritten();
  }
  // What is written passes the redactor; a value that it took for a secret could not be restored.
  const read = await readWindow(context, window.id);
  if (JSON.stringify(read?.body) === JSON.stringify(window.body)) {
    return undefined;
  }
  await deleteWindow(context, window.id);
  return unwritten();
}

function unwritten(): Problem {
  return problem(
    'way-back-unwritten',
    'The way back could not be written down on this machine, so nothing was sent.',
    'Make room on the disk, or apply without a confirmation window.',
    { kind: 'show-log' },
  );
}
