// Reads the error out of an answer, in whichever of its shapes it comes.
import type { HttpResponse } from '../../model/httpExchange';
import { parseJson } from '../../model/json';

/** In characters; the gateway repeats whole requests in its messages. */
const maxMessageLength = 20_000;

/** In characters, of codes and identifiers. */
const maxNameLength = 200;

/** What an error answer says for itself. */
export interface ApiError {
  /**
   * `api`: one of the three documented JSON shapes; `json`: other JSON; `html`, `text`: a page or
   * text, usually of a proxy; `empty`; `unreadable`: JSON that was cut, is broken or beyond the limits.
   */
  readonly shape: 'api' | 'json' | 'html' | 'text' | 'empty' | 'unreadable';
  readonly code?: string;
  readonly message?: string;
}

/** The request's identifier, from the body or from the header of any answer. */
export function requestIdOf(response: HttpResponse): string | undefined {
  const root = parseObject(response.body);
  const id = text(root, 'request_id') ?? nonEmpty(response.headers['x-request-id']);
  return id?.slice(0, maxNameLength);
}

/**
 * Accepts `{error_code, error_msg, request_id}` (API gateway and the update's own example),
 * `{code, message}` (VPN error code page) and `{error: {code, message, title}}` (IAM). Codes may be
 * numbers.
 */
export function readApiError(response: HttpResponse): ApiError {
  const body = response.body.trim();
  if (body === '') {
    return { shape: 'empty' };
  }
  const root = parseObject(body);
  if (root !== undefined) {
    return fromObject(root);
  }
  if (/^[{[]/.test(body)) {
    return { shape: 'unreadable' };
  }
  return body.startsWith('<') ? fromHtml(body) : { shape: 'text', message: excerpt(body) };
}

/** Whether the body is a JSON object, as every answer of the API is. */
export function isJsonObjectText(body: string): boolean {
  return parseObject(body) !== undefined;
}

/**
 * Whether the API gateway, the VPN service or IAM wrote the error: JSON in one of their shapes, with a
 * code of the form that they use. Anything else can come from a proxy, a portal or another server.
 */
export function isFromService(response: HttpResponse): boolean {
  const { shape, code = '' } = readApiError(response);
  return shape === 'api' && (serviceCode.test(code) || code === String(response.status));
}

/** `VPN.0001`, `APIGW.0301`, `IAM.0062`; IAM also writes `1101`, and the status for a code. */
const serviceCode = /^(?:[A-Z][A-Za-z]{1,19}\.\d{3,8}|1\d{3})$/i;

function fromObject(root: ReadonlyMap<string, unknown>): ApiError {
  const nested = toMap(root.get('error'));
  const code = text(root, 'error_code') ?? text(root, 'code') ?? text(nested, 'code');
  const message =
    text(root, 'error_msg') ??
    text(root, 'message') ??
    text(nested, 'message') ??
    text(nested, 'title');
  if (code === undefined && message === undefined) {
    return { shape: 'json' };
  }
  return {
    shape: 'api',
    ...(code !== undefined && { code: code.slice(0, maxNameLength) }),
    ...(message !== undefined && { message: message.slice(0, maxMessageLength) }),
  };
}

function fromHtml(body: string): ApiError {
  const title = /<title[^>]*>([^<]*)/i.exec(body.slice(0, maxMessageLength))?.[1]?.trim();
  return { shape: 'html', ...(title !== undefined && title !== '' && { message: excerpt(title) }) };
}

function parseObject(body: string): ReadonlyMap<string, unknown> | undefined {
  return toMap(parseJson(body));
}

function toMap(value: unknown): ReadonlyMap<string, unknown> | undefined {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? new Map(Object.entries(value))
    : undefined;
}

function text(object: ReadonlyMap<string, unknown> | undefined, key: string): string | undefined {
  const value = object?.get(key);
  return typeof value === 'string' || typeof value === 'number'
    ? nonEmpty(String(value))
    : undefined;
}

function nonEmpty(value: string | undefined): string | undefined {
  return value === undefined || value.trim() === '' ? undefined : value.trim();
}

/** The first line, short enough for a message. */
function excerpt(body: string): string {
  const line = body.split(/\r\n|\r|\n/, 1)[0] ?? '';
  return line.length > 200 ? `${line.slice(0, 200)}…` : line;
}
