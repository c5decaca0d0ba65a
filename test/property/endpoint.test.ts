// No spelling of an address gets past the check that a URL parser would read as another address.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseEndpoint } from '../../client/src/core/targets/endpoint';

const piece = fc.constantFrom(
  ...[
    'http://',
    'https://',
    'HTTPS://',
    'localhost',
    '127.0.0.1',
    '[::1]',
    'evil.com',
    'vpn.a.com',
  ],
  ...[
    '@',
    ':',
    '.',
    '/',
    '\\',
    '?',
    '#',
    '%2e',
    '%40',
    ' ',
    '\t',
    '\n',
    '80',
    '0x7f',
    '1',
    '-',
    '_',
  ],
  ...['\u3002', '\uFF0E', '\u2024', '\u00AD', 'é', 'ｌocalhost', '[', ']', '::ffff:', 'xn--', '*'],
);
const address = fc.oneof(
  fc.array(piece, { maxLength: 6 }).map((pieces) => pieces.join('')),
  fc
    .tuple(fc.constantFrom('http://', 'https://'), fc.array(piece, { minLength: 1, maxLength: 5 }))
    .map(([scheme, pieces]) => scheme + pieces.join('')),
  fc.webUrl(),
);

test('an accepted address is its own origin, and plain http stays on this machine', () => {
  let accepted = 0;
  fc.assert(
    fc.property(address, (text) => {
      const result = parseEndpoint(text);
      fc.pre(result.kind === 'usable');
      accepted += 1;
      const { origin, host } = result.endpoint;
      const url = new URL(text);
      expect(url.origin).toBe(origin);
      expect(url.host).toBe(host);
      expect([url.username, url.password, url.search, url.hash, url.pathname]).toEqual([
        '',
        '',
        '',
        '',
        '/',
      ]);
      expect(text.trim().toLowerCase().replace(/\/$/, '')).toContain(url.hostname);
      expect(
        url.protocol === 'https:' || /^(localhost|127\.[\d.]+|\[::1\])$/.test(url.hostname),
      ).toBe(true);
    }),
    { numRuns: 2000, maxSkipsPerRun: 200 },
  );
  expect(accepted).toBeGreaterThanOrEqual(2000);
}, 60_000);
