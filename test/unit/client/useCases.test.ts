import { describe, expect, test } from 'vitest';
import { exampleUpdate } from '../../support/client/exampleUpdate';
import {
  accessKey,
  fakeClient,
  place,
  preSharedKey,
  type FakeClientOptions,
} from '../../support/client/fakeClient';
import { answering } from '../../support/client/fakeServer';
import { fakePrompts } from '../../support/client/fakePrompts';
import { connectionAnswer, fakeTransport } from '../../support/client/fakeTransport';

import type { TextQuestion } from '../../../client/src/core/ports/ports';
import { wrongLength } from '../../../server/src/service/schema/messages';
import { table } from '../../../server/src/service/schema/table';
import { targetChoices } from '../../../client/src/core/targets/targetChoices';
import { parseTargetDefinitions } from '../../../client/src/core/targets/targetDefinition';

const credentialsKey = 'credentials:regional:eu-west-101';

function asking(replies: readonly (string | undefined)[], options: FakeClientOptions = {}) {
  const prompts = fakePrompts(...replies);
  return { ...fakeClient({ ...options, ports: { prompts, ...options.ports } }), prompts };
}

describe('Show Request', () => {
  test.each([
    [undefined, 'vpn.region.myhuaweicloud.com', 'The name "region" in the address'],
    ['la-south-2', 'vpn.la-south-2.myhuaweicloud.com', 'that of the region in the file'],
    ['../x', 'vpn.region.myhuaweicloud.com', 'The name "region" in the address'],
  ])('works without a target, for the region %s', async (region, host, note) => {
    const update = { ...exampleUpdate, ...(region !== undefined && { region }) };
    const given = fakeClient({ target: 'none', prepared: { kind: 'ready', update } });
    expect(await given.useCases.showRequest(place)).toEqual({ kind: 'done' });
    const text = given.presenter.documents[0]?.text ?? '';
    expect(text).toContain('# No target is selected.');
    expect(text).toContain(note);
    expect(text).toContain(`PUT https://${host}${exampleUpdate.path}\n`);
    expect(text).not.toContain('Authorization');
    expect(given.presenter.messages).toEqual([]);
  });

  test('shows the exact request, with secrets masked', async () => {
    const given = fakeClient();
    expect(await given.useCases.showRequest(place)).toEqual({ kind: 'done' });
    const [document] = given.presenter.documents;
    expect(document?.name).toBe('request 15-31-05.250.http');
    expect(document?.text).toBe(`# Target: Region eu-west-101
# !secret site-a is filled in when the request is sent: /vpn_connection/psk
# Credentials from Sign In; the signature is computed when the request is sent.
PUT https://vpn.eu-west-101.myhuaweicloud.com${exampleUpdate.path}
Host: vpn.eu-west-101.myhuaweicloud.com
Content-Type: application/json
X-Project-Id: ${exampleUpdate.projectId}
X-Sdk-Date: 20261123T143105Z
Authorization: SDK-HMAC-SHA256 Access=QTWAOYTTINDUT2QVKYUC, SignedHeaders=content-type;host;x-project-id;x-sdk-date, Signature=••••••

{
  "vpn_connection": {
    "name": "site-a",
    "psk": "••••••",
    "peer_subnets": [
      "192.168.1.0/24",
      "10.1.0.0/16"
    ],
    "ikepolicy": {
      "dh_group": "group20",
      "lifetime_seconds": 3600
    }
  }
}
`);
  });

  test('masks a secret that stands in the file', async () => {
    const update = {
      ...exampleUpdate,
      body: { vpn_connection: { psk: 'Clear-Text-42', name: 'about Clear-Text-42' } },
      secrets: [],
    };
    const given = fakeClient({ prepared: { kind: 'ready', update } });
    await given.useCases.showRequest(place);
    expect(given.presenter.documents[0]?.text).not.toContain('Clear-Text-42');
  });

  test('never shows a token', async () => {
    const given = fakeClient({ stored: {}, environment: { OS_AUTH_TOKEN: 'tok-en' } });
    await given.useCases.showRequest(place);
    expect(given.presenter.documents[0]?.text).toContain('X-Auth-Token: ••••••');
    expect(given.presenter.documents[0]?.text).not.toContain('tok-en');
  });

  test('works without credentials, in an untrusted workspace, and sends nothing', async () => {
    const given = fakeClient({ stored: {} });
    given.state.trusted = false;
    expect(await given.useCases.showRequest(place)).toEqual({ kind: 'done' });
    expect(given.presenter.documents[0]?.text).toContain(
      '# Not signed in yet. There are no credentials for the target "Region eu-west-101".',
    );
    expect(given.presenter.documents[0]?.text).not.toContain('Authorization:');
  });

  test.each<[string, FakeClientOptions]>([
    [
      'path-altered',
      { prepared: { kind: 'ready', update: { ...exampleUpdate, path: '/v5/../x' } } },
    ],
    [
      'document-nothing',
      { prepared: { kind: 'refused', reason: 'nothing', message: 'Empty.', errorCount: 0 } },
    ],
  ])('is refused: %s', async (code, options) => {
    const given = fakeClient(options);
    expect(await given.useCases.showRequest(place)).toMatchObject({ problem: { code } });
    expect(given.presenter.documents).toEqual([]);
    expect(given.presenter.messages).toHaveLength(1);
  });
});

