// Users of the environment and profiles of other tools: what is taken, what is refused, and that no
// address in them is followed.
import { describe, expect, test } from 'vitest';
import { environmentLogin } from '../../../client/src/core/credentials/environmentLogin';
import { findCredentials } from '../../../client/src/core/credentials/findCredentials';
import { kooCliProfile } from '../../../client/src/core/credentials/kooCliProfile';
import { sdkProfile } from '../../../client/src/core/credentials/sdkProfile';
import { parseTargetDefinitions } from '../../../client/src/core/targets/targetDefinition';
import { fakeFiles } from '../../support/client/fakeFiles';
import { fakeLog } from '../../support/client/fakeLog';
import { fakeSecretStore } from '../../support/client/fakeSecretStore';

const iam = 'https://iam.eu-west-101.myhuaweicloud.com';
const environment = (values: Readonly<Record<string, string>>) => ({
  get: (name: string) => values[name],
});
const key = { kind: 'access-key', accessKey: 'QTWAOYTTINDUT2QVKYUC', secretKey: 'S' };

describe('a user in the environment', () => {
  const user = { OS_USERNAME: ' u ', OS_PASSWORD: ' p w ', OS_USER_DOMAIN_NAME: 'd' };
  const read = (values: Readonly<Record<string, string>>, endpoint: string | undefined = iam) =>
    environmentLogin(environment(values), endpoint);

  test('is taken with the password exactly as it is', () => {
    expect(read(user)).toEqual({
      kind: 'found',
      found: {
        credentials: {
          kind: 'password',
          user: 'u',
          password: ' p w ',
          domain: 'd',
          iamEndpoint: iam,
        },
        origin: 'the environment (OS_USERNAME and OS_PASSWORD)',
      },
    });
  });

  test.each([
    ['OS_USER_DOMAIN_NAME', { OS_DOMAIN_NAME: 'x', OS_PROJECT_DOMAIN_NAME: 'y' }],
    ['OS_DOMAIN_NAME', { OS_PROJECT_DOMAIN_NAME: 'y' }],
    ['OS_PROJECT_DOMAIN_NAME', {}],
  ])('has its account from %s first', (name, others) => {
    const values = { OS_USERNAME: 'u', OS_PASSWORD: 'p', ...others, [name]: 'wanted' };
    expect(read(values)).toMatchObject({ found: { credentials: { domain: 'wanted' } } });
  });

  test.each([
    [{ HW_USER_NAME: 'u' }, 'HW_USER_PASSWORD and HW_DOMAIN_NAME'],
    [{ HW_USER_PASSWORD: 'p', HW_DOMAIN_NAME: 'd' }, 'HW_USER_NAME'],
    [{ OS_USERNAME: 'u', OS_PASSWORD: ' ', OS_DOMAIN_NAME: 'd' }, 'OS_PASSWORD'],
    [{ OS_USERNAME: 'u', OS_PASSWORD: 'p' }, 'OS_USER_DOMAIN_NAME'],
  ])('is not taken in part: %j', (values, missing) => {
    expect(read({ ...values })).toMatchObject({
      problem: {
        code: 'environment-credentials-incomplete',
        message: `The environment holds only a part of a user and password; missing: ${missing}.`,
      },
    });
  });

  test.each([
    [`${iam}/v3`, 'found'],
    ['https://iam.myhuaweicloud.com/v3', 'found'],
    ['https://iam.la-south-2.myhuaweicloud.com', 'found'],
    ['https://iam.eu-de.otc.t-systems.com/v3', 'refused'],
    ['https://iam.eu-west-101.myhuaweicloud.com.evil.example/v3', 'refused'],
    ['http://iam.eu-west-101.myhuaweicloud.com/v3', 'refused'],
    ['not an address', 'refused'],
  ])('of %s is %s for the public cloud', (authUrl, kind) => {
    expect(read({ ...user, OS_AUTH_URL: authUrl })).toMatchObject({ kind });
  });

  test('of the public cloud is not sent to another one', () => {
    const values = { ...user, OS_AUTH_URL: 'https://iam.myhuaweicloud.com/v3' };
    expect(read(values, 'https://iam.own.example')).toMatchObject({
      problem: { code: 'environment-other-cloud' },
    });
  });

  test('cannot be used where no IAM service is known, whatever the environment names', () => {
    const result = environmentLogin(environment({ ...user, OS_AUTH_URL: iam }), undefined);
    expect(result).toMatchObject({ problem: { code: 'iam-endpoint-missing' } });
  });
});

