// Sends the updates of a batch one after the other. One connection at a time also means one gateway at
// a time, which the service asks for (VPN.0030).
import type { Context } from '../redaction/context';
import type { JournalEntry } from '../journal/journalEntry';
import type { CancelSignal } from '../ports/cancelSignal';
import { statusOf } from '../model/connectionStatus';
import { followEntry, settleEntry } from '../monitor/settleEntry';
import type { Watched } from '../monitor/watchConnection';
import { type SendUpdateOutcome } from '../apply/outcome';
import { isStale } from '../apply/planForApply';
import { applyOnceReady } from '../apply/applyOnceReady';
import type { SentUpdate } from '../apply/apply';
import { shortText } from '../model/visibleText';
import { presentSent } from './presentSent';
import { forgetLook } from '../plan/looks';
import type { BatchItem } from './prepareBatch';

/** What became of one update. */
export interface BatchResult {
  readonly title: string;
  readonly connectionId: string;
  readonly state: 'applied' | 'failed' | 'not-sent';
  /** One or more sentences. */
  readonly text: string;
  readonly requestId?: string;
}

/** Stops at the first that fails or when the user cancels; a PUT is never interrupted for that. */
export async function sendBatch(
  context: Context,
  items: readonly BatchItem[],
  cancel: CancelSignal,
): Promise<readonly BatchResult[]> {
  const results: BatchResult[] = [];
  let reason: string | undefined;
  for (const item of items) {
    reason ??= cancel.isCancelled() ? 'Canceled before it was sent.' : undefined;
    if (reason !== undefined) {
      results.push(resultOf(item, { state: 'not-sent', text: reason }));
      continue;
    }
    const { result, stops } = await sendItem(context, item, cancel);
    results.push(result);
    reason = stops;
  }
  return results;
}

interface Step {
  readonly result: BatchResult;
  /** Why the next one must not be sent. */
  readonly stops?: string;
}

async function sendItem(context: Context, item: BatchItem, cancel: CancelSignal): Promise<Step> {
  const { ready, request, body, overtaken } = item;
  const { credentials } = ready.found;
  const guards = {
    isStale: () => isStale(context, ready),
    ...(overtaken !== undefined && { overtaken }),
  };
  const sent = guards.isStale()
    ? ({ kind: 'stale' } as const)
    : await applyOnceReady(context, { ...ready, request, body, credentials }, guards);
  switch (sent.kind) {
    case 'sent':
      return afterSending(context, item, sent.sent, cancel);
    case 'refused':
      return failed(item, sent.problem.message);
    case 'declined':
      return failed(item, 'Canceled before it was sent.', 'not-sent');
    case 'stale':
      return failed(item, 'The document was changed or closed.', 'not-sent');
  }
}

async function afterSending(
  context: Context,
  item: BatchItem,
  sent: SentUpdate,
  cancel: CancelSignal,
): Promise<Step> {
  const { entry, effect } = sent;
  forgetLook(context, sent.connection);
  const outcome = presentSent(context, item.request, sent);
  const requestId = outcome.kind === 'answered' ? outcome.requestId : undefined;
  const known = requestId === undefined ? {} : { requestId };
  if (effect !== 'applied') {
    return failed(item, textOf(outcome), 'failed', known);
  }
  const { credentials } = item.ready.found;
  const watch = { report: () => undefined, stop: cancel };
  const watched = await settleEntry(context, entry, watch, { login: credentials });
  if (watched?.kind === 'left') {
    // The batch ends, and tracking the update doesn't.
    followEntry(context, entry, { login: credentials });
  }
  const stops = whyStop(shortText(item.title, 60), watched, entry);
  const text = stops ?? statusText(watched);
  return {
    result: resultOf(item, { state: 'applied', text, ...known }),
    ...(stops !== undefined && { stops }),
  };
}

function textOf(outcome: SendUpdateOutcome): string {
  switch (outcome.kind) {
    case 'answered': {
      const { explanation, cloud, status } = outcome;
      return explanation?.advice.meaning ?? cloud?.sentence ?? `Status: ${status}`;
    }
    case 'unanswered':
      return outcome.cloud.sentence;
    case 'refused':
      return outcome.problem.message;
    case 'declined':
      return 'Canceled.';
  }
}

/** A tunnel that was down before may be down afterwards. */
function whyStop(
  title: string,
  watched: Watched | undefined,
  { before }: JournalEntry,
): string | undefined {
  switch (watched?.kind) {
    case undefined:
      return undefined;
    case 'left':
      return `${title} hadn't finished when the batch was canceled.`;
    case 'timed-out':
    case 'stopped':
      return `${title} didn't finish, as far as it could be tracked.`;
    case 'settled': {
      const { kind, text } = watched.status;
      const wasDown = before !== undefined && statusOf(before).kind === 'down';
      return kind === 'active' || (kind === 'down' && wasDown)
        ? undefined
        : `${title} is ${text} after its update.`;
    }
  }
}

function statusText(watched: Watched | undefined): string {
  return watched?.kind === 'settled' ? `Status: ${watched.status.text}` : 'Applied.';
}

function failed(
  item: BatchItem,
  text: string,
  state: 'failed' | 'not-sent' = 'failed',
  known: { readonly requestId?: string } = {},
): Step {
  const stops = `The update of ${shortText(item.title, 60)} wasn't applied.`;
  return { result: resultOf(item, { state, text, ...known }), stops };
}

function resultOf(
  { title, ready }: BatchItem,
  rest: Omit<BatchResult, 'title' | 'connectionId'>,
): BatchResult {
  return { title, connectionId: ready.update.connectionId, ...rest };
}
