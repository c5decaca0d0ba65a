// The setting is written by hand: every mistake must be seen, and none may lead a secret elsewhere.
import { describe, expect, test } from 'vitest';
import { parseTargetDefinitions } from '../../../client/src/core/targets/targetDefinition';
import { targetStatus } from '../../../client/src/core/targets/resolveTarget';

const parse = (...entries: readonly unknown[]) => parseTargetDefinitions(entries);
const own = { name: 'own', endpoint: 'https://vpn.own.example' };

describe('an entry', () => {
  test('with a region is one of the public cloud, with its IAM service', () => {
    expect(parse({ name: ' Site ', region: 'eu-west-101' })).toEqual({
      definitions: [
        {
          target: {
            kind: 'named',
            name: 'Site',
            endpoint: 'https://vpn.eu-west-101.myhuaweicloud.com',
            iamEndpoint: 'https://iam.eu-west-101.myhuaweicloud.com',
            region: 'eu-west-101',
          },
          credentials: 'any',
          production: false,
        },
      ],
      complaints: [],
    });
  });

  test('with an endpoint has the addresses that it names, as origins', () => {
    const entry = {
      name: 'own',
      endpoint: 'HTTPS://VPN.Own.Example:443/',
      iamEndpoint: 'https://iam.own.example:8443',
      production: true,
      credentials: 'password',
    };
    expect(parse(entry).definitions).toEqual([
      {
        target: {
          kind: 'named',
          name: 'own',
          endpoint: 'https://vpn.own.example',
          iamEndpoint: 'https://iam.own.example:8443',
        },
        credentials: 'password',
        production: true,
      },
    ]);
  });

  test.each([
    ['another host', 'https://vpn.eu-west-101.myhuaweicloud.eu'],
    ['a lookalike', 'https://vpn.eu-west-101.myhuaweicloud.com.evil.example'],
  ])(
    'with a region and %s does not take the IAM service of the public cloud',
    (_what, endpoint) => {
      const { definitions } = parse({ name: 'x', region: 'eu-west-101', endpoint });
      expect(definitions[0]?.target).toEqual({
        kind: 'named',
        name: 'x',
        endpoint,
        region: 'eu-west-101',
      });
    },
  );

  test.each<[unknown, RegExp]>([
    [null, /no name/],
    ['text', /none of name|no name/],
    [{ ...own, name: ' ' }, /no name/],
    [{ ...own, name: 5 }, /"name" must be a text/],
    [{ name: 'x' }, /neither a region nor an endpoint/],
    [{ name: 'x', region: 'evil.example/' }, /not a region identifier/],
    [{ name: 'x', region: 'eu-west-101', endpoint: 5 }, /"endpoint" must be a text/],
    [{ ...own, endpoint: 'http://vpn.own.example' }, /endpoint cannot be used.*http/],
    [{ ...own, endpoint: 'https://user:pw@own.example' }, /endpoint cannot be used/],
    [{ ...own, iamEndpoint: 'https://iam.own.example/v3' }, /IAM endpoint cannot be used/],
    [{ ...own, production: 'yes' }, /"production" must be true or false/],
    [{ ...own, credentials: 'magic' }, /"credentials" must be one of/],
    [{ ...own, prodction: true }, /key that is none of/],
  ])('%j is left out', (entry, words) => {
    const { definitions, complaints } = parse(entry, { name: 'good', region: 'eu-west-101' });
    expect(definitions.map(({ target }) => target.name)).toEqual(['good']);
    expect(complaints).toEqual([expect.stringMatching(/^Entry 1 of vpnconn\.targets is left out/)]);
    expect(complaints[0]).toMatch(words);
  });

  test('with a name that is taken is left out, and the first stays', () => {
    const { definitions, complaints } = parse(own, { name: 'own', region: 'eu-west-101' });
    expect(definitions.map(({ target }) => target.endpoint)).toEqual([own.endpoint]);
    expect(complaints[0]).toContain('Entry 2');
  });

  test('never has its values in a complaint', () => {
    const { complaints } = parse({ ...own, endpoint: 'https://key:Secret-1@own.example' });
    expect(complaints.join()).not.toContain('Secret-1');
  });
});

test.each([undefined, null, 'x', 5, {}])('no entries are read from %j', (value) => {
  expect(parseTargetDefinitions(value)).toEqual({ definitions: [], complaints: [] });
});

describe('what the settings say of a target', () => {
  const settings = {
    timeoutSeconds: 30,
    targets: parse({ ...own, production: true, credentials: 'ask' }),
  };
  const target = settings.targets.definitions[0]!.target;

  test('is read anew each time', () => {
    expect(targetStatus(target, settings)).toBe('production');
    expect(targetStatus(target, { ...settings, targets: parse(own) })).toBe('ordinary');
    expect(targetStatus(target, { ...settings, targets: parse() })).toBe('gone');
  });

  test('of an endpoint depends on the older settings', () => {
    const endpoint = { kind: 'endpoint', endpoint: own.endpoint } as const;
    expect(targetStatus(endpoint, settings)).toBe('gone');
    expect(targetStatus(endpoint, { ...settings, endpoint: own.endpoint })).toBe('ordinary');
    expect(targetStatus(endpoint, { ...settings, endpoint: own.endpoint, region: 'r' })).toBe(
      'gone',
    );
  });
});
