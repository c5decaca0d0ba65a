// Answers beyond all limits: 5 MB, 100,000 levels. They are shown in part and break nothing.
import { describe, expect, test } from 'vitest';
import { readApiError, requestIdOf } from '../../../client/src/core/cloud/errors/apiError';
import { readToken } from '../../../client/src/core/cloud/iamToken';
import { connectionIn } from '../../../client/src/core/cloud/remoteObject';
import { responseView } from '../../../client/src/core/cloud/responseView';
import { verdictOf } from '../../../client/src/core/cloud/verdict';
import { maxJsonDepth, maxJsonLength, parseJson } from '../../../client/src/core/model/json';
import { createRedactor, mask } from '../../../client/src/core/redaction/redactor';
import { connectionId } from '../../support/client/exampleUpdate';
import { answer } from '../../support/client/fakeTransport';

const deep = (levels: number) => `${'['.repeat(levels)}${']'.repeat(levels)}`;
const withConnection = (more: string) =>
  `{"vpn_connection":{"id":"${connectionId}","name":"site-a"},"more":${more}}`;
const failed = (more: string) => `{"error_code":"VPN.0001","error_msg":"detail","more":${more}}`;
const megabytes = (count: number) => JSON.stringify('x'.repeat(count * 1_000_000));
const request = { method: 'PUT', url: 'https://h/v5/p/vpn-connection/c', headers: {} } as const;
const redactor = createRedactor();
redactor.register('Correct-Horse/42');

const beyond: readonly (readonly [what: string, more: string])[] = [
  ['5 MB', megabytes(5)],
  ['100,000 levels', deep(100_000)],
  ['100,000 levels that do not end', '['.repeat(100_000)],
  ['1,000,000 members', `[${'{},'.repeat(999_999)}{}]`],
];

describe('parseJson', () => {
  test.each([
    [deep(maxJsonDepth), true],
    [deep(maxJsonDepth + 1), false],
    [`"${'x'.repeat(maxJsonLength - 2)}"`, true],
    [`"${'x'.repeat(maxJsonLength - 1)}"`, false],
    // Brackets in strings are no levels.
    [JSON.stringify({ a: '['.repeat(1000), b: `\\"${'{'.repeat(1000)}` }), true],
    ['{"a":', false],
    ['', false],
  ])('%.40s: %s', (text, isRead) => {
    expect(parseJson(text) !== undefined).toBe(isRead);
  });
});

describe.each(beyond)('%s', (_what, more) => {
  test('are no connection, no verdict and no error of the API', () => {
    const success = answer(200, withConnection(more));
    expect(connectionIn(success, connectionId)).toBeUndefined();
    expect(verdictOf(success, connectionId)).toBe('unclear');
    expect(verdictOf(answer(400, failed(more)), connectionId)).toBe('unclear');
    expect(readApiError(answer(400, failed(more)))).toEqual({ shape: 'unreadable' });
    expect(requestIdOf(answer(200, withConnection(more)))).toBeUndefined();
  });

  test('are shown in part, without secrets', () => {
    const body = `{"psk":"Correct-Horse/42","more":${more}}`;
    const shown = responseView(answer(200, body), { request }, redactor);
    expect(shown.length).toBeLessThan(300_000);
    expect(shown).toContain(mask);
    expect(shown).not.toContain('Correct-Horse');
    const view = JSON.parse(shown) as { readonly body: unknown };
    expect(JSON.stringify(view.body)).toContain('psk');
  });

  test('do not keep a token from being used', () => {
    const issued = answer(201, `{"token":{},"more":${more}}`, { 'x-subject-token': 'token-1' });
    expect(readToken(issued, { ...request, method: 'POST' }, 0)).toMatchObject({
      kind: 'issued',
      lifetimeMs: 600_000,
    });
  });
});

test('says that there is more', () => {
  const [long, short] = [answer(200, withConnection(megabytes(1))), answer(200, '{}')];
  expect(responseView(long, { request }, redactor)).toContain('Only its beginning is shown.');
  expect(responseView(short, { request }, redactor)).not.toContain('note');
});

test('texts of an error are cut', () => {
  const said = 'y'.repeat(100_000);
  const { code, message } = readApiError(answer(400, { error_code: said, error_msg: said }));
  expect(code).toHaveLength(200);
  expect(message).toHaveLength(20_000);
  expect(requestIdOf(answer(200, {}, { 'x-request-id': said }))).toHaveLength(200);
});
