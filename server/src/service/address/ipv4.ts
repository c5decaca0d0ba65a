// IPv4 addresses and CIDR blocks: what ipaddr.js reads and computes, as numbers that can be compared.
// Only the texts that an API takes are read; the library alone also takes octal and short forms.
import ipaddr from 'ipaddr.js';

/** An IPv4 address with a prefix length, as written in CIDR notation. Addresses are unsigned numbers. */
export interface Ipv4Block {
  readonly address: number;
  readonly prefixLength: number;
  /** First address of the block. */
  readonly first: number;
  /** Last address of the block. */
  readonly last: number;
}

/** Parses `192.168.1.0/24`. Nothing for any other text: no leading zeros, no short or numeric forms. */
export function parseIpv4Block(text: string): Ipv4Block | undefined {
  if (!ipaddr.IPv4.isValidCIDRFourPartDecimal(text) || hasPaddedPrefix(text)) return undefined;
  const [host, prefixLength] = ipaddr.IPv4.parseCIDR(text);
  return {
    address: numberOf(host),
    prefixLength,
    first: numberOf(ipaddr.IPv4.networkAddressFromCIDR(text)),
    last: numberOf(ipaddr.IPv4.broadcastAddressFromCIDR(text)),
  };
}

/** Parses `192.168.1.5`: four decimal numbers without leading zeros. */
export function parseIpv4(text: string): number | undefined {
  return ipaddr.IPv4.isValidFourPartDecimal(text) ? numberOf(ipaddr.IPv4.parse(text)) : undefined;
}

/** Text of an address, and with `prefixLength` of a block. */
export function formatIpv4(address: number, prefixLength?: number): string {
  const octets = [24, 16, 8, 0].map((shift) => (address >>> shift) & 0xff);
  const text = new ipaddr.IPv4(octets).toString();
  return prefixLength === undefined ? text : `${text}/${prefixLength}`;
}

/** Whether every address of `inner` lies in `outer`. */
export function containsBlock(outer: Ipv4Block, inner: Ipv4Block): boolean {
  return outer.first <= inner.first && inner.last <= outer.last;
}

/** Whether the two blocks share an address. CIDR blocks that share one contain one another. */
export function overlaps(a: Ipv4Block, b: Ipv4Block): boolean {
  return a.first <= b.last && b.first <= a.last;
}

/** Whether the two blocks are the same network. */
export function sameNetwork(a: Ipv4Block, b: Ipv4Block): boolean {
  return a.first === b.first && a.last === b.last;
}

/** One number for each network. */
export function networkKey({
  first,
  prefixLength,
}: Pick<Ipv4Block, 'first' | 'prefixLength'>): number {
  return first * 64 + prefixLength;
}

/** Whether the address has bits set behind its prefix. */
export function hasHostBits(block: Ipv4Block): boolean {
  return block.address !== block.first;
}

/** The usable addresses of a block of prefix length 30 or shorter: all but the first and the last. */
export function hostsOf(block: Ipv4Block): readonly number[] {
  const hosts: number[] = [];
  for (let address = block.first + 1; address < block.last; address++) hosts.push(address);
  return hosts;
}

/** A block that the table holds as text. */
export function knownBlock(text: string): Ipv4Block {
  const block = parseIpv4Block(text);
  if (block === undefined)
    throw new Error(`The table holds ${text}, which is not an IPv4 CIDR block.`);
  return block;
}

function numberOf({ octets }: ipaddr.IPv4): number {
  return octets.reduce((number, octet) => number * 256 + octet, 0);
}

/** Whether the prefix length has a leading zero, which the library reads as if it had none. */
function hasPaddedPrefix(text: string): boolean {
  return /\/0\d+$/.test(text);
}
