import { execFileSync } from 'node:child_process';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { buildRequest, readRequest } from '../../../client/src/core/cloud/buildRequest';
import { curlCommand } from '../../../client/src/core/cloud/curl';
import { literalSecrets, maskedBody } from '../../../client/src/core/secrets/maskedBody';
import { requestView } from '../../../client/src/core/cloud/requestView';
import { resolveSecrets, secretKey } from '../../../client/src/core/secrets/resolveSecrets';
import { shellQuote } from '../../../client/src/core/cloud/shellQuote';
import { createRedactor } from '../../../client/src/core/redaction/redactor';
import type { PreparedUpdate, SecretReference } from '../../../server/src/protocol/messages';
import { exampleUpdate } from '../../support/client/exampleUpdate';
import variables from '../../cases/environmentVariables.json';
import { fakeSecretStore } from '../../support/client/fakeSecretStore';

describe('resolveSecrets', () => {
  const resolve = (
    references: readonly SecretReference[],
    stored: Readonly<Record<string, string>> = {},
    environment: Readonly<Record<string, string>> = {},
    allowedVariables: readonly string[] = [],
  ) =>
    resolveSecrets(
      { body: { o: { psk: null, other: null } }, secrets: references },
      {
        secrets: fakeSecretStore(stored),
        environment: { get: (name) => environment[name] },
        settings: { read: () => ({ timeoutSeconds: 30, allowedVariables }) },
      },
    );
  const secret = (more: Partial<SecretReference> = {}): SecretReference => ({
    pointer: '/o/psk',
    source: 'secret',
    name: 'site-a',
    ...more,
  });

  test('fills both sources in', async () => {
    const env = secret({ source: 'env', name: 'SITE_B', pointer: '/o/other' });
    const stored = { [secretKey('site-a')]: ' a "b" ' };
    expect(await resolve([secret(), env], stored, { SITE_B: 'b' })).toEqual({
      kind: 'resolved',
      body: { o: { psk: ' a "b" ', other: 'b' } },
      values: [' a "b" ', 'b'],
    });
  });

  test('keeps values apart from credentials of the same name', async () => {
    const result = await resolve([secret({ name: 'sandbox' })], { 'credentials:sandbox': 'x' });
    expect(result).toMatchObject({ problem: { code: 'secret-missing' } });
  });

  test.each([
    ['nothing stored', secret(), 'secret-missing', '!secret site-a'],
    ['nothing in the environment', secret({ source: 'env' }), 'variable-missing', '!env site-a'],
  ])('%s', async (_what, reference, code, words) => {
    expect(await resolve([reference])).toMatchObject({
      kind: 'refused',
      problem: { code, message: expect.stringContaining(words) as string },
    });
  });

  test('offers to store what is missing', async () => {
    expect(await resolve([secret()])).toMatchObject({
      problem: { actions: [{ kind: 'store-pre-shared-key', name: 'site-a' }] },
    });
  });

  test.each([
    [secret(), { [secretKey('site-a')]: '' }, {}],
    [secret({ source: 'env' }), {}, { 'site-a': '' }],
  ])('refuses an empty value', async (reference, stored, environment) => {
    expect(await resolve([reference], stored, environment)).toMatchObject({
      problem: { code: 'secret-invalid', message: expect.stringContaining('is empty') as string },
    });
  });

  test('checks the conditions that came with the reference, and never repeats the value', async () => {
    const checks = [
      { pattern: '^.{8,}$', message: 'It has at least 8 characters.' },
      { pattern: '\\d', message: 'It has a digit.' },
    ];
    const refused = await resolve([secret({ checks })], { [secretKey('site-a')]: 'longenough' });
    expect(refused).toMatchObject({
      problem: {
        code: 'secret-invalid',
        message: 'The value of !secret site-a cannot be sent: It has a digit.',
      },
    });
    expect(JSON.stringify(refused)).not.toContain('longenough');
    const accepted = await resolve([secret({ checks })], { [secretKey('site-a')]: 'longenough1' });
    expect(accepted.kind).toBe('resolved');
  });

  test('says that the storage is locked', async () => {
    const secrets = fakeSecretStore();
    secrets.lock();
    const ports = {
      secrets,
      environment: { get: () => undefined },
      settings: { read: () => ({ timeoutSeconds: 30 }) },
    };
    const update = { body: { o: { psk: null } }, secrets: [secret()] };
    expect(await resolveSecrets(update, ports)).toMatchObject({
      kind: 'later',
      problem: { code: 'secret-storage-unavailable' },
    });
  });

  test.each(variables.credentials)('reads no credential of a cloud or a tool: %s', async (name) => {
    const env = secret({ source: 'env', name });
    const result = await resolve([env], {}, { [name]: 'Wonderland-42' });
    expect(result).toMatchObject({
      kind: 'refused',
      problem: {
        code: 'variable-protected',
        message: expect.stringContaining(name) as string,
        actions: [{ kind: 'open-setting', setting: 'vpnconn.secrets.allowedEnvironmentVariables' }],
      },
    });
    expect(JSON.stringify(result)).not.toContain('Wonderland-42');
  });

  test('reads one that the user allows, by that very name', async () => {
    const environment = { SITE_A_PASSWORD: 'a', SITE_B_PASSWORD: 'b' };
    const read = (name: string) =>
      resolve([secret({ source: 'env', name })], {}, environment, ['SITE_A_PASSWORD']);
    expect(await read('SITE_A_PASSWORD')).toMatchObject({ kind: 'resolved', values: ['a'] });
    expect(await read('SITE_B_PASSWORD')).toMatchObject({
      problem: { code: 'variable-protected' },
    });
  });

  test.each(variables.others)('reads any other variable: %s', async (name) => {
    const env = secret({ source: 'env', name });
    expect(await resolve([env], {}, { [name]: 'a' })).toMatchObject({ values: ['a'] });
  });

  test('reads a secret of any name', async () => {
    const stored = { [secretKey('OS_PASSWORD')]: 'a' };
    expect(await resolve([secret({ name: 'OS_PASSWORD' })], stored)).toMatchObject({
      kind: 'resolved',
    });
  });

  test('refuses a reference to a place that is not in the body', async () => {
    const stored = { [secretKey('site-a')]: 'value' };
    expect(await resolve([secret({ pointer: '/o/none' })], stored)).toMatchObject({
      problem: { code: 'secret-misplaced' },
    });
  });
});

