// The last step before an update is sent: its secrets come into the body, and the body into a request.
import type { JsonObject, PreparedUpdate } from '../../../../server/src/protocol/messages';
import type { Context } from '../redaction/context';
import type { HttpRequest } from '../model/httpExchange';
import type { Later } from '../model/obstacle';
import type { Problem } from '../model/problem';
import type { Endpoint } from '../targets/endpoint';
import { buildRequest } from './buildRequest';
import { resolveSecrets } from '../secrets/resolveSecrets';

/** The request with its complete body, or why there is none. `later`: secrets can't be read now. */
export type FillResult =
  | { readonly kind: 'filled'; readonly request: HttpRequest; readonly body: JsonObject }
  | { readonly kind: 'refused'; readonly problem: Problem }
  | Later;

/** The redactor knows every secret before it is in a body. */
export async function fillRequest(
  context: Context,
  update: Pick<PreparedUpdate, 'method' | 'path' | 'body' | 'secrets'>,
  endpoint: Pick<Endpoint, 'origin'>,
): Promise<FillResult> {
  const resolved = await resolveSecrets(update, context);
  if (resolved.kind !== 'resolved') {
    return resolved;
  }
  const { body, values } = resolved;
  values.forEach(context.redactor.register);
  const built = buildRequest(update, endpoint, body);
  return built.kind === 'refused' ? built : { kind: 'filled', request: built.request, body };
}
