// From an answer to what people need: its code, its message, what it means and what to do.
import type { HttpResponse } from '../../model/httpExchange';
import type { Advice } from './advice';
import { readApiError, type ApiError } from './apiError';
import { authenticationDetail, wrongClock } from './authenticationDetail';
import { codeAdvice, isGatewayCode, statusAdvice } from './errorTables';
import { askForPermission, type RefusedCall } from './permissions';
import { retryAfter } from './retryAfter';

/** An answer that is not a success, explained. */
export interface Explanation {
  /** The code as the service spells it. */
  readonly code?: string;
  /** The service's own message. */
  readonly message?: string;
  readonly advice: Advice;
}

/**
 * Explains by code; where the code is unknown or missing, by status.
 *
 * @param call what was asked: a refusal names the permission for it
 */
export function explainResponse(response: HttpResponse, call: RefusedCall): Explanation {
  const error = readApiError(response);
  const { code, message } = error;
  const advice = withPermission(adviceFor(error, response), message, call);
  return {
    ...(code !== undefined && { code }),
    ...(message !== undefined && { message }),
    advice: withWaitingTime(withShape(advice, error, response.status), response),
  };
}

/** What the answer means, whatever was asked. */
export function adviceOn(response: HttpResponse): Advice {
  return adviceFor(readApiError(response), response);
}

function adviceFor(
  { code = '', message = '' }: ApiError,
  { status, refusal }: HttpResponse,
): Advice {
  const explain = isGatewayCode(code) ? authenticationDetail : () => wrongClock(refusal);
  const detail = status === 401 ? explain(message, refusal) : undefined;
  return detail ?? codeAdvice(code) ?? statusAdvice(status);
}

/** A refusal is of use only with the name of the permission that is missing. */
function withPermission(advice: Advice, message: string | undefined, call: RefusedCall): Advice {
  return advice.lacking === 'permission'
    ? { ...advice, remedy: askForPermission(message, call) }
    : advice;
}

const proxySetting = { kind: 'open-setting', setting: 'http.proxy' } as const;
const whoAnswered =
  'Look at the response to see who answered, and check the proxy setting (http.proxy) and the address of the target.';

/** Says when the answer cannot have come from the API itself. */
function withShape(advice: Advice, { shape }: ApiError, status: number): Advice {
  if (shape !== 'html' && shape !== 'text') {
    return advice;
  }
  const meaning = `${advice.meaning} The answer is not one of the API: a proxy or gateway on the way may have given it.`;
  // What the API would want to be mended is of no use to somebody who was stopped on the way.
  return advice.lacking === 'permission' || status === 400
    ? { meaning, remedy: whoAnswered, again: 'no', actions: [proxySetting] }
    : { ...advice, meaning };
}

function withWaitingTime(advice: Advice, response: HttpResponse): Advice {
  const wait = advice.again === 'no' ? undefined : retryAfter(response);
  if (wait === undefined) {
    return advice;
  }
  const when = 'seconds' in wait ? `${wait.seconds} seconds` : `until ${wait.date}`;
  return { ...advice, remedy: `${advice.remedy} The service asks to wait ${when}.` };
}