describe('buildRequest', () => {
  const endpoint = { origin: 'https://vpn.example.com' };

  test('serialises the body once, in the order of the file', () => {
    expect(buildRequest(exampleUpdate, endpoint, { z: 1, a: 'é' })).toEqual({
      kind: 'built',
      request: {
        method: 'PUT',
        url: `https://vpn.example.com${exampleUpdate.path}`,
        headers: { 'Content-Type': 'application/json' },
        body: '{"z":1,"a":"é"}',
      },
    });
  });

  test.each([
    '/v5/../vpn-connection/x',
    '/v5/%2e%2e/x',
    '/v5/a?b',
    '/v5/a#b',
    '/v5/a b',
    '@evil.com/',
    '.evil.com/',
  ])('refuses the path %s, which would lead elsewhere', (path) => {
    expect(buildRequest({ method: 'PUT', path }, endpoint, {})).toMatchObject({
      problem: { code: 'path-altered' },
    });
  });

  test('an encoded project id stays as it is', () => {
    const path = `/v5/${encodeURIComponent('a/b é?')}/vpn-connection/x`;
    expect(buildRequest({ method: 'PUT', path }, endpoint, {}).kind).toBe('built');
  });

  test('reads back from the same address without a body', () => {
    const built = buildRequest(exampleUpdate, endpoint, {});
    expect(built.kind === 'built' && readRequest(built.request)).toEqual({
      method: 'GET',
      url: `https://vpn.example.com${exampleUpdate.path}`,
      headers: { 'Content-Type': 'application/json' },
    });
  });
});

const literal: PreparedUpdate = {
  ...exampleUpdate,
  body: { vpn_connection: { psk: 'Clear-Text1', name: "it's" } },
  secrets: [],
};

test('secrets in clear text are known as such, and masked', () => {
  expect(literalSecrets(literal)).toEqual(['Clear-Text1']);
  expect(literalSecrets(exampleUpdate)).toEqual([]);
  expect(maskedBody(literal, () => '***')).toEqual({
    vpn_connection: { psk: '***', name: "it's" },
  });
});