describe('the profile of the SDKs', () => {
  const usual = '~/.huaweicloud/credentials';
  const read = (text: string, values: Readonly<Record<string, string>> = {}, path = usual) =>
    sdkProfile(fakeFiles({ [path]: text }), environment(values));

  test.each([
    ['[basic]\nak = QTWAOYTTINDUT2QVKYUC\nsk = S\n'],
    ['\uFEFF[global]\r\nak=x\r\nsk=y\r\n[BASIC]\r\nAK=QTWAOYTTINDUT2QVKYUC\r\nSK=S\r\n'],
    ['# note\n[basic]\n; note\nak: QTWAOYTTINDUT2QVKYUC\n\n  sk=S  \nsecurity_token=\n'],
  ])('gives its access key: %j', async (text) => {
    expect(await read(text)).toEqual({
      kind: 'found',
      found: { credentials: key, origin: `the profile [basic] of ${usual}` },
    });
  });

  test('gives a temporary key, and follows no address', async () => {
    const text = '[basic]\nak=A\nsk=S\nsecurity_token=T\niam_endpoint=https://evil.example';
    const result = await read(text);
    expect(result).toMatchObject({
      found: { credentials: { kind: 'temporary-access-key', securityToken: 'T' } },
    });
    expect(JSON.stringify(result)).not.toContain('evil');
  });

  test('may be elsewhere', async () => {
    const values = { HUAWEICLOUD_SDK_CREDENTIALS_FILE: '/etc/keys' };
    expect(await read('[basic]\nak=A\nsk=S', values, '/etc/keys')).toMatchObject({ kind: 'found' });
  });

  test.each(['', '[global]\nak=A\nsk=S', 'ak=A\nsk=S', '[basic]\nproject_id=x'])(
    'is absent in %j',
    async (text) => {
      expect(await read(text)).toEqual({ kind: 'absent' });
    },
  );

  test.each([
    ['[basic]\nak=A', 'profile-incomplete'],
    ['[basic]\nsk=S', 'profile-incomplete'],
    ['[basic]\nak=A,B\nsk=S', 'profile-malformed'],
    ['[basic]\nak=A\nsk=top secret', 'profile-malformed'],
  ])('is refused in %j', async (text, code) => {
    const result = await read(text);
    expect(result).toMatchObject({ problem: { code } });
    expect(JSON.stringify(result)).not.toContain('top secret');
  });

  test('says when the file may not be read', async () => {
    const files = fakeFiles({ [usual]: { error: 'EACCES' } });
    expect(await sdkProfile(files, environment({}))).toMatchObject({
      kind: 'later',
      problem: { code: 'profile-unreadable' },
    });
  });
});

describe('the profile of KooCLI', () => {
  const usual = '~/.hcloud/config.json';
  const plain = { name: 'b', mode: 'AKSK', accessKeyId: key.accessKey, secretAccessKey: 'S' };
  const read = (config: unknown, values: Readonly<Record<string, string>> = {}) => {
    const text = typeof config === 'string' ? config : JSON.stringify(config);
    return kooCliProfile(fakeFiles({ [usual]: text, '/other': text }), environment(values));
  };

  test('that is the current one gives its access key', async () => {
    const config = { current: 'b', profiles: [{ ...plain, name: 'a', accessKeyId: 'X' }, plain] };
    expect(await read(config)).toEqual({
      kind: 'found',
      found: { credentials: key, origin: `the KooCLI profile in ${usual}` },
    });
  });

  test('gives a temporary key with its token', async () => {
    const config = { current: 'b', profiles: [{ ...plain, securityToken: 'T' }] };
    expect(await read(config)).toMatchObject({
      found: { credentials: { kind: 'temporary-access-key', securityToken: 'T' } },
    });
  });

  test('may be another one in another file', async () => {
    const config = { current: 'a', profiles: [{ name: 'a', mode: 'SSO' }, plain] };
    const values = { HW_PROFILE: 'b', HW_SHARED_CONFIG_FILE: '/other' };
    expect(await read(config, values)).toMatchObject({
      found: { origin: 'the KooCLI profile in /other' },
    });
  });

  test.each([
    'c29tZXRoaW5nIGVuY3J5cHRlZA==',
    'b1a2c3d4e5f60718293a4b5c6d7e8f90b1a2c3d4e5f60718293a4b5c6d7e8f90',
    'QTWAOYTTINDUT2QVKYUCQTWAO',
  ])('that is encrypted is called encrypted: %s', async (accessKeyId) => {
    const result = await read({ current: 'b', profiles: [{ ...plain, accessKeyId }] });
    expect(result).toMatchObject({
      problem: {
        code: 'profile-encrypted',
        message: expect.stringContaining('only KooCLI itself can read them') as string,
        remedy: expect.stringContaining('--cli-auth-encrypt=false') as string,
      },
    });
    expect(JSON.stringify(result)).not.toContain(accessKeyId);
  });

  test.each(['SSO', 'ecsAgency', 'token'])('of mode %s is refused', async (mode) => {
    expect(await read({ current: 'b', profiles: [{ ...plain, mode }] })).toMatchObject({
      problem: { code: 'profile-mode' },
    });
  });

  test.each([
    ['not JSON'],
    ['null'],
    [{ current: 'b' }],
    [{ current: 'b', profiles: {} }],
    [{ current: 'c', profiles: [plain] }],
    [{ current: 'b', profiles: [null, { name: 'b', mode: 'AKSK' }] }],
  ])('is absent in %j', async (config) => {
    expect(await read(config)).toEqual({ kind: 'absent' });
  });
});

