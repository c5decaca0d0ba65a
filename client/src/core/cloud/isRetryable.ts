// The only answer to the question whether a failure is temporary.
import type { HttpFailure, HttpResponse, HttpResult } from '../model/httpExchange';
import { isFromService, readApiError } from './errors/apiError';
import { adviceOn } from './errors/explainResponse';

/** RFC 9110 (408), RFC 8470 (425) and RFC 6585 (429): the same request may be accepted later. */
const temporary: ReadonlySet<number> = new Set([408, 425, 429]);

/**
 * Whether the same request may succeed later although nothing is changed on this side. True without an
 * answer of the service: no connection, a proxy or portal that answered in its place, a redirect.
 * Rejected credentials aren't temporary, not even while a lock lasts, because repeating the request
 * extends the lock. A 2xx isn't a failure, so false. Tells nothing about whether a PUT was applied.
 */
export function isRetryable(result: HttpResult): boolean {
  return result.kind === 'failure' ? isTemporaryFailure(result) : isTemporaryAnswer(result);
}

/**
 * Whether the answer rejects the credentials. A page or plain text isn't from the service. Every other
 * 401 counts, also one without a known body: asking again could lock the access key.
 */
export function rejectsCredentials(response: HttpResponse): boolean {
  const { shape } = readApiError(response);
  return response.status === 401 && shape !== 'html' && shape !== 'text';
}

function isTemporaryFailure({ code, obstacle }: HttpFailure): boolean {
  switch (code) {
    case 'cancelled':
      return false;
    case 'no-token':
    case 'target-changed':
      return obstacle?.kind === 'later';
    default:
      return true;
  }
}

function isTemporaryAnswer(response: HttpResponse): boolean {
  const { status } = response;
  if ((status >= 200 && status < 300) || rejectsCredentials(response)) {
    return false;
  }
  return (
    status >= 500 ||
    temporary.has(status) ||
    !isFromService(response) ||
    adviceOn(response).again === 'wait'
  );
}
