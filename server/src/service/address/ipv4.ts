// IPv4 arithmetic on numbers: strict about the text, tolerant about nothing. The tests hold it to
// ipaddr.js, which is not used here: it reads more texts than an API takes, and its build for Node
// would be a thirtieth of the server for nothing but joining four numbers.

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
  const [host = '', length = '', rest] = text.split('/');
  if (rest !== undefined || !/^(?:0|[1-9]\d?)$/.test(length) || Number(length) > 32)
    return undefined;
  const address = parseIpv4(host);
  if (address === undefined) return undefined;
  const prefixLength = Number(length);
  const size = 2 ** (32 - prefixLength);
  const first = address - (address % size);
  return { address, prefixLength, first, last: first + size - 1 };
}

/** Parses `192.168.1.5`: four decimal numbers without leading zeros. */
export function parseIpv4(text: string): number | undefined {
  if (!/^(?:0|[1-9]\d{0,2})(?:\.(?:0|[1-9]\d{0,2})){3}$/.test(text)) return undefined;
  const octets = text.split('.').map(Number);
  if (octets.some((octet) => octet > 255)) return undefined;
  return octets.reduce((number, octet) => number * 256 + octet, 0);
}

/** Text of an address, and with `prefixLength` of a block. */
export function formatIpv4(address: number, prefixLength?: number): string {
  const octets = [24, 16, 8, 0].map((shift) => Math.floor(address / 2 ** shift) % 256);
  const text = octets.join('.');
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