describe('Copy as cURL', () => {
  test('copies the command and names its variables', async () => {
    const given = fakeClient();
    expect(await given.useCases.copyAsCurl(place)).toEqual({ kind: 'done' });
    expect(given.state.clipboard).toContain('"psk":"\'"$PSK"\'"');
    expect(given.state.clipboard).not.toContain('••');
    expect(given.presenter.messages[0]?.text).toBe(
      'cURL command copied. Set HUAWEICLOUD_TOKEN and PSK before running it.',
    );
  });

  test('removes a known secret wherever it stands', async () => {
    const body = { vpn_connection: { name: preSharedKey } };
    const update = { ...exampleUpdate, body, fields: [], secrets: [] };
    const given = fakeClient({ prepared: { kind: 'ready', update } });
    given.redactor.register(preSharedKey);
    await given.useCases.copyAsCurl(place);
    expect(given.state.clipboard).not.toContain('Correct-Horse');
  });

  test('is refused like an update', async () => {
    const given = fakeClient({ target: 'none' });
    expect(await given.useCases.copyAsCurl(place)).toMatchObject({
      problem: { code: 'no-target' },
    });
    expect(given.state.clipboard).toBe('');
  });
});

describe('Sign In', () => {
  test.each([
    [['Access Key', ' AK ', 'SK'], { kind: 'access-key', accessKey: 'AK', secretKey: 'SK' }],
    [
      ['Temporary Access Key', 'AK', 'SK', 'ST'],
      { kind: 'temporary-access-key', accessKey: 'AK', secretKey: 'SK', securityToken: 'ST' },
    ],
    [['Token', 'T\n'], { kind: 'token', token: 'T' }],
  ])('stores %j for the target', async (replies, credentials) => {
    const given = asking(replies, { stored: {} });
    expect(await given.useCases.signIn()).toEqual({ kind: 'done' });
    expect(JSON.parse(given.secrets.values.get(credentialsKey) ?? '')).toEqual(credentials);
    expect([...given.secrets.values.keys()]).toEqual([credentialsKey]);
    expect(given.presenter.messages[0]?.text).toBe(
      "Signed in to Region eu-west-101. The credentials weren't checked because no update file is open.",
    );
  });

  test('asks for secrets behind a mask and makes them known to the redactor', async () => {
    const given = asking(['Temporary Access Key', 'AK', 'SK-1234', 'ST-1234'], { stored: {} });
    await given.useCases.signIn();
    const inputs = given.prompts.asked.map((question) =>
      typeof question === 'string' ? question : `${question.prompt}: ${question.input}`,
    );
    expect(inputs).toEqual([
      'Sign in for Region eu-west-101',
      'Access key: visible',
      'Secret key: masked',
      'Security token: masked',
    ]);
    expect(given.redactor.redact('AK SK-1234 ST-1234')).toBe('AK •••••• ••••••');
  });

  test.each([
    [[undefined]],
    [['Token', undefined]],
    [['Access Key', undefined]],
    [['Access Key', 'AK', undefined]],
    [['Temporary Access Key', 'AK', 'SK', undefined]],
  ])('stores nothing when left: %j', async (replies) => {
    const given = asking(replies, { stored: {} });
    expect(await given.useCases.signIn()).toEqual({ kind: 'left' });
    expect(given.secrets.values.size).toBe(0);
    expect(given.prompts.asked).toHaveLength(replies.length);
  });

  test.each(['', '  ', 'a b', 'a\nb', 'é'])('refuses %j while typing', async (text) => {
    await expect(asking(['Token', text]).useCases.signIn()).rejects.toThrow('refused');
  });

  test('refuses an access key that would break the header', async () => {
    const given = asking(['Access Key', 'A,B', 'SK'], { stored: {} });
    expect(await given.useCases.signIn()).toMatchObject({
      problem: { code: 'credentials-malformed' },
    });
    expect(given.secrets.values.size).toBe(0);
  });

  test.each<[string, FakeClientOptions]>([
    ['no-target', { target: 'none' }],
    ['sandbox-needs-none', { target: { kind: 'sandbox' } }],
  ])('asks nothing: %s', async (code, options) => {
    const given = asking([], options);
    expect(await given.useCases.signIn()).toMatchObject({ problem: { code } });
  });

  test.each([
    [undefined, 'secret-storage-unavailable'],
    ['Use the Environment', 'environment-empty'],
  ])('says when the storage cannot be written, and what is left: %s', async (choice, code) => {
    const given = asking(['Token', 'Token-1', choice], { stored: {} });
    given.secrets.lock();
    expect(await given.useCases.signIn()).toMatchObject({ problem: { code } });
    expect(given.prompts.offered[1]).toEqual(['Ask Each Time', 'Use the Environment']);
    expect(given.secrets.values.size).toBe(0);
    expect(given.log.lines).toEqual([
      "error The secret storage can't be written: keyring is locked",
    ]);
  });

  test('asks each time when the storage cannot be written and the user wants that', async () => {
    const transport = fakeTransport(connectionAnswer(), connectionAnswer());
    const update = { kind: 'ready', update: { ...exampleUpdate, secrets: [] } } as const;
    const given = asking(
      ['Token', 'Token-1', 'Ask Each Time', 'Token', 'Token-2', 'Token', 'Token-3'],
      { stored: {}, prepared: update, ports: { transport } },
    );
    given.secrets.lock();
    expect(await given.useCases.signIn()).toEqual({ kind: 'done' });
    await given.useCases.sendUpdate(place);
    await given.useCases.sendUpdate(place);
    const sent = transport.sent.map(({ request }) => request.headers['X-Auth-Token']);
    expect(sent).toEqual(['Token-2', 'Token-3']);
    expect(given.secrets.values.size).toBe(0);
    const visible = JSON.stringify([given.presenter, given.log.lines]);
    expect(visible).not.toMatch(/Token-\d/);
  });

  test('stores an IAM user, and not where the password goes', async () => {
    const given = asking(['User and Password', ' account ', 'Üser', ' Pass word '], { stored: {} });
    expect(await given.useCases.signIn()).toEqual({ kind: 'done' });
    expect(JSON.parse(given.secrets.values.get(credentialsKey) ?? '')).toEqual({
      kind: 'password',
      user: 'Üser',
      password: ' Pass word ',
      domain: 'account',
    });
    expect(given.prompts.asked.slice(1)).toMatchObject([
      { input: 'visible' },
      { input: 'visible' },
      { input: 'masked' },
    ]);
    expect(given.redactor.redact('x Pass word y')).toBe('x••••••y');
  });

  test('takes no user where no IAM service is known', async () => {
    const endpoint = 'https://vpn.own.example';
    const given = asking(['User and Password'], { target: 'none', settings: { endpoint } });
    expect(await given.useCases.signIn()).toMatchObject({
      problem: { code: 'iam-endpoint-missing', actions: [{ kind: 'open-setting' }, {}] },
    });
  });

  test.each(['environment', 'profile', 'koocli', 'ask'])(
    'has no effect on a target with credentials from %s, and says so',
    async (credentials) => {
      const targets = parseTargetDefinitions([{ name: 'x', region: 'eu-west-101', credentials }]);
      const target = targets.definitions[0]!.target;
      const given = asking([], { target, settings: { targets } });
      expect(await given.useCases.signIn()).toMatchObject({
        problem: { code: 'sign-in-not-used' },
      });
    },
  );

  test('asks for the kind that the settings name', async () => {
    const targets = parseTargetDefinitions([
      { name: 'x', region: 'eu-west-101', credentials: 'token' },
    ]);
    const target = targets.definitions[0]!.target;
    const given = asking(['T'], { target, settings: { targets }, stored: {} });
    expect(await given.useCases.signIn()).toEqual({ kind: 'done' });
    expect([...given.secrets.values.values()]).toEqual(['{"kind":"token","token":"T"}']);
  });
});

