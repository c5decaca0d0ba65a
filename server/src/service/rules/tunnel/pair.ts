// The two tunnel addresses of an update.
import {
  containsBlock,
  formatIpv4,
  hostsOf,
  parseIpv4Block,
  type Ipv4Block,
} from '../../address/ipv4';
import type { Pointer } from '../../document/pointer';
import type { KnownBlock } from '../../schema/facts';
import { parsedAddressFields, type ParsedAddressField } from '../addressFields';
import type { RuleDocument } from '../ruleDocument';

/** Where the addresses of the two ends stand. */
export const tunnelPointers = [
  '/vpn_connection/tunnel_local_address',
  '/vpn_connection/tunnel_peer_address',
] as const;

/**
 * Both addresses, when both are there and each may be used at all. An address that has to give way
 * to another one is no measure for the other end.
 */
export function tunnelPair(
  document: RuleDocument,
): readonly [ParsedAddressField, ParsedAddressField] | undefined {
  const [local, peer] = document.once(readEnds);
  if (local === undefined || peer === undefined) return undefined;
  return isUsable(local) && isUsable(peer) ? [local, peer] : undefined;
}

/** Whether the connection is known to have no tunnel interfaces: only route-based ones do. */
export function hasNoTunnels({ connection }: RuleDocument): boolean {
  const style = connection.style?.value;
  return style !== undefined && style !== 'static' && style !== 'bgp';
}

/** Whether the address lies in the block that the service allows. */
export function isInRange({ block, address }: ParsedAddressField): boolean {
  return address.within === undefined || containsBlock(address.within, hostBlock(block));
}

/** The block that the service keeps for itself and that the address lies in. */
export function reservedBlock({ block, address }: ParsedAddressField): KnownBlock | undefined {
  return address.reserved.find((known) => containsBlock(known, hostBlock(block)));
}

/** The block that the two ends share when one has this address: its size is the table's to say. */
export function tunnelBlock({ block, address }: ParsedAddressField): Ipv4Block | undefined {
  const { prefixLength } = address;
  return prefixLength === undefined
    ? undefined
    : parseIpv4Block(formatIpv4(block.address, prefixLength));
}

/**
 * The hosts of the block that has the prescribed prefix length and holds the address of `field`, as
 * texts: the one that the other end has comes last.
 */
export function hostTexts(document: RuleDocument, field: ParsedAddressField): readonly string[] {
  const block = tunnelBlock(field);
  if (block === undefined) return [];
  const other = otherEnd(document, field)?.block.address;
  const hosts = hostsOf(block);
  const ordered = [
    ...hosts.filter((each) => each !== other),
    ...hosts.filter((each) => each === other),
  ];
  return ordered.map((host) => formatIpv4(host, block.prefixLength));
}

/**
 * The address of `field` with the prescribed prefix length; the hosts of its block when it is none of
 * them, but the network or the broadcast address.
 */
export function hostMends(document: RuleDocument, field: ParsedAddressField): readonly string[] {
  const { prefixLength = field.block.prefixLength } = field.address;
  const hosts = hostTexts(document, field);
  const own = formatIpv4(field.block.address, prefixLength);
  return hosts.includes(own) ? [own] : hosts;
}

/**
 * Addresses in place of one that can't be used: the free ones in the block of the other end, else those of
 * the block behind the reserved one, where the same host comes first.
 */
export function hostsElsewhere(
  document: RuleDocument,
  field: ParsedAddressField,
): readonly string[] {
  const { prefixLength = field.block.prefixLength, within } = field.address;
  const other = otherEnd(document, field);
  const shared = other !== undefined && isUsable(other) ? tunnelBlock(other) : undefined;
  if (other !== undefined && shared !== undefined) {
    const hosts = hostsOf(shared);
    const free = hosts.filter((host) => host !== other.block.address);
    // An other end that is no host itself becomes the first one.
    const ordered = free.length === hosts.length ? [...free].reverse() : free;
    return ordered.map((host) => formatIpv4(host, prefixLength));
  }
  const reserved = reservedBlock(field);
  const next = parseIpv4Block(formatIpv4((reserved?.last ?? 0) + 1, prefixLength));
  const own = tunnelBlock(field);
  if (reserved === undefined || next === undefined || own === undefined) return [];
  if (within === undefined || !containsBlock(within, next)) return [];
  const hosts = hostsOf(next);
  const same = hosts[hostsOf(own).indexOf(field.block.address)];
  const ordered = [
    ...hosts.filter((host) => host === same),
    ...hosts.filter((host) => host !== same),
  ];
  return ordered.map((host) => formatIpv4(host, prefixLength));
}

/** The address that is left for the other end when the one at `pointer` may be used. */
export function otherHost(document: RuleDocument, pointer: Pointer): string | undefined {
  const field = document.once(readEnds).find((end) => end?.node.pointer === pointer);
  if (field === undefined || !isUsable(field)) return undefined;
  if (field.block.prefixLength !== field.address.prefixLength) return undefined;
  const own = formatIpv4(field.block.address, field.block.prefixLength);
  const hosts = hostTexts(document, field);
  return hosts.includes(own) ? hosts.find((host) => host !== own) : undefined;
}

function readEnds(document: RuleDocument): readonly (ParsedAddressField | undefined)[] {
  const fields = parsedAddressFields(document, 'interface');
  return tunnelPointers.map((pointer) => fields.find(({ node }) => node.pointer === pointer));
}

function otherEnd(
  document: RuleDocument,
  { node }: ParsedAddressField,
): ParsedAddressField | undefined {
  return document.once(readEnds).find((end) => end !== undefined && end.node !== node);
}

function isUsable(field: ParsedAddressField): boolean {
  return isInRange(field) && reservedBlock(field) === undefined;
}

/** The address alone as a block: its prefix length does not matter for where it lies. */
function hostBlock(block: ParsedAddressField['block']): ParsedAddressField['block'] {
  return { ...block, first: block.address, last: block.address };
}
