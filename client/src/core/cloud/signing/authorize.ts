// Makes a request one that the gateway accepts, with whichever credentials there are.
import type { HttpRequest } from '../../model/httpExchange';
import type { Clock, Crypto } from '../../ports/ports';
import type { Credentials } from '../../model/credentials';
import { signRequest } from './signer';

/**
 * Adds what proves the sender. Signed requests also name their project in `X-Project-Id`, which the
 * gateway needs for users of several projects; a token names its project itself.
 *
 * @param projectId as it stands in the path, none for IAM itself; encoded here because a header carries
 *   ASCII only
 */
export function authorize(
  request: HttpRequest,
  credentials: Credentials,
  projectId: string | undefined,
  ports: { readonly crypto: Crypto; readonly clock: Clock },
): HttpRequest {
  if (credentials.kind === 'token') {
    return { ...request, headers: { ...request.headers, 'X-Auth-Token': credentials.token } };
  }
  const headers =
    projectId === undefined
      ? request.headers
      : { ...request.headers, 'X-Project-Id': encodeURIComponent(projectId) };
  const unsigned = { ...request, headers };
  return {
    ...request,
    headers: signRequest(unsigned, credentials, ports.crypto, ports.clock.now()),
  };
}
