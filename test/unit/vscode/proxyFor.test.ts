// Which proxy the editor goes by, told without its password.
import { describe, expect, test } from 'vitest';
import { proxyFor } from '../../../client/src/vscode/ports/proxyFor';

const origin = 'https://vpn.eu-west-101.myhuaweicloud.com';

function find(
  given: Readonly<Record<string, unknown>> = {},
  env: Readonly<Record<string, string>> = {},
  address = origin,
) {
  const settings = { support: 'override', proxy: '', noProxy: [], ...given };
  return proxyFor(address, { ...settings, environment: { get: (name) => env[name] } });
}

describe('the proxy', () => {
  test('of the settings comes before that of the environment', () => {
    const env = { HTTPS_PROXY: 'http://other:1' };
    expect(find({ proxy: 'http://proxy:3128' }, env)).toEqual({
      kind: 'proxy',
      address: 'http://proxy:3128',
      source: 'setting http.proxy',
    });
  });

  test.each([
    [{ HTTPS_PROXY: 'http://a:1' }, 'HTTPS_PROXY'],
    [{ https_proxy: 'a:1' }, 'https_proxy'],
    [{ ALL_PROXY: 'http://a:1' }, 'ALL_PROXY'],
  ])('of the environment %j', (env, name) => {
    expect(find({}, env)).toEqual({
      kind: 'proxy',
      address: 'http://a:1',
      source: `environment variable ${name}`,
    });
  });

  test('is told without user name and password', () => {
    const text = JSON.stringify(find({ proxy: 'http://user:Proxy-Pw@proxy:3128' }));
    expect(text).toContain('http://proxy:3128');
    expect(text).not.toMatch(/user|Proxy-Pw/);
    expect(JSON.stringify(find({ proxy: 'http://user:Proxy-Pw@[' }))).not.toContain('Proxy-Pw');
  });

  test('is not named by anything', () => {
    expect(find()).toEqual({ kind: 'system' });
    expect(find({ proxy: 5, noProxy: 'x', support: null })).toEqual({ kind: 'system' });
    expect(find({}, { HTTP_PROXY: 'http://for-http-only:1' })).toEqual({ kind: 'system' });
  });
});

describe('no proxy', () => {
  const proxy = 'http://proxy:3128';

  test.each([
    ['support is off', { support: 'off' }, {}],
    ['the host is exempt', { noProxy: ['vpn.eu-west-101.myhuaweicloud.com'] }, {}],
    ['its domain is exempt', { noProxy: ['.myhuaweicloud.com'] }, {}],
    ['its domain is exempt by a star', { noProxy: ['*.myhuaweicloud.com'] }, {}],
    ['everything is exempt', {}, { NO_PROXY: '*' }],
    ['the environment exempts it', {}, { no_proxy: 'localhost, myhuaweicloud.com:443' }],
  ])('when %s', (_what, given, env) => {
    expect(find({ proxy, ...given }, env)).toMatchObject({ kind: 'direct' });
  });

  test.each(['http://127.0.0.1:8480', 'http://localhost:1', 'http://[::1]:1'])(
    'to this machine: %s',
    (address) => {
      expect(find({ proxy }, {}, address)).toMatchObject({ kind: 'direct' });
    },
  );

  test('only for whole labels', () => {
    expect(find({ proxy, noProxy: ['cloud.com', ''] })).toMatchObject({ kind: 'proxy' });
  });
});
