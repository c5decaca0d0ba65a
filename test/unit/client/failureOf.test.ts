import { describe, expect, test } from 'vitest';
import { failureOf } from '../../../client/src/transports/failureOf';

function fetchError(code: string, message = ''): Error {
  return new TypeError('fetch failed', { cause: Object.assign(new Error(message), { code }) });
}

describe('failureOf', () => {
  test.each([
    ['ENOTFOUND', 'host-not-found', 'no'],
    ['EAI_AGAIN', 'host-not-found', 'no'],
    ['ECONNREFUSED', 'connection-refused', 'no'],
    ['EHOSTUNREACH', 'host-unreachable', 'no'],
    ['ENETUNREACH', 'host-unreachable', 'no'],
    ['UND_ERR_CONNECT_TIMEOUT', 'timed-out', 'no'],
    ['UNABLE_TO_VERIFY_LEAF_SIGNATURE', 'certificate-untrusted', 'no'],
    ['UNABLE_TO_GET_ISSUER_CERT_LOCALLY', 'certificate-untrusted', 'no'],
    ['DEPTH_ZERO_SELF_SIGNED_CERT', 'certificate-untrusted', 'no'],
    ['SELF_SIGNED_CERT_IN_CHAIN', 'certificate-untrusted', 'no'],
    ['CERT_UNTRUSTED', 'certificate-untrusted', 'no'],
    ['CERT_REVOKED', 'certificate-untrusted', 'no'],
    ['CERT_HAS_EXPIRED', 'certificate-expired', 'no'],
    ['CERT_NOT_YET_VALID', 'certificate-expired', 'no'],
    ['ERR_TLS_CERT_ALTNAME_INVALID', 'certificate-wrong-host', 'no'],
    ['ERR_SSL_WRONG_VERSION_NUMBER', 'tls-failed', 'no'],
    ['EPROTO', 'tls-failed', 'no'],
    ['ECONNRESET', 'connection-lost', 'perhaps'],
    ['EPIPE', 'connection-lost', 'perhaps'],
    ['UND_ERR_SOCKET', 'connection-lost', 'perhaps'],
    ['UND_ERR_HEADERS_TIMEOUT', 'timed-out', 'perhaps'],
    ['UND_ERR_BODY_TIMEOUT', 'timed-out', 'perhaps'],
    ['ETIMEDOUT', 'timed-out', 'perhaps'],
    ['HPE_INVALID_CONSTANT', 'malformed-response', 'perhaps'],
    ['Z_DATA_ERROR', 'malformed-response', 'perhaps'],
    ['ESOMETHING', 'unknown', 'perhaps'],
  ])('%s is %s, delivered: %s', (code, expected, delivered) => {
    expect(failureOf(fetchError(code))).toMatchObject({ code: expected, delivered });
  });

  test('knows the answer 407 by what is missing', () => {
    const hidden = new TypeError('fetch failed', { cause: new Error('') });
    expect(failureOf(hidden)).toMatchObject({ code: 'proxy-authentication', delivered: 'perhaps' });
    const other = new TypeError('fetch failed', { cause: new Error('something else') });
    expect(failureOf(other)).toMatchObject({ code: 'unknown' });
    expect(failureOf(new TypeError('fetch failed'))).toMatchObject({ code: 'unknown' });
  });

  test.each([
    ['net::ERR_NAME_NOT_RESOLVED', 'host-not-found'],
    ['net::ERR_INTERNET_DISCONNECTED', 'host-unreachable'],
    ['net::ERR_CERT_AUTHORITY_INVALID', 'certificate-untrusted'],
    ['net::ERR_CERT_COMMON_NAME_INVALID', 'certificate-wrong-host'],
    ['net::ERR_CERT_DATE_INVALID', 'certificate-expired'],
    ['net::ERR_PROXY_CONNECTION_FAILED', 'proxy-failed'],
    ['net::ERR_TUNNEL_CONNECTION_FAILED', 'proxy-failed'],
    ['net::ERR_CONNECTION_RESET', 'connection-lost'],
    ['net::ERR_EMPTY_RESPONSE', 'connection-lost'],
  ])('reads the message of the network stack of the editor: %s', (message, code) => {
    expect(failureOf(new Error(message)).code).toBe(code);
  });

  test.each([
    ['Proxy response (407) !== 200 when HTTP Tunneling', 'proxy-authentication'],
    ['Proxy response (503) !== 200 when HTTP Tunneling', 'proxy-failed'],
    ['Proxy connection ended before receiving CONNECT response', 'proxy-failed'],
  ])('knows a proxy by its words: %s', (message, code) => {
    expect(failureOf(fetchError('UND_ERR_ABORTED', message))).toMatchObject({
      code,
      delivered: 'no',
    });
  });

  test('looks into the attempts of several addresses', () => {
    const attempts = [1, 2].map((n) => Object.assign(new Error(`${n}`), { code: 'ECONNREFUSED' }));
    const error = new TypeError('fetch failed', { cause: new AggregateError(attempts) });
    expect(failureOf(error).code).toBe('connection-refused');
  });

  test('keeps codes and words for the log', () => {
    expect(failureOf(fetchError('ECONNRESET', 'read ECONNRESET')).detail).toBe(
      'ECONNRESET; fetch failed; read ECONNRESET',
    );
  });

  test('ends on causes that go in a circle', () => {
    const error = new Error('a');
    error.cause = error;
    expect(failureOf(error).code).toBe('unknown');
  });

  test.each([undefined, null, 'text', 5])('takes %s too', (thrown) => {
    expect(failureOf(thrown).code).toBe('unknown');
  });
});
