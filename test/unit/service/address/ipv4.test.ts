// IPv4 blocks, against arithmetic on bits and against every text that only looks like one.
import fc from 'fast-check';
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

test.each([
  ['0.0.0.0/0', { address: 0, prefixLength: 0, first: 0, last: 0xffffffff }],
  [
    '255.255.255.255/32',
    { address: 0xffffffff, prefixLength: 32, first: 0xffffffff, last: 0xffffffff },
  ],
  ['10.0.0.0/8', { address: 0x0a000000, prefixLength: 8, first: 0x0a000000, last: 0x0affffff }],
  ['10.0.0.9/9', { address: 0x0a000009, prefixLength: 9, first: 0x0a000000, last: 0x0a7fffff }],
])('a block: %s', (text, expected) => {
  expect(parseIpv4Block(text)).toEqual(expected);
});

test('any text is no block, or is what the block is written as', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.ipV4(), fc.ipV4Extended(), fc.ipV6()), (text) => {
      for (const each of [text, `${text}/8`]) {
        const parsed = parseIpv4Block(each);
        const written = parsed && formatIpv4(parsed.address, parsed.prefixLength);
        expect([undefined, each]).toContain(written);
      }
    }),
  );
});
