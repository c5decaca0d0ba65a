// Decides whether an address may receive credentials. Stricter than URLs are: what a URL parser
// would repair (backslashes, user-info, short or octal IPv4, IDN, trailing dots) is refused, because
// such spellings make an address look like another.
import { problem, type Problem } from '../model/problem';

/** An address that may be used. */
export interface Endpoint {
  /** `https://host[:port]`, lower case, without a default port. */
  readonly origin: string;
  /** `host[:port]` as people read it. */
  readonly host: string;
}

/** The endpoint, or why it cannot be used. */
export type EndpointResult =
  | { readonly kind: 'usable'; readonly endpoint: Endpoint }
  | { readonly kind: 'refused'; readonly problem: Problem };

/** Parses `https://host[:port]`, and `http://` for the loopback interface only. */
export function parseEndpoint(text: string): EndpointResult {
  const match = /^(https?):\/\/(\[[0-9a-f:]+\]|[a-z0-9.-]+)(?::(\d{1,5}))?\/?$/i.exec(text.trim());
  const [, scheme, host, port] = match ?? [];
  if (scheme === undefined || host === undefined || !isHost(host.toLowerCase()) || !isPort(port)) {
    return refuse(
      'endpoint-malformed',
      'The endpoint is not an address of the form https://host or https://host:port.',
      'Write scheme and host alone: no user name, path, query, trailing dot or non-ASCII letter.',
    );
  }
  if (scheme.toLowerCase() === 'http' && !isLoopback(host.toLowerCase())) {
    return refuse(
      'endpoint-not-encrypted',
      'The endpoint uses http, which would send credentials in clear text.',
      'Use https. Plain http is accepted for 127.0.0.1, ::1 and localhost only.',
    );
  }
  const url = new URL(text.trim());
  return { kind: 'usable', endpoint: { origin: url.origin, host: url.host } };
}

/** Whether the host (lower case, without port) is this machine by its spelling alone. */
export function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '[::1]' || (isIpv4(host) && host.startsWith('127.'));
}

function isHost(host: string): boolean {
  if (host.startsWith('[')) {
    return isParsedAs(host);
  }
  const labels = host.split('.');
  // A URL parser takes any host whose last label is a number for an IPv4 address, also `127.1`.
  if (/^(?:\d+|0x[0-9a-f]*)$/.test(labels.at(-1) ?? '')) {
    return isIpv4(host);
  }
  const areLabels = labels.every((label) => /^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/.test(label));
  return areLabels && host.length <= 253 && isParsedAs(host);
}

function isIpv4(host: string): boolean {
  const parts = host.split('.');
  return (
    parts.length === 4 &&
    parts.every((part) => /^(?:0|[1-9]\d{0,2})$/.test(part) && Number(part) < 256)
  );
}

function isPort(port: string | undefined): boolean {
  return port === undefined || (Number(port) >= 1 && Number(port) <= 65_535);
}

/** The URL parser must read the host exactly as it is written. */
function isParsedAs(host: string): boolean {
  try {
    return new URL(`https://${host}`).hostname === host;
  } catch {
    return false;
  }
}

function refuse(code: string, message: string, remedy: string): EndpointResult {
  const refused = problem(code, message, remedy, {
    kind: 'open-setting',
    setting: endpointSetting,
  });
  return { kind: 'refused', problem: refused };
}

/** The setting that holds an explicit endpoint. */
export const endpointSetting = 'vpnconn.endpoint';
