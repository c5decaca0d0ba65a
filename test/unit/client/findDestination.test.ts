import { describe, expect, test } from 'vitest';
import type { RequestSettings } from '../../../client/src/core/ports/ports';
import { findDestination } from '../../../client/src/core/targets/findDestination';
import { isRegionId, regionalOrigin, regions } from '../../../client/src/core/targets/regions';
import { parseTargetDefinitions } from '../../../client/src/core/targets/targetDefinition';
import { parseEndpoint } from '../../../client/src/core/targets/endpoint';
import { targetKey, type Target } from '../../../client/src/core/model/target';

interface Given {
  readonly target?: Target;
  readonly settings?: Partial<RequestSettings>;
  readonly sandbox?: string;
}

function find(fileRegion: string | undefined, { target, settings, sandbox }: Given) {
  return findDestination(fileRegion, {
    targets: { current: () => target, select: () => Promise.resolve() },
    settings: { read: () => ({ timeoutSeconds: 30, ...settings }) },
    sandbox: {
      running: () =>
        sandbox === undefined
          ? undefined
          : { endpoint: sandbox, credentials: { kind: 'token', token: 't' } },
    },
  });
}

function summary(fileRegion: string | undefined, given: Given): string {
  const result = find(fileRegion, given);
  return result.kind === 'refused' ? result.problem.code : result.destination.origin;
}

const regional: Given = { target: { kind: 'regional', region: 'eu-west-101' } };
const west = 'https://vpn.eu-west-101.myhuaweicloud.com';
const own = 'https://vpn.eu-de.otc.example';

describe('a region as the target', () => {
  test.each([
    ['no region in the file', undefined, west],
    ['the same region', 'eu-west-101', west],
    ['another built-in region', 'la-south-2', 'https://vpn.la-south-2.myhuaweicloud.com'],
    ['an unknown region', 'eu-nowhere-1', 'region-unknown'],
    ['a region that is a host', 'evil.com/', 'region-malformed'],
    ['a lookalike', 'eu-west-101.myhuaweicloud.com.evil.example', 'region-malformed'],
    ['a region with user-info', 'x@evil', 'region-malformed'],
    ['upper case', 'EU-WEST-101', 'region-malformed'],
    ['an empty region', '', 'region-malformed'],
  ])('with %s', (_what, fileRegion, expected) => {
    expect(summary(fileRegion, regional)).toBe(expected);
  });

  test('may be unknown when the user has chosen it', () => {
    const target = { kind: 'regional', region: 'eu-new-1' } as const;
    expect(summary('eu-new-1', { target })).toBe('https://vpn.eu-new-1.myhuaweicloud.com');
  });

  test('keeps the credentials of the selected target when the file moves the request', () => {
    const result = find('la-south-2', regional);
    expect(result).toMatchObject({
      destination: { target: regional.target, label: 'Region la-south-2' },
    });
  });
});

describe('an endpoint as the target', () => {
  const target = { kind: 'endpoint', endpoint: own } as const;

  test.each([
    ['no region in the file', undefined, {}, own],
    ['the region that the host names', 'eu-de', {}, own],
    ['the region of the settings', 'eu-de-2', { region: 'eu-de-2' }, own],
    ['another region than the settings', 'eu-de', { region: 'eu-de-2' }, 'region-mismatch'],
    ['a foreign built-in region', 'eu-west-101', {}, 'region-mismatch'],
  ])('with %s', (_what, fileRegion, more, expected) => {
    const settings = { endpoint: own, ...more };
    expect(summary(fileRegion, { target: { ...target, ...more }, settings })).toBe(expected);
  });

  test('refuses a region when the host does not tell its own', () => {
    const endpoint = 'https://vpn-proxy.example';
    const given = { target: { kind: 'endpoint', endpoint }, settings: { endpoint } } as const;
    expect(summary('eu-west-101', given)).toBe('region-mismatch');
    expect(summary(undefined, given)).toBe(endpoint);
  });

  test.each([undefined, 'https://other.example'])(
    'is refused when the settings now hold %s',
    (endpoint) => {
      const settings = endpoint === undefined ? {} : { endpoint };
      expect(summary(undefined, { target, settings })).toBe('target-changed');
    },
  );

  test('is refused when the settings now say another region', () => {
    const settings = { endpoint: own, region: 'eu-de-2' };
    expect(summary(undefined, { target, settings })).toBe('target-changed');
    expect(summary(undefined, { target: { ...target, region: 'eu-de-3' }, settings })).toBe(
      'target-changed',
    );
  });

  test('is checked like any address', () => {
    const endpoint = 'http://vpn.example.com';
    const given = { target: { kind: 'endpoint', endpoint }, settings: { endpoint } } as const;
    expect(summary(undefined, given)).toBe('endpoint-not-encrypted');
  });
});