describe('the order and the choice of the settings', () => {
  const files = {
    '~/.huaweicloud/credentials': '[basic]\nak=PROFILE\nsk=S',
    '~/.hcloud/config.json': JSON.stringify({
      current: 'a',
      profiles: [{ name: 'a', accessKeyId: 'KOOCLIKOOCLIKOOCLI12', secretAccessKey: 'S' }],
    }),
  };
  const stored = { kind: 'access-key', accessKey: 'STORED', secretKey: 'S' };
  const env = { HW_ACCESS_KEY: 'ENV', HW_SECRET_KEY: 'S' };

  interface Given {
    readonly credentials?: string;
    readonly stored?: object | 'locked';
    readonly env?: Readonly<Record<string, string>>;
    readonly files?: Readonly<Record<string, string>>;
  }

  async function find(given: Given) {
    const entry = { name: 'x', region: 'eu-west-101', credentials: given.credentials ?? 'any' };
    const targets = parseTargetDefinitions([entry]);
    const { target } = targets.definitions[0]!;
    const storageKey = `credentials:named:${JSON.stringify(['x', target.endpoint, iam])}`;
    const text = JSON.stringify(given.stored);
    const secrets = fakeSecretStore(given.stored === undefined ? {} : { [storageKey]: text });
    if (given.stored === 'locked') secrets.lock();
    const result = await findCredentials(target, {
      secrets,
      environment: environment(given.env ?? {}),
      files: fakeFiles(given.files),
      settings: { read: () => ({ timeoutSeconds: 30, targets }) },
      sandbox: { running: () => undefined },
      targets: { current: () => target, select: () => Promise.resolve() },
      log: fakeLog(),
    });
    if (result.kind !== 'found') return `${result.kind} ${result.problem.code}`;
    const { credentials } = result.found;
    return 'accessKey' in credentials ? credentials.accessKey : credentials.kind;
  }

  test.each<[string, Given]>([
    ['STORED', { stored, env, files }],
    ['ENV', { env, files }],
    ['PROFILE', { files }],
    ['KOOCLIKOOCLIKOOCLI12', { files: { ...files, '~/.huaweicloud/credentials': '' } }],
    ['refused signed-out', {}],
    ['ENV', { stored: 'locked', env, files }],
    ['later secret-storage-unavailable', { stored: 'locked' }],
    ['refused environment-credentials-incomplete', { env: { HW_ACCESS_KEY: 'A' }, files }],
    ['ENV', { stored, env, files, credentials: 'environment' }],
    ['refused signed-out', { stored, files, credentials: 'environment' }],
    ['PROFILE', { stored, env, files, credentials: 'profile' }],
    ['refused signed-out', { stored, env, credentials: 'profile' }],
    ['KOOCLIKOOCLIKOOCLI12', { stored, env, files, credentials: 'koocli' }],
    ['STORED', { stored, env, files, credentials: 'access-key' }],
    ['refused credentials-other-kind', { stored, env, files, credentials: 'token' }],
    ['refused signed-out', { env, files, credentials: 'access-key' }],
    ['later secret-storage-unavailable', { stored: 'locked', env, credentials: 'access-key' }],
    ['refused credentials-asked', { stored, env, files, credentials: 'ask' }],
  ])('%s from %j', async (expected, given) => {
    expect(await find(given)).toBe(expected);
  });

  test('an encrypted KooCLI profile is a hint beside what else is missing', async () => {
    const encrypted = {
      current: 'a',
      profiles: [{ name: 'a', accessKeyId: '==', secretAccessKey: '==' }],
    };
    const given = { '~/.hcloud/config.json': JSON.stringify(encrypted) };
    expect(await find({ files: given })).toBe('refused signed-out');
    expect(await find({ files: given, credentials: 'koocli' })).toBe('refused profile-encrypted');
  });
});
