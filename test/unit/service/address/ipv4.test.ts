// IPv4 blocks, against arithmetic on bits and against every text that only looks like one.
import fc from 'fast-check';
import ipaddr from 'ipaddr.js';
import { describe, expect, test } from 'vitest';
import {
  containsBlock,
  formatIpv4,
  hasHostBits,
  hostsOf,
  overlaps,
  parseIpv4,
  parseIpv4Block,
  sameNetwork,
} from '../../../../server/src/service/address/ipv4';

const address = fc.nat(0xffffffff);
const prefixLength = fc.nat(32);
const block = fc
  .tuple(address, prefixLength)
  .map(([host, length]) => parseIpv4Block(formatIpv4(host, length))!);

/** The network mask as a big integer: 64-bit arithmetic in place of the products under test. */
const mask = (length: number): bigint => (0xffffffffn << BigInt(32 - length)) & 0xffffffffn;

describe('for any address and prefix length', () => {
  test('text, network and broadcast address are those of ipaddr.js', () => {
    fc.assert(
      fc.property(address, prefixLength, (host, length) => {
        const text = formatIpv4(host, length);
        const [theirs, theirLength] = ipaddr.IPv4.parseCIDR(text);
        expect(formatIpv4(host)).toBe(theirs.toString());
        expect(theirLength).toBe(length);
        const { first, last } = parseIpv4Block(text)!;
        expect(formatIpv4(first)).toBe(ipaddr.IPv4.networkAddressFromCIDR(text).toString());
        expect(formatIpv4(last)).toBe(ipaddr.IPv4.broadcastAddressFromCIDR(text).toString());
      }),
    );
  });

  test('text and number are the same address', () => {
    fc.assert(
      fc.property(address, prefixLength, (host, length) => {
        expect(parseIpv4(formatIpv4(host))).toBe(host);
        expect(parseIpv4Block(formatIpv4(host, length))).toMatchObject({
          address: host,
          prefixLength: length,
        });
      }),
    );
  });

  test('a block reaches from its masked address to the one with all host bits set', () => {
    fc.assert(
      fc.property(block, (each) => {
        const first = BigInt(each.address) & mask(each.prefixLength);
        const last = first | (~mask(each.prefixLength) & 0xffffffffn);
        expect([BigInt(each.first), BigInt(each.last)]).toEqual([first, last]);
        expect(hasHostBits(each)).toBe(BigInt(each.address) !== first);
      }),
    );
  });

  test('two blocks are apart, or one contains the other', () => {
    fc.assert(
      fc.property(block, block, (a, b) => {
        expect(overlaps(a, b)).toBe(containsBlock(a, b) || containsBlock(b, a));
        expect(sameNetwork(a, b)).toBe(containsBlock(a, b) && containsBlock(b, a));
        expect(overlaps(a, b)).toBe(overlaps(b, a));
      }),
    );
  });
});

test('both edges of a block', () => {
  const outer = parseIpv4Block('169.254.0.0/16')!;
  const at = (text: string): boolean => containsBlock(outer, parseIpv4Block(`${text}/32`)!);
  expect(['169.254.0.0', '169.254.255.255'].map(at)).toEqual([true, true]);
  expect(['169.253.255.255', '169.255.0.0'].map(at)).toEqual([false, false]);
});

test('the hosts of a block are all but its first and last address', () => {
  const hosts = hostsOf(parseIpv4Block('169.254.1.5/30')!).map((host) => formatIpv4(host));
  expect(hosts).toEqual(['169.254.1.5', '169.254.1.6']);
  expect(hostsOf(parseIpv4Block('10.0.0.0/31')!)).toEqual([]);
  expect(hostsOf(parseIpv4Block('10.0.0.0/32')!)).toEqual([]);
});

test.each([
  '',
  '/',
  '10.0.0.0',
  '10.0.0.0/',
  '10.0.0.0/33',
  '10.0.0.0/-1',
  '10.0.0.0/08',
  '10.0.0.0/+8',
  '10.0.0.0/8/8',
  '10.0.0.0/8 ',
  ' 10.0.0.0/8',
  '010.0.0.0/8',
  '10.00.0.0/8',
  '0x0a.0.0.0/8',
  '10.0.0/8',
  '10/8',
  '167772160/8',
  '10.0.0.256/8',
  '10.0.0.1000/8',
  '10.0.0.0.0/8',
  '10.0.0.0\n/8',
  '10.0.0.0/8\n',
  '１０.0.0.0/8',
  '::/0',
  '::ffff:10.0.0.0/104',
])('no block: %j', (text) => {
  expect(parseIpv4Block(text)).toBeUndefined();
});

test.each(['0.0.0.0/0', '255.255.255.255/32', '10.0.0.0/8', '10.0.0.9/9'])(
  'a block: %s',
  (text) => {
    expect(parseIpv4Block(text)).toBeDefined();
  },
);

test('nothing throws, whatever the text', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.ipV4(), fc.ipV4Extended(), fc.ipV6()), (text) => {
      for (const each of [text, `${text}/8`]) {
        const parsed = parseIpv4Block(each);
        if (parsed !== undefined)
          expect(formatIpv4(parsed.address, parsed.prefixLength)).toBe(each);
      }
    }),
  );
});
