// One request as it came over the wire: nothing decoded, so that a signature can be recomputed.
import type { IncomingMessage } from 'node:http';

/** A request that has arrived completely. */
export interface ApiRequest {
  readonly method: string;
  /** Percent-encoded, without the query. */
  readonly path: string;
  /** Percent-encoded, without the question mark; empty when there is none. */
  readonly query: string;
  /** In the order of arrival; repeated headers stay separate. */
  readonly headers: readonly Header[];
  readonly body: Buffer;
}

/** One header line; `name` is in lower case. */
export interface Header {
  readonly name: string;
  readonly value: string;
}

/** Puts together what Node parsed and the body that was read from it. */
export function toApiRequest(message: IncomingMessage, body: Buffer): ApiRequest {
  const { path, query } = splitTarget(message.url ?? '/');
  return { method: message.method ?? 'GET', path, query, headers: readHeaders(message), body };
}

/** The value of a header, repeated ones joined with a comma; undefined when it was not sent. */
export function headerValue(request: ApiRequest, name: string): string | undefined {
  const values = request.headers.filter((header) => header.name === name);
  return values.length === 0 ? undefined : values.map((header) => header.value.trim()).join(',');
}

/** Splits a request target such as `/v5/p/vpn-connection?limit=2`. */
export function splitTarget(target: string): { readonly path: string; readonly query: string } {
  const mark = target.indexOf('?');
  if (mark < 0) return { path: target, query: '' };
  return { path: target.slice(0, mark), query: target.slice(mark + 1) };
}

/** Undoes percent-encoding; text that is not valid percent-encoding stays as it is. */
export function decodePercent(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** Names and values of a query, decoded, in the order sent; a plus is a blank, as in forms. */
export function readQuery(query: string): readonly (readonly [name: string, value: string])[] {
  return query
    .replaceAll('+', ' ')
    .split('&')
    .filter((part) => part !== '')
    .map((part) => {
      const equals = part.indexOf('=');
      if (equals < 0) return [decodePercent(part), ''];
      return [decodePercent(part.slice(0, equals)), decodePercent(part.slice(equals + 1))];
    });
}

function readHeaders(message: IncomingMessage): readonly Header[] {
  const headers: Header[] = [];
  for (let index = 0; index + 1 < message.rawHeaders.length; index += 2) {
    const [name, value] = message.rawHeaders.slice(index, index + 2);
    if (name !== undefined && value !== undefined) {
      headers.push({ name: name.toLowerCase(), value });
    }
  }
  return headers;
}
