// From what fetch throws to a code, and to whether the request can have been delivered.
import { describe, expect, test } from 'vitest';
import { failureOf } from '../../../client/src/transports/failureOf';

function fetchError(code: string, message = '', more: object = {}): Error {
  const cause = Object.assign(new Error(message), { code, ...more });
  return new TypeError('fetch failed', { cause });
}

const allCodes = [
  ['ENOTFOUND', 'host-not-found'],
  ['EAI_AGAIN', 'host-not-found'],
  ['ECONNREFUSED', 'connection-refused'],
  ['EHOSTUNREACH', 'host-unreachable'],
  ['ENETUNREACH', 'host-unreachable'],
  ['ENETDOWN', 'host-unreachable'],
  ['EADDRNOTAVAIL', 'host-unreachable'],
  ['UND_ERR_CONNECT_TIMEOUT', 'timed-out'],
  ['UNABLE_TO_VERIFY_LEAF_SIGNATURE', 'certificate-untrusted'],
  ['UNABLE_TO_GET_ISSUER_CERT_LOCALLY', 'certificate-untrusted'],
  ['DEPTH_ZERO_SELF_SIGNED_CERT', 'certificate-untrusted'],
  ['SELF_SIGNED_CERT_IN_CHAIN', 'certificate-untrusted'],
  ['CERT_UNTRUSTED', 'certificate-untrusted'],
  ['CERT_REVOKED', 'certificate-untrusted'],
  ['CERT_HAS_EXPIRED', 'certificate-expired'],
  ['CERT_NOT_YET_VALID', 'certificate-expired'],
  ['ERR_TLS_CERT_ALTNAME_INVALID', 'certificate-wrong-host'],
  ['ERR_SSL_WRONG_VERSION_NUMBER', 'tls-failed'],
  ['EPROTO', 'tls-failed'],
  ['ECONNRESET', 'connection-lost'],
  ['EPIPE', 'connection-lost'],
  ['UND_ERR_SOCKET', 'connection-lost'],
  ['UND_ERR_HEADERS_TIMEOUT', 'timed-out'],
  ['UND_ERR_BODY_TIMEOUT', 'timed-out'],
  ['ETIMEDOUT', 'timed-out'],
  ['HPE_INVALID_CONSTANT', 'malformed-response'],
  ['Z_DATA_ERROR', 'malformed-response'],
  ['ESOMETHING', 'unknown'],
] as const;

describe('the phase decides whether the request was delivered', () => {
  test.each(allCodes)('%s while connecting: no', (code, expected) => {
    expect(failureOf(fetchError(code), 'connecting')).toMatchObject({
      code: expected,
      delivered: 'no',
    });
  });

  test.each(allCodes)('%s while sending: perhaps', (code) => {
    expect(failureOf(fetchError(code), 'sending').delivered).toBe('perhaps');
  });

  test.each(['EHOSTUNREACH', 'ENETDOWN', 'EPROTO', 'ERR_SSL_DECRYPTION_FAILED_OR_BAD_RECORD_MAC'])(
    '%s while sending is a lost connection',
    (code) => {
      expect(failureOf(fetchError(code), 'sending').code).toBe('connection-lost');
    },
  );
});