describe('Sign Out', () => {
  test('forgets the credentials of the target and nothing else', async () => {
    const other = 'credentials:regional:la-south-2';
    const given = fakeClient({ stored: { [credentialsKey]: 'x', [other]: 'y', 'value:a': 'z' } });
    expect(await given.useCases.signOut()).toEqual({ kind: 'done' });
    expect([...given.secrets.values.keys()]).toEqual([other, 'value:a']);
    expect(given.presenter.messages[0]?.text).toBe('Signed out of Region eu-west-101.');
  });

  test('says that the environment still offers credentials', async () => {
    const given = fakeClient({ environment: { OS_AUTH_TOKEN: 't' } });
    await given.useCases.signOut();
    expect(given.presenter.messages[0]?.text).toContain('credentials from the environment');
  });

  test('says that a profile of another tool still offers credentials', async () => {
    const files = { '~/.huaweicloud/credentials': '[basic]\nak=A\nsk=S' };
    const given = fakeClient({ files });
    await given.useCases.signOut();
    expect(given.presenter.messages[0]?.text).toContain('a profile of another tool');
  });

  test('says nothing of the environment for the sandbox, which never uses it', async () => {
    const environment = { OS_AUTH_TOKEN: 't' };
    const given = fakeClient({ environment, target: { kind: 'sandbox' } });
    await given.useCases.signOut();
    expect(given.presenter.messages[0]?.text).toBe('Signed out of Sandbox (on this machine).');
  });

  test('needs a target and a storage', async () => {
    const without = fakeClient({ target: 'none' });
    expect(await without.useCases.signOut()).toMatchObject({ problem: { code: 'no-target' } });
    const locked = fakeClient();
    locked.secrets.lock();
    expect(await locked.useCases.signOut()).toMatchObject({
      problem: { code: 'secret-storage-unavailable' },
    });
    expect(locked.secrets.values.has(credentialsKey)).toBe(true);
  });
});

