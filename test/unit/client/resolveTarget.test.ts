// The only place that decides which address gets which credentials.
import { describe, expect, test } from 'vitest';
import type { RequestSettings } from '../../../client/src/core/ports/ports';
import type { Target } from '../../../client/src/core/model/target';
import { addressProblem, resolveTarget } from '../../../client/src/core/targets/resolveTarget';
import { parseTargetDefinitions } from '../../../client/src/core/targets/targetDefinition';

interface Given {
  readonly settings?: Partial<RequestSettings>;
  readonly selected?: Target;
  readonly sandbox?: string;
}

const ports = ({ settings, selected, sandbox }: Given) => ({
  targets: { current: () => selected, select: () => Promise.resolve() },
  settings: { read: () => ({ timeoutSeconds: 30, ...settings }) },
  sandbox: {
    running: () =>
      sandbox === undefined
        ? undefined
        : { endpoint: sandbox, credentials: { kind: 'token', token: 't' } as const },
  },
});

function resolve(target: Target, given: Given): string {
  const result = resolveTarget(target, ports(given));
  return result.kind === 'refused'
    ? result.problem.code
    : `${result.endpoint.origin} ${result.iamEndpoint ?? 'no IAM'} ${result.credentials}`;
}

const own = 'https://vpn.own.example';
const named: Target = { kind: 'named', name: 'lab', endpoint: own, iamEndpoint: own };
const entry = { name: 'lab', endpoint: own, iamEndpoint: own, credentials: 'password' };
const withEntry = (...entries: readonly unknown[]) => ({
  settings: { targets: parseTargetDefinitions(entries) },
});
const region = (id: string): Target => ({ kind: 'regional', region: id });
const west = 'https://vpn.eu-west-101.myhuaweicloud.com';
const westIam = 'https://iam.eu-west-101.myhuaweicloud.com';

describe('resolveTarget', () => {
  test.each<[string, Target, Given, string]>([
    ['an entry', named, withEntry(entry), `${own} ${own} password`],
    ['an entry that is gone', named, {}, 'target-changed'],
    [
      'an entry with another endpoint',
      named,
      withEntry({ ...entry, endpoint: 'https://vpn.new.example' }),
      'target-changed',
    ],
    [
      'an entry with another IAM endpoint',
      named,
      withEntry({ ...entry, iamEndpoint: 'https://iam.new.example' }),
      'target-changed',
    ],
    [
      'the endpoint of the settings',
      { kind: 'endpoint', endpoint: own },
      { settings: { endpoint: own } },
      `${own} no IAM any`,
    ],
    [
      'another endpoint',
      { kind: 'endpoint', endpoint: own },
      { settings: { endpoint: west } },
      'target-changed',
    ],
    ['no endpoint', { kind: 'endpoint', endpoint: own }, {}, 'target-changed'],
    ['a built-in region', region('eu-west-101'), {}, `${west} ${westIam} any`],
    ['an unknown region', region('eu-new-1'), {}, 'target-changed'],
    [
      'an unknown region that is selected',
      region('eu-new-1'),
      { selected: region('eu-new-1') },
      'https://vpn.eu-new-1.myhuaweicloud.com https://iam.eu-new-1.myhuaweicloud.com any',
    ],
    [
      'an unknown region of the settings',
      region('eu-new-1'),
      { settings: { region: 'eu-new-1' } },
      'https://vpn.eu-new-1.myhuaweicloud.com https://iam.eu-new-1.myhuaweicloud.com any',
    ],
    [
      'a region that is an address',
      region('evil.example/'),
      { selected: region('evil.example/') },
      'target-changed',
    ],
    [
      'a sandbox',
      { kind: 'sandbox' },
      { sandbox: 'http://127.0.0.1:1' },
      'http://127.0.0.1:1 http://127.0.0.1:1 any',
    ],
    ['a sandbox that is stopped', { kind: 'sandbox' }, {}, 'sandbox-stopped'],
    [
      'a sandbox elsewhere',
      { kind: 'sandbox' },
      { sandbox: 'http://10.0.0.1' },
      'endpoint-not-encrypted',
    ],
    [
      'an endpoint without encryption',
      { kind: 'endpoint', endpoint: 'http://vpn.own.example' },
      { settings: { endpoint: 'http://vpn.own.example' } },
      'endpoint-not-encrypted',
    ],
  ])('%s', (_what, target, given, expected) => {
    expect(resolve(target, given)).toBe(expected);
  });

  test('says how to go on', () => {
    expect(resolveTarget(named, ports({}))).toMatchObject({
      problem: {
        message: 'The settings no longer contain the target "lab" with the same addresses.',
        actions: [{ kind: 'select-target' }, { kind: 'open-setting', setting: 'vpnconn.targets' }],
      },
    });
  });
});

describe('an address', () => {
  test.each<[string, Target, string, string | undefined]>([
    ['of the entry', named, `${own}/v5/p/vpn-connection/c`, undefined],
    ['of another host', named, 'https://evil.example/v5/p/vpn-connection/c', 'target-changed'],
    ['of another port', named, `${own}:8443/v5/p/vpn-connection/c`, 'target-changed'],
    ['without encryption', named, 'http://vpn.own.example/v5/p/vpn-connection/c', 'target-changed'],
    ['with the host as the user', named, `${own}@evil.example/v5`, 'target-changed'],
    ['of the region', region('eu-west-101'), `${west}/v5`, undefined],
    [
      'of another built-in region',
      region('eu-west-101'),
      'https://vpn.la-south-2.myhuaweicloud.com/v5',
      undefined,
    ],
    [
      'of an unknown region',
      region('eu-west-101'),
      'https://vpn.eu-new-1.myhuaweicloud.com/v5',
      'target-changed',
    ],
    ['of a lookalike', region('eu-west-101'), `${west}.evil.example/v5`, 'target-changed'],
    ['of an entry that is gone', { ...named, name: 'gone' }, `${own}/v5`, 'target-changed'],
  ])('%s: %s', (_what, target, url, code) => {
    expect(addressProblem(url, target, ports(withEntry(entry)))?.code).toBe(code);
  });
});
