// The update as an HTTP request, before it is signed.
import type { JsonObject, PreparedUpdate } from '../../../../server/src/protocol/messages';
import type { HttpRequest } from '../model/httpExchange';
import { problem, type Problem } from '../model/problem';
import type { Endpoint } from '../targets/endpoint';

/** The request, or why the update cannot become one. */
export type BuildResult =
  | { readonly kind: 'built'; readonly request: HttpRequest }
  | { readonly kind: 'refused'; readonly problem: Problem };

/**
 * Serialises the body once: exactly these bytes are signed and sent. The path must stay what the
 * server built: a project id such as `..` would make it another resource. A path that does stay
 * starts with a slash and has no query, so the host cannot become another either.
 */
export function buildRequest(
  update: Pick<PreparedUpdate, 'method' | 'path'>,
  endpoint: Pick<Endpoint, 'origin'>,
  body: JsonObject,
): BuildResult {
  const url = `${endpoint.origin}${update.path}`;
  if (new URL(url).pathname !== update.path) {
    return { kind: 'refused', problem: pathAltered() };
  }
  const headers = { 'Content-Type': 'application/json' };
  const request = { method: update.method, url, headers, body: JSON.stringify(body) };
  return { kind: 'built', request };
}

/** The request that reads back what `request` changes. */
export function readRequest(request: HttpRequest): HttpRequest {
  return { method: 'GET', url: request.url, headers: { 'Content-Type': 'application/json' } };
}

function pathAltered(): Problem {
  return problem(
    'path-altered',
    'The project or connection identifier would turn the address into another one.',
    'Correct the identifiers in the file.',
  );
}
