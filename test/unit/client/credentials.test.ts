import { describe, expect, test } from 'vitest';
import { environmentCredentials } from '../../../client/src/core/credentials/environmentCredentials';
import { findCredentials } from '../../../client/src/core/credentials/findCredentials';
import type { Credentials } from '../../../client/src/core/model/credentials';
import type { Target } from '../../../client/src/core/model/target';
import { fakeFiles } from '../../support/client/fakeFiles';
import { fakeLog } from '../../support/client/fakeLog';
import { fakeSecretStore } from '../../support/client/fakeSecretStore';

const iam = 'https://iam.eu-west-101.myhuaweicloud.com';

const environment = (values: Readonly<Record<string, string>>) => ({
  get: (name: string) => values[name],
});

describe('the environment', () => {
  const read = (values: Readonly<Record<string, string>>) =>
    environmentCredentials(environment(values), iam);
  const pair = { kind: 'access-key', accessKey: 'AK', secretKey: 'SK' };

  test.each([
    ['HUAWEICLOUD_SDK_AK', 'HUAWEICLOUD_SDK_SK'],
    ['HW_ACCESS_KEY', 'HW_SECRET_KEY'],
    ['OS_ACCESS_KEY', 'OS_SECRET_KEY'],
  ])('offers %s and %s', (accessKey, secretKey) => {
    expect(read({ [accessKey]: 'AK', [secretKey]: 'SK' })).toEqual({
      kind: 'found',
      found: { credentials: pair, origin: `the environment (${accessKey} and ${secretKey})` },
    });
  });

  test.each([
    ['HUAWEICLOUD_SDK_AK', 'HUAWEICLOUD_SDK_SK', 'HUAWEICLOUD_SDK_SECURITY_TOKEN'],
    ['HW_ACCESS_KEY', 'HW_SECRET_KEY', 'HW_SECURITY_TOKEN'],
  ])('offers a temporary key from %s, %s and %s', (accessKey, secretKey, token) => {
    expect(read({ [accessKey]: 'AK', [secretKey]: 'SK', [token]: 'ST' })).toMatchObject({
      found: { credentials: { ...pair, kind: 'temporary-access-key', securityToken: 'ST' } },
    });
  });

  test.each(['OS_AUTH_TOKEN', 'OS_TOKEN', 'HW_AUTH_TOKEN'])('offers the token %s', (name) => {
    expect(read({ [name]: 'T' })).toEqual({
      kind: 'found',
      found: { credentials: { kind: 'token', token: 'T' }, origin: `the environment (${name})` },
    });
  });

  test.each([
    [{ HUAWEICLOUD_SDK_AK: 'AK' }, 'missing: HUAWEICLOUD_SDK_SK.'],
    [{ HUAWEICLOUD_SDK_SK: 'SK' }, 'missing: HUAWEICLOUD_SDK_AK.'],
    [{ HW_ACCESS_KEY: 'AK', HW_SECRET_KEY: '  ' }, 'missing: HW_SECRET_KEY.'],
    [{ HW_SECURITY_TOKEN: 'ST' }, 'missing: HW_ACCESS_KEY and HW_SECRET_KEY.'],
    [{ OS_SECRET_KEY: 'SK' }, 'missing: OS_ACCESS_KEY.'],
  ])('reports a part of a key: %j', (values, words) => {
    expect(read({ ...values })).toMatchObject({
      kind: 'refused',
      problem: {
        code: 'environment-credentials-incomplete',
        message: expect.stringContaining(words) as string,
      },
    });
  });

  test('does not look behind half a pair', () => {
    const values = { HUAWEICLOUD_SDK_AK: 'AK', HW_ACCESS_KEY: 'A2', HW_SECRET_KEY: 'S2' };
    expect(read(values).kind).toBe('refused');
  });

  test('asks in the documented order', () => {
    const sets = [
      { HUAWEICLOUD_SDK_AK: 'A1', HUAWEICLOUD_SDK_SK: 'S' },
      { HW_ACCESS_KEY: 'A2', HW_SECRET_KEY: 'S' },
      { OS_ACCESS_KEY: 'A3', OS_SECRET_KEY: 'S' },
      { OS_AUTH_TOKEN: 'T4' },
      { OS_TOKEN: 'T5' },
      { HW_AUTH_TOKEN: 'T6' },
      { HW_USER_NAME: 'U7', HW_USER_PASSWORD: 'P', HW_DOMAIN_NAME: 'D' },
      { OS_USERNAME: 'U8', OS_PASSWORD: 'P', OS_DOMAIN_NAME: 'D' },
    ];
    const order = sets.map((_set, first) => {
      const rest: Record<string, string> = Object.assign({}, ...sets.slice(first).reverse());
      const result = read(rest);
      const found = result.kind === 'found' ? result.found.credentials : undefined;
      const { accessKey, token, user } = { ...found } as Readonly<Record<string, string>>;
      return accessKey ?? token ?? user;
    });
    expect(order).toEqual(['A1', 'A2', 'A3', 'T4', 'T5', 'T6', 'U7', 'U8']);
  });

  test('is absent when nothing or only blanks are set', () => {
    expect(read({})).toEqual({ kind: 'absent' });
    expect(read({ HW_ACCESS_KEY: ' ', OS_AUTH_TOKEN: '' })).toEqual({ kind: 'absent' });
  });

  test('takes the line break of a shell away and refuses one inside', () => {
    expect(read({ OS_AUTH_TOKEN: 'T\n' })).toMatchObject({
      found: { credentials: { token: 'T' } },
    });
    expect(read({ OS_AUTH_TOKEN: 'T\nX-Evil: 1' })).toMatchObject({
      problem: { code: 'environment-credentials-malformed' },
    });
    expect(read({ HW_ACCESS_KEY: 'A,Signature=x', HW_SECRET_KEY: 'S' })).toMatchObject({
      problem: { message: expect.stringContaining('access key') as string },
    });
  });

  test('never repeats a value in a problem', () => {
    const result = read({ HW_ACCESS_KEY: 'AK', HW_SECRET_KEY: 'top secret' });
    expect(JSON.stringify(result)).not.toContain('top secret');
  });
});

