// Sends a change once, with everything around it that makes it safe: one window at a time, the values
// from before kept, a journal entry that exists before anything is sent.
import type { JsonObject } from '../../../../server/src/protocol/messages';
import type { Login } from '../model/credentials';
import type { Context } from '../redaction/context';
import type { HttpRequest, HttpResponse, HttpResult } from '../model/httpExchange';
import { advanceEntry, beginEntry, type NewEntry } from '../journal/journal';
import type { JournalEntry, Stage, StoredResponse } from '../journal/journalEntry';
import { takeLease } from '../journal/lease';
import { readBackTimeoutMs, requestTimeoutMs } from '../cloud/limits';
import { problem, type Action, type Problem } from '../model/problem';
import { requestIdOf } from '../cloud/errors/apiError';
import type { RemoteConnection } from '../model/remoteConnection';
import { isApplied, type SendUpdateOutcome, type UpdateAnswered } from './outcome';
import { notSent, reconcile, type CloudState } from './reconcile';
import { answerText, explanationOf, reportAnswer, reportSilence, verdictOf } from './reportUpdate';
import { sendRequest } from '../cloud/sendRequest';

/** A change that is ready to be sent. */
export interface Change {
  readonly request: HttpRequest;
  /** The complete body, secrets included; it is never stored. */
  readonly body: JsonObject;
  readonly credentials: Login;
  readonly connection: RemoteConnection;
  /** What the journal says of it. `secrets` are pointers into both bodies. */
  readonly entry: NewEntry;
  /** The step that an answer which asks to wait offers. */
  readonly again: (response: HttpResponse | undefined) => readonly Action[];
}

/** What happened, and where it is written; no entry when the storage cannot be used. */
export interface Sent {
  readonly outcome: SendUpdateOutcome;
  readonly connection: RemoteConnection;
  readonly entry?: JournalEntry;
}

/** The lease on changing a connection: held while one window reads, sends and waits for the answer. */
export async function leaseToSend<T>(
  context: Context,
  { url }: RemoteConnection,
  work: () => Promise<T>,
): Promise<T | { readonly kind: 'refused'; readonly problem: Problem }> {
  const spanMs = requestTimeoutMs(context.settings.read()) + 3 * readBackTimeoutMs;
  const lease = await takeLease(context, `send ${url.toLowerCase()}`, spanMs);
  if (lease.kind === 'taken') {
    return { kind: 'refused', problem: appliedElsewhere(lease.until) };
  }
  if (lease.kind === 'unavailable') {
    context.log.warn(`Other windows cannot be told of the update: ${lease.detail}`);
  }
  try {
    return await work();
  } finally {
    if (lease.kind === 'held') {
      await lease.release();
    }
  }
}

/** Writes the entry, sends once, shows and writes down what came back. Hold the lease while it runs. */
export async function sendJournaled(context: Context, change: Change): Promise<Sent> {
  const begun = await beginEntry(context, change.entry);
  if (begun.kind === 'unavailable') {
    context.log.warn(`The journal cannot be written: ${begun.detail}`);
    context.presenter.showMessage({ severity: 'warning', text: unwritten, actions: [] });
    const { outcome } = await exchange(context, change);
    return { outcome, connection: change.connection };
  }
  const { outcome, stage } = await exchange(context, change);
  return {
    outcome,
    connection: change.connection,
    entry: await advanceEntry(context, begun.entry, stage),
  };
}

const unwritten =
  'The journal cannot be written on this machine, so this update will not be found in it.';

interface Exchanged {
  readonly outcome: SendUpdateOutcome;
  readonly stage: Stage;
}

async function exchange(context: Context, change: Change): Promise<Exchanged> {
  const { request } = change;
  const result = await put(context, change);
  if (result.kind === 'failure') {
    const cloud = result.delivered === 'no' ? notSent() : await ask(context, change);
    const outcome = reportSilence(context, request, result, cloud);
    return { outcome, stage: silentStage(context, cloud) };
  }
  const cloud = verdictOf(result) === 'unclear' ? await ask(context, change) : undefined;
  const again = cloud?.kind === 'applied' ? [] : change.again(result);
  const outcome = await reportAnswer(context, request, result, cloud, again);
  return { outcome, stage: answeredStage(context, change, result, outcome) };
}

function put(context: Context, { request, credentials, connection }: Change): Promise<HttpResult> {
  const timeoutMs = requestTimeoutMs(context.settings.read());
  const title = `Applying the update to ${new URL(request.url).host}`;
  const { projectId } = connection;
  return context.progress.run(title, (cancel) =>
    sendRequest(context, request, { credentials, projectId, timeoutMs, cancel }),
  );
}

function ask(
  context: Context,
  { request, body, credentials, connection, entry }: Change,
): Promise<CloudState> {
  const { projectId } = connection;
  return reconcile(context, { request, body, credentials, projectId, secrets: entry.secrets });
}

function silentStage({ clock }: Context, { kind, sentence }: CloudState): Stage {
  switch (kind) {
    case 'not-sent':
      return { kind, sentence };
    case 'applied':
      return { kind: 'settling', at: clock.now() };
    default:
      return { kind: 'unclear', sentence };
  }
}

function answeredStage(
  context: Context,
  { request }: Change,
  result: HttpResponse,
  outcome: UpdateAnswered,
): Stage {
  const { verdict, cloud } = outcome;
  const response = stored(context, request, result, cloud);
  if (isApplied(outcome)) {
    return { kind: 'settling', at: context.clock.now(), response };
  }
  const { code, advice } = explanationOf(result, request) ?? {};
  const meaning = [code, advice?.meaning].filter((part) => part !== undefined).join(': ');
  return verdict === 'rejected'
    ? { kind: 'rejected', sentence: meaning, response }
    : { kind: 'unclear', sentence: cloud?.sentence ?? meaning, response };
}

/** Answers of the API are short; a foreign page is not worth more room in the journal. */
const longestResponse = 50_000;

function stored(
  context: Context,
  request: HttpRequest,
  response: HttpResponse,
  cloud: CloudState | undefined,
): StoredResponse {
  const requestId = requestIdOf(response);
  const text = answerText(context, request, response, cloud).slice(0, longestResponse);
  return { status: response.status, text, ...(requestId !== undefined && { requestId }) };
}

function appliedElsewhere(until: number): Problem {
  const time = new Date(until).toISOString().slice(11, 19);
  return problem(
    'applied-elsewhere',
    'Another window of this machine is changing this connection right now, so nothing was sent.',
    `Look there first. If that window has been closed, the way is free again at ${time} UTC.`,
  );
}