describe('Store Pre-Shared Key', () => {
  test('keeps the value exactly as typed under the trimmed name', async () => {
    const given = asking([' site-b ', ' {Abc=123} '], { stored: {} });
    expect(await given.useCases.storePreSharedKey()).toEqual({ kind: 'done' });
    expect([...given.secrets.values]).toEqual([['value:site-b', ' {Abc=123} ']]);
    expect(given.redactor.redact('x {Abc=123} y')).toBe('x••••••y');
    expect(given.presenter.messages[0]?.text).toBe(
      'The value for !secret site-b is stored on this machine.',
    );
  });

  test('does not ask for a name that is known', async () => {
    const given = asking(['Another-Key-42'], { stored: {} });
    await given.useCases.storePreSharedKey('site-c');
    expect([...given.secrets.values]).toEqual([['value:site-c', 'Another-Key-42']]);
    expect(given.prompts.asked).toMatchObject([{ input: 'masked' }]);
  });

  test.each([[[undefined]], [['site-a', undefined]]])(
    'stores nothing when left: %j',
    async (replies) => {
      const given = asking(replies, { stored: {} });
      expect(await given.useCases.storePreSharedKey()).toEqual({ kind: 'left' });
      expect(given.secrets.values.size).toBe(0);
    },
  );

  test.each([
    ['two words'],
    [''],
    ...['', '1', 'vpn', 'Abcdef1', 'abcdefgh1', 'Abcdefg1*', `${'Aa1!'.repeat(32)}x`].map(
      (value) => ['site-a', value] as const,
    ),
  ])('refuses while typing: %j %j', async (...replies) => {
    const given = asking(replies, { stored: {} });
    await expect(given.useCases.storePreSharedKey()).rejects.toThrow('refused');
  });

  test('says when the storage cannot be written', async () => {
    const given = asking(['Another-Key-42'], { stored: {} });
    given.secrets.lock();
    expect(await given.useCases.storePreSharedKey('n')).toMatchObject({
      problem: { code: 'secret-storage-unavailable' },
    });
  });

  test('says what is wrong in the words of the schema, without the value', async () => {
    const asked: TextQuestion[] = [];
    const given = fakeClient({
      ports: { prompts: { ...fakePrompts(), ask: async (question) => void asked.push(question) } },
    });
    await given.useCases.storePreSharedKey('site-a');
    expect(asked[0]?.check('Abc-12')).toBe(wrongLength(table.factsAt('/vpn_connection/psk')!));
    expect(asked[0]?.check('Correct-Horse/42')).toBeUndefined();
  });

  test('stores any value while the server does not answer; it is checked when it is sent', async () => {
    const server = answering(fakeClient().ports.server, {
      'vpnconn/secretChecks': () => ({ kind: 'unavailable', detail: 'stopped' }),
    });
    const { useCases } = asking(['short'], { stored: {}, ports: { server } });
    expect(await useCases.storePreSharedKey('site-a')).toEqual({ kind: 'done' });
  });

  test('what was stored is what Apply Update sends', async () => {
    const given = asking(['Another-Key-42'], {
      stored: { [credentialsKey]: JSON.stringify(accessKey) },
    });
    await given.useCases.storePreSharedKey('site-a');
    const { resolveSecrets } = await import('../../../client/src/core/secrets/resolveSecrets');
    expect(await resolveSecrets(exampleUpdate, given.ports)).toMatchObject({
      values: ['Another-Key-42'],
    });
  });
});

