// One attempt to roll back, unattended. It has the shape of `apply/apply.ts`:
//
//   credentials ─ read ─ what still has the sent value ─ secrets ─ journal ─ last check ─ PUT
//               ─ read back when unclear ─ journal
//
// The caller holds the lease of the connection. Nothing is asked of anybody.
import { exchange, type Exchanged } from '../apply/exchange';
import { explanationOf } from '../apply/answer';
import { rollbackUpdate } from '../apply/planRollback';
import { sendingSpanMs } from '../apply/apply';
import type { Advice } from '../cloud/errors/advice';
import { retryAfterMs } from '../cloud/errors/retryAfter';
import { knownRejected } from '../cloud/rejectedCredentials';
import { fetchConnection, type Fetched } from '../cloud/fetchConnection';
import { fillRequest } from '../cloud/fillRequest';
import { isRetryable, rejectsCredentials } from '../cloud/isRetryable';
import { actorOf } from '../credentials/actorOf';
import { findCredentials } from '../credentials/findCredentials';
import { advanceEntry, beginEntry, type NewEntry } from '../journal/journal';
import type { JournalEntry } from '../journal/journalEntry';
import type { PendingRollback } from '../journal/pendingRollback';
import { restorableValues } from '../journal/restorableValues';
import { leavesOf } from '../model/compareRemote';
import { nameOf } from '../model/connectionStatus';
import { secretsOf, type Login } from '../model/credentials';
import type { HttpRequest, HttpResponse } from '../model/httpExchange';
import { problem, type Problem } from '../model/problem';
import type { Context } from '../redaction/context';
import { addressProblem } from '../targets/resolveTarget';
import { resolveSecrets } from '../secrets/resolveSecrets';
import { mayStillSend, type Attempt } from './lastCheck';

/** How it ended. */
export type Attempted =
  /** `leftAlone`: labels of fields that someone else has changed since. */
  | {
      readonly kind: 'restored';
      readonly entry?: JournalEntry;
      readonly leftAlone: readonly string[];
    }
  /** No field that may be restored still has the value that was sent. */
  | { readonly kind: 'unneeded'; readonly leftAlone: readonly string[] }
  /** The cloud works on another change of the connection. */
  | { readonly kind: 'busy' }
  /** It may work in a while; if the service refuses it, perhaps not soon. `waitMs`: what it asks for. */
  | ({
      readonly kind: 'later';
      readonly problem: Problem;
      readonly waitMs?: number;
      readonly isRefused?: boolean;
    } & Sent)
  /** Not before the user does something. `actor`: whose credentials were rejected. */
  | ({ readonly kind: 'waiting'; readonly problem: Problem; readonly actor?: string } & Sent)
  /** This window may not act any longer: another one does, or the user has decided. */
  | { readonly kind: 'left' };

/** Whether the PUT left this machine. */
interface Sent {
  readonly sent: boolean;
}

/** Everything that an attempt needs from the user, without asking anybody. */
export type Readiness =
  | {
      readonly kind: 'ready';
      readonly credentials: Login;
      /** Who sends, in words without a secret. */
      readonly actor: string;
      /** While it stays the same, an attempt that was rejected would be rejected again. */
      readonly key: string;
      /** The same for a record: so short that nobody can find a password by it. */
      readonly fingerprint: string;
    }
  | Extract<Attempted, { readonly kind: 'later' | 'waiting' }>;

/** Finds the credentials and the old secrets. Sends nothing. */
export async function prepareAttempt(
  context: Context,
  { connection, secrets }: PendingRollback,
): Promise<Readiness> {
  const foreign = addressProblem(connection.url, connection.target, context);
  if (foreign !== undefined) {
    return waitFor(foreign);
  }
  const login = await findCredentials(connection.target, context);
  if (login.kind !== 'found') {
    return login.kind === 'later' ? { ...login, sent: false } : waitFor(login.problem);
  }
  const resolved = await resolveSecrets(rollbackUpdate({ body: {}, secrets }), context);
  if (resolved.kind !== 'resolved') {
    return resolved.kind === 'later' ? { ...resolved, sent: false } : waitFor(resolved.problem);
  }
  const { credentials } = login.found;
  secretsOf(credentials).forEach(context.redactor.register);
  const rejected = knownRejected(context, credentials);
  if (rejected !== undefined) {
    return rejected.waitMs === undefined
      ? waitFor(rejected.problem)
      : { ...rejected, kind: 'later', sent: false };
  }
  const settings = context.settings.read();
  const hash = (value: unknown): string => context.crypto.sha256Hex(JSON.stringify(value));
  const key = hash([credentials, resolved.values, settings]);
  const fingerprint = `${hash(credentials).slice(0, 4)} ${hash(settings).slice(0, 8)}`;
  return { kind: 'ready', credentials, actor: actorOf(credentials), key, fingerprint };
}

/** Reads first, so that nothing is sent twice after an answer that was lost. */
export async function attemptRollback(
  context: Context,
  attempt: Attempt,
  credentials: Login,
): Promise<Attempted> {
  const { rollback, stop } = attempt;
  await attempt.lease.beat(sendingSpanMs(context));
  const fetched = await fetchConnection(context, rollback.connection, credentials, stop);
  return fetched.kind === 'fetched' && fetched.status.kind !== 'pending'
    ? send(context, attempt, credentials, fetched)
    : unread(fetched, credentials);
}

