// Networks and addresses of IPv4 in the strict decimal form: no leading zeros, no short forms.
import ipaddr from 'ipaddr.js';

/** An address with its prefix length. */
export interface Cidr {
  readonly address: ipaddr.IPv4;
  readonly prefix: number;
}

const octet = '(?:0|[1-9]\\d?|1\\d\\d|2[0-4]\\d|25[0-5])';
const addressForm = new RegExp(`^${octet}(?:\\.${octet}){3}$`);
const cidrForm = new RegExp(`^(${octet}(?:\\.${octet}){3})/(\\d|[12]\\d|3[0-2])$`);

/** Whether the text is an address in dotted decimal notation. */
export function isIpv4Address(text: string): boolean {
  return addressForm.test(text);
}

/** Reads `192.168.1.0/24`; undefined when it is not that. */
export function parseCidr(text: string): Cidr | undefined {
  const [, address, prefix] = cidrForm.exec(text) ?? [];
  if (address === undefined || prefix === undefined) return undefined;
  return { address: ipaddr.IPv4.parse(address), prefix: Number(prefix) };
}

/** Whether a network lies completely within a block such as `100.64.0.0/10`. */
export function isInside(cidr: Cidr, block: string): boolean {
  const [base, prefix] = ipaddr.IPv4.parseCIDR(block);
  return cidr.prefix >= prefix && cidr.address.match(base, prefix);
}

/** The network that the text names, host bits cleared, so that spellings can be compared. */
export function networkOf(text: string): string {
  const cidr = parseCidr(text);
  if (cidr === undefined) return text;
  const network = ipaddr.IPv4.networkAddressFromCIDR(`${cidr.address.toString()}/${cidr.prefix}`);
  return `${network.toString()}/${cidr.prefix}`;
}

/** Position of an address within its network of four: 0 network, 1 and 2 hosts, 3 broadcast. */
export function positionInBlockOfFour(cidr: Cidr): number {
  return (cidr.address.octets[3] ?? 0) % 4;
}
