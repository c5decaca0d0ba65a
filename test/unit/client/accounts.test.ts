// Stored credentials as accounts: named so that people recognise them, and without a secret.
import { describe, expect, test } from 'vitest';
import {
  targetKey,
  describeTarget,
  describeTargetKey,
  type Target,
} from '../../../client/src/core/model/target';
import { changeOf, toSession } from '../../../client/src/vscode/accounts/accountSessions';
import { fakeClient } from '../../support/client/fakeClient';

const text = (login: object) => JSON.stringify(login);
const stored = {
  'credentials:regional:eu-west-101': text({
    kind: 'access-key',
    accessKey: 'AK1',
    secretKey: 'SK-1',
  }),
  'credentials:endpoint:https://vpn.own.example': text({ kind: 'token', token: 'TOK-2' }),
  'credentials:named:["prod","https://a","https://b"]': text({
    kind: 'password',
    user: 'u',
    password: 'PW-3',
    domain: 'd',
  }),
  'credentials:regional:la-south-2': 'broken',
  'value:site-a': 'PSK-4',
};

describe('accounts', () => {
  test('are the stored credentials that can be read, each with target and login', async () => {
    const accounts = await fakeClient({ stored }).useCases.accounts();
    expect(accounts.map(({ label }) => label)).toEqual([
      'Endpoint https://vpn.own.example: a token',
      'Region eu-west-101: access key AK1',
      'prod: IAM user u of d',
    ]);
    expect(new Set(accounts.map(({ id }) => id)).size).toBe(3);
  });

  test('hold no secret, and neither do the sessions that other extensions may ask for', async () => {
    const accounts = await fakeClient({ stored }).useCases.accounts();
    const sessions = accounts.map(toSession);
    expect(JSON.stringify([accounts, sessions])).not.toMatch(/SK-1|TOK-2|PW-3|PSK-4/);
    expect(sessions[0]).toMatchObject({ scopes: [], account: accounts[0] });
  });

  test('are none when the storage is locked', async () => {
    const given = fakeClient({ stored });
    given.secrets.lock();
    expect(await given.useCases.accounts()).toEqual([]);
  });

  test('are left one by one, whatever the target is', async () => {
    const given = fakeClient({ stored });
    const [, region] = await given.useCases.accounts();
    expect(given.useCases.currentAccountId()).toBe(region?.id);
    expect(await given.useCases.signOutOf(region!.id)).toEqual({ kind: 'done' });
    expect(given.secrets.values.has('credentials:regional:eu-west-101')).toBe(false);
    expect(given.secrets.values.size).toBe(4);
    expect(await given.useCases.signOutOf(region!.id)).toEqual({ kind: 'done' });
    expect(given.secrets.values.size).toBe(4);
  });

  test('that cannot be removed are said to be', async () => {
    const given = fakeClient({ stored });
    const [first] = await given.useCases.accounts();
    given.ports.secrets.delete = () => Promise.resolve({ kind: 'unavailable', detail: 'locked' });
    expect(await given.useCases.signOutOf(first!.id)).toMatchObject({
      problem: { code: 'secret-storage-unavailable' },
    });
    expect(given.presenter.messages).toHaveLength(1);
  });

  test('have no current one without a target', () => {
    expect(fakeClient({ target: 'none' }).useCases.currentAccountId()).toBeUndefined();
  });
});

test.each<Target>([
  { kind: 'sandbox' },
  { kind: 'regional', region: 'eu-west-101' },
  { kind: 'endpoint', endpoint: 'https://vpn.own.example:8443' },
  { kind: 'named', name: 'a: "b"\n[c]', endpoint: 'https://a', iamEndpoint: 'https://b' },
])('a target is described the same by its key: %j', (target) => {
  expect(describeTargetKey(targetKey(target))).toBe(describeTarget(target));
});

test.each(['', 'moon', 'named:', 'named:[]', 'named:{"0":1}'])(
  'the key %j is no reason to fail',
  (key) => {
    expect(typeof describeTargetKey(key)).toBe('string');
  },
);

describe('a change of accounts', () => {
  const session = (id: string, label = id) => toSession({ id, label });

  test('is what was added, what was removed, and what has another login', () => {
    const before = [session('a'), session('b'), session('c', 'old')];
    const after = [session('b'), session('c', 'new'), session('d')];
    const ids = Object.entries(changeOf(before, after)).map(([kind, sessions]) => [
      kind,
      (sessions as readonly { id: string }[]).map(({ id }) => id),
    ]);
    expect(ids).toEqual([
      ['added', ['d']],
      ['removed', ['a']],
      ['changed', ['c']],
    ]);
  });
});