describe('Select Target', () => {
  test('offers sandbox, endpoint, 31 regions and another one, and remembers the choice', async () => {
    const given = asking(['la-south-2'], {
      settings: { endpoint: 'https://vpn.own.example', region: 'own-1' },
    });
    expect(await given.useCases.selectTarget()).toEqual({
      kind: 'selected',
      target: { kind: 'regional', region: 'la-south-2' },
    });
    expect(given.prompts.offered[0]).toHaveLength(34);
    expect(given.prompts.offered[0]?.slice(0, 3)).toEqual(['Sandbox', 'Endpoint', 'eu-west-101']);
    expect(given.useCases.currentTarget()).toEqual({ kind: 'regional', region: 'la-south-2' });
    expect(given.presenter.messages[0]?.text).toBe('Target: Region la-south-2');
  });

  test('offers no endpoint that is not set', async () => {
    const given = asking(['Sandbox']);
    expect(await given.useCases.selectTarget()).toMatchObject({ target: { kind: 'sandbox' } });
    expect(given.prompts.offered[0]).not.toContain('Endpoint');
  });

  test('takes the endpoint with its region', async () => {
    const endpoint = 'https://vpn.own.example';
    const given = asking(['Endpoint'], { settings: { endpoint, region: 'own-1' } });
    expect(await given.useCases.selectTarget()).toMatchObject({
      target: { kind: 'endpoint', endpoint, region: 'own-1' },
    });
  });

  const targets = parseTargetDefinitions([
    { name: 'Production', region: 'eu-west-101', production: true, credentials: 'environment' },
    { name: 'Lab', endpoint: 'https://vpn.lab.example', iamEndpoint: 'https://iam.lab.example' },
    { name: 'Broken' },
  ]);

  test('offers the targets of the settings first, with what is known about them', () => {
    const offer = { settings: { timeoutSeconds: 30, targets }, sandboxEndpoint: undefined };
    const choices = targetChoices({ ...offer, environment: { get: () => undefined } });
    expect(
      choices.slice(0, 3).map(({ label, description, detail }) => [label, description, detail]),
    ).toEqual([
      [
        'Production',
        'PRODUCTION · from the settings',
        'vpn.eu-west-101.myhuaweicloud.com · region eu-west-101 · IAM iam.eu-west-101.myhuaweicloud.com · credentials of the environment',
      ],
      [
        'Lab',
        'from the settings',
        'vpn.lab.example · IAM iam.lab.example · credentials of Sign In, the environment or a profile',
      ],
      ['Sandbox', 'not running', 'A VPN API on this machine, with credentials of its own'],
    ]);
  });

  test('selects a named target, says that it is production, and names the entry that is left out', async () => {
    const given = asking(['Production'], { settings: { targets } });
    expect(await given.useCases.selectTarget()).toMatchObject({
      target: { kind: 'named', name: 'Production' },
    });
    expect(given.presenter.messages.map(({ text }) => text)).toEqual([
      'Entry 3 of vpnconn.targets is left out: it has neither a region nor an endpoint.',
      'Target: Production (production)',
    ]);
    expect(given.useCases.targetStatus(given.useCases.currentTarget()!)).toBe('production');
  });

  test('offers the built-in regions that the environment names, each once', () => {
    const environment: Readonly<Record<string, string>> = {
      HW_REGION_NAME: 'la-south-2',
      OS_REGION_NAME: 'la-south-2',
      OS_REGION: 'evil.example/#',
    };
    const choices = targetChoices({
      settings: { timeoutSeconds: 30 },
      sandboxEndpoint: undefined,
      environment: { get: (name) => environment[name] },
    });
    const offered = choices.filter(({ label }) => label.startsWith('Environment'));
    expect(offered).toEqual([
      {
        label: 'Environment: la-south-2',
        description: 'from HW_REGION_NAME',
        value: { kind: 'regional', region: 'la-south-2' },
      },
    ]);
  });

  test('takes a region that is not built in, by name', async () => {
    const given = asking(['Another Region…', ' eu-new-1 ']);
    expect(await given.useCases.selectTarget()).toMatchObject({
      target: { kind: 'regional', region: 'eu-new-1' },
    });
  });

  test.each(['', 'EU', 'a.b', '-a', 'a/b'])('refuses the region %j while typing', async (text) => {
    const given = asking(['Another Region…', text]);
    await expect(given.useCases.selectTarget()).rejects.toThrow('refused');
  });

  test.each([[[undefined]], [['Another Region…', undefined]]])(
    'changes nothing when left: %j',
    async (replies) => {
      const given = asking(replies);
      expect(await given.useCases.selectTarget()).toEqual({ kind: 'left' });
      expect(given.useCases.currentTarget()).toEqual({ kind: 'regional', region: 'eu-west-101' });
    },
  );
});

test('the current target is the one of the settings when none was selected', () => {
  const given = fakeClient({ target: 'none', settings: { region: 'la-south-2' } });
  expect(given.useCases.currentTarget()).toEqual({ kind: 'regional', region: 'la-south-2' });
  expect(fakeClient({ target: 'none' }).useCases.currentTarget()).toBeUndefined();
});