test('requestView shows everything but the secrets', () => {
  const redactor = createRedactor();
  redactor.registerKeys(['psk']);
  const request = {
    method: 'PUT',
    url: 'https://vpn.example.com:8443/v5/p',
    headers: { 'Content-Type': 'application/json', 'X-Auth-Token': 'tok' },
    body: '{"psk":"Clear-Text1","a":[1]}',
  } as const;
  expect(requestView(request, redactor, ['a note'])).toBe(`# a note
PUT https://vpn.example.com:8443/v5/p
Host: vpn.example.com:8443
Content-Type: application/json
X-Auth-Token: ••••••

{
  "psk": "••••••",
  "a": [
    1
  ]
}
`);
});

describe('cURL', () => {
  const origin = 'https://vpn.example.com';

  /** Runs the command with a `curl` that prints each argument, and gives these arguments. */
  function run(command: string, variables: Readonly<Record<string, string>>): readonly string[] {
    const script = `curl() { printf '%s\\0' "$@"; }\n${command}`;
    const output = execFileSync('sh', ['-c', script], { env: variables, timeout: 10_000 });
    return output.toString('utf8').split('\0').slice(0, -1);
  }

  test('gives curl the exact request, with secrets from variables', () => {
    const { text, variables } = curlCommand(exampleUpdate, origin);
    expect(variables).toEqual(['HUAWEICLOUD_TOKEN', 'PSK']);
    expect(run(text, { HUAWEICLOUD_TOKEN: 'tok  *', PSK: 'a b $c' })).toEqual([
      '--request',
      'PUT',
      `${origin}${exampleUpdate.path}`,
      '--header',
      'Content-Type: application/json',
      '--header',
      'X-Auth-Token: tok  *',
      '--data-binary',
      JSON.stringify(exampleUpdate.body).replace('"psk":null', '"psk":"a b $c"'),
    ]);
  });

  test('holds no secret that stands in the file', () => {
    const { text } = curlCommand(literal, origin);
    expect(text).not.toContain('Clear-Text1');
    expect(text).toContain('"psk":"\'"$PSK"\'"');
  });

  test('tells several secrets apart', () => {
    const secrets = ['/a/psk', '/b/psk', '/b/9-x'].map((pointer) => ({
      pointer,
      source: 'secret' as const,
      name: 'n',
    }));
    const update = {
      ...exampleUpdate,
      body: { a: { psk: null }, b: { psk: null, '9-x': null } },
      secrets,
      fields: [],
    };
    const { text, variables } = curlCommand(update, origin);
    expect(variables).toEqual(['HUAWEICLOUD_TOKEN', 'PSK', 'PSK_2', 'SECRET_9_X']);
    const values = { HUAWEICLOUD_TOKEN: '', PSK: '1', PSK_2: '2', SECRET_9_X: '3' };
    expect(run(text, values).at(-1)).toBe('{"a":{"psk":"1"},"b":{"psk":"2","9-x":"3"}}');
  });

  test('survives any text in the body', () => {
    const anything = fc.string({
      unit: fc.constantFrom(
        ...Array.from('a\'"\\$`!*?~#&;|<>(){}[] \n\r\t\u0000'),
        'é',
        '\uE000',
        '\u{1F600}',
      ),
      maxLength: 30,
    });
    fc.assert(
      fc.property(anything, anything, (name, value) => {
        const body = { vpn_connection: { [name]: value, psk: null } };
        const { text } = curlCommand({ ...exampleUpdate, body }, origin);
        const sent = run(text, { HUAWEICLOUD_TOKEN: 't', PSK: 'p' }).at(-1);
        expect(sent).toBe(JSON.stringify(body).replace(/"psk":null}}$/, '"psk":"p"}}'));
      }),
      { numRuns: 60 },
    );
  }, 60_000);

  test('shellQuote gives one word that is the text itself', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom(...Array.from('a\'"\\$`! \n*~#-')), maxLength: 20 }),
        (value) => {
          const printed = execFileSync('sh', ['-c', `printf %s ${shellQuote(value)}`]);
          expect(printed.toString('utf8')).toBe(value);
        },
      ),
      { numRuns: 60 },
    );
  }, 60_000);
});
