// One PUT and what is known about it afterwards. Repeats nothing: what isn't certain is read back.
import { answerText, explanationOf } from './answer';
import { requestTimeoutMs } from '../cloud/limits';
import { requestIdOf } from '../cloud/errors/apiError';
import { sendRequest } from '../cloud/sendRequest';
import { verdictOf } from '../cloud/verdict';
import type { Stage, StoredResponse } from '../journal/journalEntry';
import type { HttpRequest, HttpResponse, HttpResult } from '../model/httpExchange';
import type { Change } from './change';
import type { Context } from '../redaction/context';
import { notSent, type CloudState } from './cloudState';
import { readBack } from './readBack';

/** How it ended. */
export interface Exchanged {
  readonly answer: HttpResult;
  /** What a GET found afterwards; absent when the answer settles the matter. */
  readonly cloud?: CloudState;
  /** `none` only when that is certain: nothing left this machine, or the service rejected it. */
  readonly effect: 'applied' | 'none' | 'unknown';
  /** For the journal. */
  readonly stage: Stage;
}

/** Sends once. Write the journal entry before, hold the lease of the connection meanwhile. */
export async function exchange(context: Context, change: Change): Promise<Exchanged> {
  const answer = await put(context, change);
  if (answer.kind === 'failure') {
    const cloud = answer.delivered === 'no' ? notSent() : await readBack(context, change);
    return { answer, cloud, effect: effectOf(cloud), stage: stageWithoutAnswer(context, cloud) };
  }
  const verdict = verdictOf(answer, change.connection.connectionId);
  const cloud = verdict === 'unclear' ? await readBack(context, change) : undefined;
  const effect = {
    accepted: 'applied' as const,
    rejected: 'none' as const,
    unclear: cloud === undefined ? ('unknown' as const) : effectOf(cloud),
  }[verdict];
  const stage = stageWithAnswer(context, change, answer, effect, cloud);
  return { answer, effect, stage, ...(cloud !== undefined && { cloud }) };
}

function put(context: Context, { request, credentials, connection }: Change): Promise<HttpResult> {
  const timeoutMs = requestTimeoutMs(context.settings.read());
  const title = `Applying the update to ${new URL(request.url).host}`;
  const { projectId, target } = connection;
  return context.progress.run(title, (cancel) =>
    sendRequest(context, request, { credentials, projectId, target, timeoutMs, cancel }),
  );
}

/** A connection without the sent values may still get them: the request can be on its way. */
function effectOf({ kind }: CloudState): Exchanged['effect'] {
  switch (kind) {
    case 'not-sent':
      return 'none';
    case 'applied':
      return 'applied';
    default:
      return 'unknown';
  }
}

function stageWithoutAnswer({ clock }: Context, { kind, sentence }: CloudState): Stage {
  switch (kind) {
    case 'not-sent':
      return { kind, sentence };
    case 'applied':
      return { kind: 'settling', at: clock.now() };
    default:
      return { kind: 'unclear', sentence };
  }
}

function stageWithAnswer(
  context: Context,
  { request }: Change,
  answer: HttpResponse,
  effect: Exchanged['effect'],
  cloud: CloudState | undefined,
): Stage {
  const response = stored(context, request, answer, cloud);
  if (effect === 'applied') {
    return { kind: 'settling', at: context.clock.now(), response };
  }
  const { code, advice } = explanationOf(answer, request) ?? {};
  const meaning = [code, advice?.meaning].filter((part) => part !== undefined).join(': ');
  return effect === 'none'
    ? { kind: 'rejected', sentence: meaning, response }
    : { kind: 'unclear', sentence: cloud?.sentence ?? meaning, response };
}

/** In characters. Responses of the API are short; a foreign page isn't worth more in the journal. */
const maxStoredText = 50_000;

function stored(
  context: Context,
  request: HttpRequest,
  response: HttpResponse,
  cloud: CloudState | undefined,
): StoredResponse {
  const requestId = requestIdOf(response);
  const text = answerText(context, request, response, cloud).slice(0, maxStoredText);
  return { status: response.status, text, ...(requestId !== undefined && { requestId }) };
}