describe('a client that does not report the phase', () => {
  test.each([
    ['ECONNREFUSED', 'connect', 'no'],
    ['EHOSTUNREACH', 'connect', 'no'],
    ['ENETUNREACH', 'connect', 'no'],
    ['ETIMEDOUT', 'connect', 'no'],
    ['ENOTFOUND', 'getaddrinfo', 'no'],
    ['EAI_AGAIN', 'getaddrinfo', 'no'],
    ['EHOSTUNREACH', 'read', 'perhaps'],
    ['ENETUNREACH', 'write', 'perhaps'],
    ['ENETDOWN', 'read', 'perhaps'],
    ['EPROTO', 'write', 'perhaps'],
    ['ECONNRESET', 'read', 'perhaps'],
    ['EHOSTUNREACH', undefined, 'perhaps'],
    ['ECONNREFUSED', undefined, 'perhaps'],
    ['ERR_SSL_WRONG_VERSION_NUMBER', undefined, 'perhaps'],
    ['ERR_SSL_TLSV1_ALERT_INTERNAL_ERROR', undefined, 'perhaps'],
    ['UND_ERR_CONNECT_TIMEOUT', undefined, 'no'],
    ['CERT_HAS_EXPIRED', undefined, 'no'],
    ['UNABLE_TO_VERIFY_LEAF_SIGNATURE', undefined, 'no'],
    ['ERR_TLS_CERT_ALTNAME_INVALID', undefined, 'no'],
    ['UND_ERR_SOCKET', undefined, 'perhaps'],
    ['ESOMETHING', undefined, 'perhaps'],
  ])('%s of %s: %s', (code, syscall, delivered) => {
    expect(failureOf(fetchError(code, '', { syscall }), 'unknown').delivered).toBe(delivered);
  });

  test.each([
    [['connect', 'connect'], 'no'],
    [['connect', 'read'], 'perhaps'],
  ])('of several attempts each has to be of connecting: %j', (syscalls, delivered) => {
    const attempts = syscalls.map((syscall) =>
      Object.assign(new Error(syscall), { code: 'ECONNREFUSED', syscall }),
    );
    const all = Object.assign(new AggregateError(attempts), { code: 'ECONNREFUSED' });
    const error = new TypeError('fetch failed', { cause: all });
    expect(failureOf(error, 'unknown')).toMatchObject({ code: 'connection-refused', delivered });
  });

  test.each([
    ['net::ERR_NAME_NOT_RESOLVED', 'host-not-found', 'no'],
    ['net::ERR_CONNECTION_REFUSED', 'connection-refused', 'no'],
    ['net::ERR_PROXY_CONNECTION_FAILED', 'proxy-failed', 'no'],
    ['net::ERR_TUNNEL_CONNECTION_FAILED', 'proxy-failed', 'perhaps'],
    ['net::ERR_INTERNET_DISCONNECTED', 'host-unreachable', 'perhaps'],
    ['net::ERR_ADDRESS_UNREACHABLE', 'host-unreachable', 'perhaps'],
    ['net::ERR_CERT_AUTHORITY_INVALID', 'certificate-untrusted', 'perhaps'],
    ['net::ERR_CERT_COMMON_NAME_INVALID', 'certificate-wrong-host', 'perhaps'],
    ['net::ERR_CERT_DATE_INVALID', 'certificate-expired', 'perhaps'],
    ['net::ERR_SSL_PROTOCOL_ERROR', 'tls-failed', 'perhaps'],
    ['net::ERR_CONNECTION_TIMED_OUT', 'timed-out', 'perhaps'],
    ['net::ERR_CONNECTION_RESET', 'connection-lost', 'perhaps'],
    ['net::ERR_EMPTY_RESPONSE', 'connection-lost', 'perhaps'],
    ['net::ERR_NETWORK_CHANGED', 'unknown', 'perhaps'],
  ])('as the network stack of the editor: %s', (message, code, delivered) => {
    expect(failureOf(new Error(message), 'unknown')).toMatchObject({ code, delivered });
  });
});

test('knows the answer 407 by what is missing', () => {
  const hidden = new TypeError('fetch failed', { cause: new Error('') });
  expect(failureOf(hidden, 'sending')).toMatchObject({
    code: 'proxy-authentication',
    delivered: 'perhaps',
    detail: 'fetch failed; ; 407, hidden by the platform',
  });
  const other = new TypeError('fetch failed', { cause: new Error('something else') });
  expect(failureOf(other, 'sending')).toMatchObject({ code: 'unknown' });
  expect(failureOf(new TypeError('fetch failed'), 'sending')).toMatchObject({ code: 'unknown' });
});

describe('a proxy', () => {
  test.each([
    ['Proxy response (407) !== 200 when HTTP Tunneling', 'proxy-authentication'],
    ['Proxy response (407) ?.== 200 when HTTP Tunneling', 'proxy-authentication'],
    ['Proxy response (503) !== 200 when HTTP Tunneling', 'proxy-failed'],
    ['Proxy connection ended before receiving CONNECT response', 'proxy-failed'],
  ])('is known by its words, which do not tell the phase: %s', (message, code) => {
    const error = fetchError('UND_ERR_ABORTED', message);
    expect(failureOf(error, 'connecting')).toMatchObject({ code, delivered: 'no' });
    expect(failureOf(error, 'unknown')).toMatchObject({ code, delivered: 'perhaps' });
  });

  test.each([
    ['ECONNRESET', 'read ECONNRESET (vpn-tunnel.example.com:443)', 'connection-lost'],
    ['ENOTFOUND', 'getaddrinfo ENOTFOUND proxy-407.tunnel.example.com', 'host-not-found'],
    [
      'UND_ERR_CONNECT_TIMEOUT',
      'Connect Timeout Error (attempted address: vpn-tunnel.example.com:443, timeout: 10000ms)',
      'timed-out',
    ],
    ['UND_ERR_SOCKET', 'the proxy connection of a tunnel was closed (407)', 'connection-lost'],
  ])('is not known by words in a host name: %s %s', (code, message, expected) => {
    expect(failureOf(fetchError(code, message), 'sending')).toMatchObject({
      code: expected,
      delivered: 'perhaps',
    });
  });
});

test('keeps codes and words for the log', () => {
  expect(failureOf(fetchError('ECONNRESET', 'read ECONNRESET'), 'sending').detail).toBe(
    'ECONNRESET; fetch failed; read ECONNRESET',
  );
});

test('ends on causes that go in a circle', () => {
  const error = new Error('a');
  error.cause = error;
  expect(failureOf(error, 'unknown')).toMatchObject({ code: 'unknown', delivered: 'perhaps' });
});

test.each([undefined, null, 'text', 5])('takes %s too', (thrown) => {
  expect(failureOf(thrown, 'unknown')).toMatchObject({ code: 'unknown', delivered: 'perhaps' });
});