describe('a named target', () => {
  const targets = parseTargetDefinitions([
    { name: 'site-prod', region: 'eu-west-101', production: true },
    { name: 'own', endpoint: 'https://vpn.own.example' },
    { name: 'otc', endpoint: own },
  ]);
  const [prod, ownCloud, otc] = targets.definitions.map(({ target }) => target);

  test.each([
    ['no region in the file', prod, undefined, west],
    ['its region in the file', prod, 'eu-west-101', west],
    ['another built-in region in the file', prod, 'la-south-2', 'region-mismatch'],
    ['no region to tell', ownCloud, undefined, 'https://vpn.own.example'],
    ['a region that it does not tell', ownCloud, 'eu-west-101', 'region-mismatch'],
    ['the region of its host', otc, 'eu-de', own],
  ])('with %s', (_what, target, fileRegion, expected) => {
    expect(summary(fileRegion, { target: target!, settings: { targets } })).toBe(expected);
  });

  test.each([
    ['is gone', []],
    ['has another endpoint', [{ name: 'own', endpoint: 'https://vpn.evil.example' }]],
    [
      'has another IAM endpoint',
      [{ name: 'own', endpoint: 'https://vpn.own.example', iamEndpoint: 'https://evil.example' }],
    ],
    ['has another region', [{ name: 'own', endpoint: 'https://vpn.own.example', region: 'eu-de' }]],
  ])('is refused when its entry %s', (_what, entries) => {
    const settings = { targets: parseTargetDefinitions(entries) };
    expect(summary(undefined, { target: ownCloud!, settings })).toBe('target-changed');
  });

  test('is refused when there is no list any more', () => {
    expect(summary(undefined, { target: ownCloud! })).toBe('target-changed');
  });
});

describe('the sandbox as the target', () => {
  const target = { kind: 'sandbox' } as const;

  test('ignores the region of the file', () => {
    const given = { target, sandbox: 'http://127.0.0.1:4711' };
    expect(summary('eu-west-101', given)).toBe('http://127.0.0.1:4711');
    expect(find('eu-west-101', given)).toMatchObject({
      destination: { label: 'Sandbox (on this machine)' },
    });
  });

  test('must be running', () => {
    expect(summary(undefined, { target })).toBe('sandbox-stopped');
  });

  test('must be on this machine', () => {
    expect(summary(undefined, { target, sandbox: 'http://10.0.0.1' })).toBe(
      'endpoint-not-encrypted',
    );
  });
});

describe('nothing selected', () => {
  test('takes the endpoint of the settings first, then their region', () => {
    expect(summary(undefined, { settings: { endpoint: own, region: 'eu-west-101' } })).toBe(own);
    expect(summary(undefined, { settings: { region: 'eu-west-101' } })).toBe(west);
  });

  test('and nothing set is refused with a way on', () => {
    expect(find(undefined, {})).toMatchObject({
      problem: {
        code: 'no-target',
        actions: [{ kind: 'select-target' }, { kind: 'start-sandbox' }],
      },
    });
  });
});

describe('the region table', () => {
  test('holds 31 different regions, each with a usable endpoint', () => {
    const ids = regions.map(({ id }) => id);
    expect(new Set(ids).size).toBe(31);
    expect(ids.filter((id) => !isRegionId(id))).toEqual([]);
    expect(ids.filter((id) => parseEndpoint(regionalOrigin(id)).kind !== 'usable')).toEqual([]);
  });
});

test('credentials are kept per target, endpoints by their address', () => {
  const keys = [
    targetKey({ kind: 'sandbox' }),
    targetKey({ kind: 'regional', region: 'a' }),
    targetKey({ kind: 'regional', region: 'b' }),
    targetKey({ kind: 'endpoint', endpoint: 'https://a' }),
    targetKey({ kind: 'endpoint', endpoint: 'https://b' }),
    targetKey({ kind: 'named', name: 'a', endpoint: 'https://a' }),
    targetKey({ kind: 'named', name: 'a', endpoint: 'https://b' }),
    targetKey({ kind: 'named', name: 'b', endpoint: 'https://a' }),
    targetKey({ kind: 'named', name: 'a', endpoint: 'https://a', iamEndpoint: 'https://b' }),
  ];
  expect(new Set(keys).size).toBe(keys.length);
});
