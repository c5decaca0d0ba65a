import { describe, expect, test } from 'vitest';
import { isLoopback, parseEndpoint } from '../../../client/src/core/targets/endpoint';

function codeOf(text: string): string {
  const result = parseEndpoint(text);
  return result.kind === 'refused' ? result.problem.code : result.endpoint.origin;
}

describe('parseEndpoint', () => {
  test.each([
    ['https://vpn.eu-west-101.myhuaweicloud.com', 'https://vpn.eu-west-101.myhuaweicloud.com'],
    ['https://VPN.Example.COM/', 'https://vpn.example.com'],
    [' https://vpn.example.com ', 'https://vpn.example.com'],
    ['https://vpn.example.com:443', 'https://vpn.example.com'],
    ['https://vpn.example.com:8443', 'https://vpn.example.com:8443'],
    ['https://10.0.0.1', 'https://10.0.0.1'],
    ['https://[2001:db8::1]:8443', 'https://[2001:db8::1]:8443'],
    ['https://xn--bcher-kva.example', 'https://xn--bcher-kva.example'],
    ['http://127.0.0.1:1', 'http://127.0.0.1:1'],
    ['http://127.255.255.255:65535', 'http://127.255.255.255:65535'],
    ['http://localhost:80', 'http://localhost'],
    ['http://LOCALHOST:8080', 'http://localhost:8080'],
    ['http://[::1]:8080', 'http://[::1]:8080'],
  ])('accepts %s', (text, origin) => {
    expect(codeOf(text)).toBe(origin);
  });

  test.each([
    'http://vpn.example.com',
    'http://localhost.evil.com',
    'http://127.0.0.1.evil.com',
    'http://evil-localhost',
    'http://126.0.0.1',
    'http://128.0.0.1',
    'http://0.0.0.0',
    'http://[::2]',
  ])('refuses %s without encryption', (text) => {
    expect(codeOf(text)).toBe('endpoint-not-encrypted');
  });

  test.each([
    ['user-info', 'https://vpn.example.com@evil.com'],
    ['user-info with password', 'https://a:b@vpn.example.com'],
    ['user-info before loopback', 'http://127.0.0.1@evil.com'],
    ['loopback behind user-info', 'http://evil.com@127.0.0.1'],
    ['path', 'https://vpn.example.com/v5'],
    ['query', 'https://vpn.example.com?x'],
    ['fragment', 'https://vpn.example.com#x'],
    ['backslash', 'https://vpn.example.com\\@evil.com'],
    ['trailing dot', 'https://vpn.example.com.'],
    ['trailing dot on loopback', 'http://localhost.'],
    ['empty label', 'https://vpn..example.com'],
    ['label with hyphen at its end', 'https://vpn-.example.com'],
    ['IDN', 'https://vpn.exämple.com'],
    ['full-width letters', 'https://ｖpn.example.com'],
    ['soft hyphen', 'https://vpn\u00AD.example.com'],
    ['percent-encoded host', 'https://vpn%2eexample.com'],
    ['blank', 'https://vpn. example.com'],
    ['line break', 'https://vpn.example.com\n.evil.com'],
    ['tab that a URL parser drops', 'https://vpn.exa\tmple.com'],
    ['short IPv4', 'http://127.1'],
    ['hexadecimal IPv4', 'http://0x7f.0.0.1'],
    ['octal IPv4', 'http://127.0.0.01'],
    ['decimal IPv4', 'http://2130706433'],
    ['IPv4 beyond 255', 'https://10.0.0.256'],
    ['five numbers', 'https://1.2.3.4.5'],
    ['IPv4 in IPv6', 'http://[::ffff:127.0.0.1]'],
    ['unshortened IPv6', 'https://[0:0:0:0:0:0:0:1]'],
    ['port 0', 'https://vpn.example.com:0'],
    ['port 65536', 'https://vpn.example.com:65536'],
    ['port without number', 'https://vpn.example.com:'],
    ['other scheme', 'ftp://vpn.example.com'],
    ['no scheme', 'vpn.example.com'],
    ['one slash', 'https:/vpn.example.com'],
    ['nothing', ''],
    ['label of 64', `https://${'a'.repeat(64)}.com`],
    ['host of 254', `https://${'abc.'.repeat(63)}ab`],
  ])('refuses %s', (_what, text) => {
    expect(codeOf(text)).toBe('endpoint-malformed');
  });

  test('accepts a label of 63 and a host of 253 characters', () => {
    expect(codeOf(`https://${'a'.repeat(63)}.com`)).toBe(`https://${'a'.repeat(63)}.com`);
    expect(codeOf(`https://${'abc.'.repeat(63)}a`)).toBe(`https://${'abc.'.repeat(63)}a`);
  });

  test('tells the way on', () => {
    const result = parseEndpoint('http://vpn.example.com');
    expect(result).toMatchObject({
      problem: { actions: [{ kind: 'open-setting', setting: 'vpnconn.endpoint' }] },
    });
  });
});

test.each([
  ['localhost', true],
  ['127.0.0.1', true],
  ['127.8.8.8', true],
  ['[::1]', true],
  ['127.0.0.1.evil.com', false],
  ['127.0.0', false],
  ['localhost.evil.com', false],
  ['1270.0.0.1', false],
])('isLoopback(%s) is %s', (host, expected) => {
  expect(isLoopback(host)).toBe(expected);
});