async function send(
  context: Context,
  attempt: Attempt,
  credentials: Login,
  { remote }: Extract<Fetched, { readonly kind: 'fetched' }>,
): Promise<Attempted> {
  const { rollback } = attempt;
  // Without knowing what was sent, nothing can be told apart from what someone else has changed.
  const { connection, sent = remote, previous } = rollback;
  const secrets = rollback.secrets.map(({ pointer }) => pointer);
  const restorable = restorableValues({ sent, secrets, before: previous, remote });
  const changed = leavesOf(previous).map(({ label }) => label);
  const leftAlone = restorable.leftAlone.filter((label) => changed.includes(label));
  if (restorable.fields.length + secrets.length === 0) {
    return { kind: 'unneeded', leftAlone };
  }
  const update = rollbackUpdate({ body: restorable.body, secrets: rollback.secrets });
  const { origin, pathname } = new URL(connection.url);
  const filled = await fillRequest(
    context,
    { method: 'PUT', path: pathname, ...update },
    { origin },
  );
  if (filled.kind !== 'filled') {
    return filled.kind === 'later' ? { ...filled, sent: false } : waitFor(filled.problem);
  }
  const name = nameOf(remote);
  const begun = await beginEntry(context, {
    ...{ purpose: 'restore', who: actorOf(credentials), connection, sent: update.body, secrets },
    ...{ before: remote, ...(name !== undefined && { name }) },
  } satisfies NewEntry);
  if (!(await mayStillSend(context, attempt))) {
    await conclude(context, begun, { kind: 'not-sent', sentence: 'Nothing was sent.' });
    return { kind: 'left' };
  }
  const { request, body } = filled;
  attempt.sending();
  const change = { request, body, credentials, connection, secrets, before: remote };
  const exchanged = await exchange(context, change);
  const entry = await conclude(context, begun, exchanged.stage);
  return conclusion(context, exchanged, { leftAlone, login: credentials, request, entry });
}

/** Without room on the disk the pending rollback is the record of what is sent. */
async function conclude(
  context: Context,
  begun: Awaited<ReturnType<typeof beginEntry>>,
  stage: JournalEntry['stage'],
): Promise<JournalEntry | undefined> {
  if (begun.kind === 'begun') {
    return advanceEntry(context, begun.entry, stage);
  }
  context.log.warn(`The rollback isn't in the journal: ${begun.detail}`);
  return undefined;
}

/** What is known besides the response. */
interface Known {
  readonly leftAlone: readonly string[];
  readonly login: Login;
  readonly request: HttpRequest;
  readonly entry: JournalEntry | undefined;
}

function conclusion(context: Context, exchanged: Exchanged, known: Known): Attempted {
  const { answer, cloud, effect } = exchanged;
  const { leftAlone, login, entry } = known;
  if (effect === 'applied') {
    return { kind: 'restored', leftAlone, ...(entry !== undefined && { entry }) };
  }
  if (answer.kind === 'failure') {
    const sent = cloud?.kind !== 'not-sent';
    return answer.obstacle === undefined
      ? { kind: 'later', problem: notRestored(cloud?.sentence ?? ''), sent }
      : hindered(answer.obstacle, login);
  }
  return rejected(context, answer, exchanged, known);
}

function rejected(
  context: Context,
  answer: HttpResponse,
  { effect, cloud }: Exchanged,
  { login, request }: Known,
): Attempted {
  const advice = explanationOf(answer, request)?.advice;
  const meaning = advice?.meaning ?? cloud?.sentence ?? '';
  const waitMs = retryAfterMs(answer, context.clock.now()) ?? advice?.lockedMs;
  const sent = effect !== 'none';
  if (waitMs !== undefined) {
    return { kind: 'later', problem: notRestored(meaning), waitMs, sent };
  }
  // With a password, a 401 means that the token has ended: the next attempt gets another one.
  const isRejected = rejectsCredentials(answer) && login.kind !== 'password';
  if (isRejected || (effect === 'none' && answer.status === 403)) {
    return { kind: 'waiting', problem: notRestored(meaning, advice), actor: actorOf(login), sent };
  }
  return effect === 'none' && !isRetryable(answer)
    ? { kind: 'later', problem: valuesRefused(meaning), isRefused: true, sent }
    : { kind: 'later', problem: notRestored(meaning), sent };
}

function unread(fetched: Fetched, login: Login): Attempted {
  switch (fetched.kind) {
    case 'fetched':
      return { kind: 'busy' };
    case 'cancelled':
      return { kind: 'left' };
    default:
      return hindered(fetched, login);
  }
}

/** Only credentials, permissions and settings wait for the user; everything else is tried again. */
function hindered(
  obstacle: Exclude<Fetched, { readonly kind: 'fetched' | 'cancelled' }>,
  login: Login,
): Attempted {
  const { problem: why } = obstacle;
  switch (obstacle.kind) {
    case 'later':
      return { ...obstacle, sent: false };
    case 'credentials-rejected':
      return obstacle.waitMs === undefined
        ? { kind: 'waiting', problem: why, actor: actorOf(login), sent: false }
        : { kind: 'later', problem: why, waitMs: obstacle.waitMs, sent: false };
    case 'refused':
      return refusedFor(why, actorOf(login));
  }
}

function refusedFor(why: Problem, actor: string): Attempted {
  switch (why.code) {
    case 'http-403':
      return { kind: 'waiting', problem: why, actor, sent: false };
    case 'target-changed':
      return waitFor(why);
    default:
      return { kind: 'later', problem: why, isRefused: true, sent: false };
  }
}

/** What isn't stored has to be stored by the user. */
function waitFor(why: Problem): Extract<Attempted, { readonly kind: 'waiting' }> {
  return { kind: 'waiting', problem: why, sent: false };
}

function notRestored(sentence: string, advice?: Advice): Problem {
  const { remedy = 'Check the response and the connection.', actions = [] } = advice ?? {};
  return problem('not-restored', sentence, remedy, ...actions);
}

function valuesRefused(sentence: string): Problem {
  const remedy = 'If this continues, restore the previous values in the console.';
  return problem('values-refused', sentence, remedy);
}
