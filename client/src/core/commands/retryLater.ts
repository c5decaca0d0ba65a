// The button after an answer that asks for patience.
import type { ConfirmedUpdate } from '../apply/apply';
import { usualWaitMs } from '../apply/applyOnceReady';
import { explainResponse } from '../cloud/errors/explainResponse';
import { retryAfterMs } from '../cloud/errors/retryAfter';
import type { HttpResult } from '../model/httpExchange';
import type { Action } from '../model/problem';
import type { Context } from '../redaction/context';

/** *Wait and Try Again*, when the service asks to wait. */
export function retryLater(
  { clock }: Context,
  { place, request }: ConfirmedUpdate,
  answer: HttpResult,
): readonly Action[] {
  if (answer.kind === 'failure' || answer.status < 300) {
    return [];
  }
  const waits = explainResponse(answer, request).advice.again === 'wait';
  const waitMs = retryAfterMs(answer, clock.now()) ?? usualWaitMs;
  return waits ? [{ kind: 'apply-again', place, waitMs }] : [];
}