describe('findCredentials', () => {
  const region: Target = { kind: 'regional', region: 'eu-west-101' };
  const stored: Credentials = { kind: 'token', token: 'stored' };
  const storedText = JSON.stringify(stored);

  function given(values: Readonly<Record<string, string>>, env: Readonly<Record<string, string>>) {
    const secrets = fakeSecretStore(values);
    const log = fakeLog();
    const sandbox = { running: () => undefined };
    const settings = { read: () => ({ timeoutSeconds: 30 }) };
    const targets = { current: () => undefined, select: () => Promise.resolve() };
    const more = { files: fakeFiles(), environment: environment(env), targets };
    return { secrets, log, sandbox, settings, ...more };
  }

  test('prefers what was stored for the target', async () => {
    const ports = given({ 'credentials:regional:eu-west-101': storedText }, { OS_AUTH_TOKEN: 'e' });
    expect(await findCredentials(region, ports)).toEqual({
      kind: 'found',
      found: { credentials: stored, origin: 'Sign In' },
    });
  });

  test('does not use what was stored for another target', async () => {
    const ports = given({ 'credentials:regional:eu-west-101': storedText }, {});
    const other: Target = { kind: 'regional', region: 'la-south-2' };
    expect(await findCredentials(other, ports)).toMatchObject({
      problem: { code: 'signed-out', actions: [{ kind: 'sign-in' }, { kind: 'select-target' }] },
    });
  });

  test('falls back to the environment', async () => {
    const ports = given({}, { OS_AUTH_TOKEN: 'e' });
    expect(await findCredentials(region, ports)).toMatchObject({
      found: { credentials: { token: 'e' } },
    });
  });

  test('reports half a pair in the environment', async () => {
    const ports = given({}, { HW_ACCESS_KEY: 'a' });
    expect(await findCredentials(region, ports)).toMatchObject({
      problem: { code: 'environment-credentials-incomplete' },
    });
  });

  test.each([
    'not JSON',
    'null',
    '[]',
    '{"kind":"token"}',
    '{"kind":"access-key","accessKey":"A"}',
    '{"kind":"access-key","accessKey":"A","secretKey":5}',
    '{"kind":"temporary-access-key","accessKey":"A","secretKey":"S"}',
    '{"kind":"password","user":"u","password":"p"}',
    '{"kind":"password","user":"u","password":" ","domain":"d"}',
    '{"kind":"other"}',
    '{"kind":"token","token":"a\\nb"}',
  ])('does not half-use stored %s', async (text) => {
    const ports = given({ 'credentials:regional:eu-west-101': text }, { OS_AUTH_TOKEN: 'e' });
    expect(await findCredentials(region, ports)).toMatchObject({
      problem: { code: 'stored-credentials-unreadable' },
    });
  });

  test('reads back each kind as it was stored', async () => {
    const all: Credentials[] = [
      { kind: 'access-key', accessKey: 'A', secretKey: 'S' },
      { kind: 'temporary-access-key', accessKey: 'A', secretKey: 'S', securityToken: 'T' },
      { kind: 'token', token: 'T' },
    ];
    for (const credentials of all) {
      const text = JSON.stringify(credentials);
      const ports = given({ 'credentials:regional:eu-west-101': text }, {});
      expect(await findCredentials(region, ports)).toMatchObject({ found: { credentials } });
    }
  });

  test('uses the environment when the storage is locked, and logs it', async () => {
    const ports = given({}, { OS_AUTH_TOKEN: 'e' });
    ports.secrets.lock();
    expect((await findCredentials(region, ports)).kind).toBe('found');
    expect(ports.log.lines).toEqual(['warn The secret storage cannot be read: keyring is locked']);
  });

  test('says that the storage is locked when the environment is empty', async () => {
    const ports = given({}, {});
    ports.secrets.lock();
    expect(await findCredentials(region, ports)).toMatchObject({
      kind: 'later',
      problem: { code: 'secret-storage-unavailable' },
    });
  });

  test('gives the sandbox its own credentials and never others', async () => {
    const ports = given({ 'credentials:sandbox': storedText }, { OS_AUTH_TOKEN: 'e' });
    const target: Target = { kind: 'sandbox' };
    expect(await findCredentials(target, ports)).toMatchObject({
      problem: { code: 'sandbox-stopped' },
    });
    const credentials = { kind: 'token', token: 'demo' } as const;
    const running = () => ({ endpoint: 'http://127.0.0.1:1', credentials });
    expect(await findCredentials(target, { ...ports, sandbox: { running } })).toEqual({
      kind: 'found',
      found: { credentials, origin: 'the sandbox' },
    });
  });
});
