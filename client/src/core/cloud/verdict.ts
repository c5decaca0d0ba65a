// What an answer to a PUT says about the update.
import type { HttpResponse } from '../model/httpExchange';
import { isFromService } from './errors/apiError';
import { connectionIn } from './remoteObject';

/**
 * `accepted` only with the connection that was sent in the answer, `rejected` only by a component of
 * the service. Everything else is `unclear`: the connection has to be read back.
 */
export function verdictOf(
  response: HttpResponse,
  connectionId: string,
): 'accepted' | 'rejected' | 'unclear' {
  const { status } = response;
  if (status >= 200 && status < 300) {
    return connectionIn(response, connectionId) === undefined ? 'unclear' : 'accepted';
  }
  return status >= 400 && status < 500 && status !== 408 && isFromService(response)
    ? 'rejected'
    : 'unclear';
}
