// IPv4 addresses and CIDR blocks as numbers that can be compared. Only the texts that an API takes are read: no
// leading zeros, no octal and no short forms.

/** An IPv4 address with a prefix length, as written in CIDR notation. Addresses are unsigned numbers. */
export interface Ipv4Block {
  readonly address: number;
  readonly prefixLength: number;
  /** First address of the block. */
  readonly first: number;
  /** Last address of the block. */
  readonly last: number;
}

/** Parses `192.168.1.0/24`. Nothing for any other text. */
export function parseIpv4Block(text: string): Ipv4Block | undefined {
  const [, host = '', prefix = ''] = /^([\d.]+)\/(\d|[1-9]\d)$/.exec(text) ?? [];
  const address = parseIpv4(host);
  const prefixLength = Number(prefix);
  if (address === undefined || prefixLength > 32) return undefined;
  const size = 2 ** (32 - prefixLength);
  const first = address - (address % size);
  return { address, prefixLength, first, last: first + size - 1 };
}

/** Parses `192.168.1.5`: four decimal numbers without leading zeros. */
export function parseIpv4(text: string): number | undefined {
  const [, ...octets] = fourNumbers.exec(text) ?? [];
  const numbers = octets.map(Number);
  if (numbers.length === 0 || numbers.some((number) => number > 255)) return undefined;
  return numbers.reduce((address, number) => address * 256 + number, 0);
}

const fourNumbers = /^(0|[1-9]\d{0,2})\.(0|[1-9]\d{0,2})\.(0|[1-9]\d{0,2})\.(0|[1-9]\d{0,2})$/;

/** Text of an address, and with `prefixLength` of a block. */
export function formatIpv4(address: number, prefixLength?: number): string {
  const text = [24, 16, 8, 0].map((shift) => (address >>> shift) & 0xff).join('.');
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
