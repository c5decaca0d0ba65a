import { clockAt } from '../../support/client/clockAt';
import { describe, expect, test } from 'vitest';
import { authorize } from '../../../client/src/core/cloud/signing/authorize';
import type { Credentials } from '../../../client/src/core/model/credentials';
import { readSignature } from '../../../client/src/core/cloud/signing/signatureReading';
import type { HttpRequest } from '../../../client/src/core/model/httpExchange';
import { authenticationDetail } from '../../../client/src/core/cloud/errors/authenticationDetail';
import { nodeCrypto } from '../../../client/src/transports/nodeCrypto';
import { accessKey, now } from '../../support/client/fakeClient';
import { answer } from '../../support/client/fakeTransport';

const temporary: Credentials = {
  kind: 'temporary-access-key',
  accessKey: 'AK',
  secretKey: 'SK',
  securityToken: 'SECRET-TOKEN',
};

/** Line by line, what the gateway would compute for the request that `signed` makes. */
const lines = [
  'PUT',
  '/v5/p/vpn-connection/c/',
  'a=1',
  'content-type:application/json',
  'host:vpn.example.com',
  'x-project-id:p',
  'x-sdk-date:20261123T143105Z',
  '',
  'content-type;host;x-project-id;x-sdk-date',
  '44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a',
];

function signed(credentials: Credentials = accessKey): HttpRequest {
  const request: HttpRequest = {
    method: 'PUT',
    url: 'https://vpn.example.com/v5/p/vpn-connection/c?a=1',
    headers: { 'Content-Type': 'application/json' },
    body: '{}',
  };
  return authorize(request, credentials, 'p', { crypto: nodeCrypto, clock: clockAt(() => now) });
}

function reading(told: string, sent = signed()) {
  const message = `Incorrect IAM authentication information: verify aksk signature fail, ${told}`;
  return readSignature(
    sent,
    answer(401, { error_code: 'APIGW.0301', error_msg: message }),
    nodeCrypto,
  );
}

const echo = (changed: readonly string[], separator = '|'): string =>
  `canonicalRequest:${changed.join(separator)}`;
const withLine = (at: number, line: string): string => echo(lines.with(at, line));

describe('the canonical request that the gateway tells', () => {
  test.each([
    ['with bars', echo(lines)],
    ['with line feeds', echo(lines, '\n')],
    ['with carriage returns', echo(lines, '\r\n')],
    ['with text behind it', `${echo(lines)}, please check`],
    ['with an equals sign', echo(lines).replace(':', '=')],
  ])('is the same: %s', (_how, told) => {
    expect(reading(told)).toBe('same');
  });

  test.each([
    [0, 'POST', 'the method', 'PUT', 'POST'],
    [1, '/v5/p/vpn-connection/', 'the path', '/v5/p/vpn-connection/c/', '/v5/p/vpn-connection/'],
    [2, '', 'the query', 'a=1', ''],
    [3, 'content-type:text/plain', 'the header content-type', 'application/json', 'text/plain'],
    [4, 'host:', 'the header host', 'vpn.example.com', ''],
    [8, 'host', 'the list of signed headers', lines[8], 'host'],
  ])('differs in line %i', (at, line, part, before, after) => {
    expect(reading(withLine(at, line))).toEqual({
      part,
      values: { signed: before, received: after },
    });
  });

  test('differs in the body: its hash is not repeated', () => {
    expect(reading(withLine(9, 'e'.repeat(64)))).toEqual({ part: 'the body' });
  });

  test('differs in a header that is gone altogether', () => {
    expect(reading(echo(lines.toSpliced(5, 1)))).toEqual({ part: 'the header x-project-id' });
  });

  test('never shows a security token', () => {
    const told = [...lines.slice(0, 7), 'x-security-token:OTHER-TOKEN', ...lines.slice(7)];
    const result = reading(echo(told), signed(temporary));
    expect(result).toEqual({ part: 'the header x-security-token' });
  });

  test.each([0, 1, 12, 40, 90])('may be cut after %i characters of it', (length) => {
    expect(reading(echo(lines).slice(0, 'canonicalRequest:'.length + length))).toBeUndefined();
  });

  test('is the first difference also where the message is cut later', () => {
    expect(reading(withLine(0, 'POST').slice(0, 60))).toMatchObject({ part: 'the method' });
  });

  test.each([
    ['is not told', 'nothing more'],
    ['is empty', 'canonicalRequest:'],
  ])('%s', (_how, told) => {
    expect(reading(told)).toBeUndefined();
  });

  test('is of no use for a token, which is not signed', () => {
    expect(reading(echo(lines), signed({ kind: 'token', token: 't' }))).toBeUndefined();
  });
});

describe('what is said about a signature that does not match', () => {
  const message = 'Incorrect IAM authentication information: verify aksk signature fail, x';

  test('names the secret key when nothing was changed', () => {
    expect(authenticationDetail(message, { reading: 'same' })?.meaning).toContain(
      'arrived as it was signed, so the secret key is wrong',
    );
  });

  test('names the first difference, in one line and not at any length', () => {
    const values = { signed: 'a\nb', received: 'x'.repeat(200) };
    const advice = authenticationDetail(message, { reading: { part: 'the query', values } });
    expect(advice?.meaning).toContain(
      `First difference: the query was signed as “a\\u{a}b” and arrived as “${'x'.repeat(160)}…”.`,
    );
    expect(advice?.remedy).toContain('five failures lock the access key');
  });

  test('names nothing where nothing arrived', () => {
    const values = { signed: 'a=1', received: '' };
    const advice = authenticationDetail(message, { reading: { part: 'the query', values } });
    expect(advice?.meaning).toContain('was signed as “a=1” and arrived as nothing.');
  });

  test.each([
    [16 * 60_000, '16 minutes ahead'],
    [-20 * 60_000, '20 minutes behind'],
    [-119_000, '119 seconds behind'],
    [120_000, '2 minutes ahead'],
  ])('tells how far the clock is off: %i ms', (clockAheadMs, words) => {
    const expired = 'Incorrect IAM authentication information: signature expired';
    expect(authenticationDetail(expired, { clockAheadMs })?.meaning).toBe(
      `The signature is too old or too new for the gateway: by its answer, the clock of this machine is ${words}.`,
    );
  });

  test.each([
    ['x-security-token of the temporary ak is missing or wrong', 'security token'],
    ['securityToken expired', 'security token'],
    ['x-auth-token not found', 'without its credentials'],
    ['authorization header format is invalid', 'without its credentials'],
    ['Get secretKey failed,ak:AKIA,err:ak not exist', 'does not know the access key'],
    ['AK access failed to reach the limit,forbidden', 'locked'],
  ])('tells other reasons apart: %s', (said, words) => {
    const told = `Incorrect IAM authentication information: ${said}`;
    expect(authenticationDetail(told)?.meaning).toContain(words);
  });
});
