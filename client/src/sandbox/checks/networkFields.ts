// Readers for the fields that hold networks and tunnel addresses (API page, tables 3 and 4).
import type { Cidr } from './addresses';
import { isInside, parseCidr, positionInBlockOfFour } from './addresses';
import { text } from './fields';

const notCidr = 'must be an IPv4 CIDR block';

/** Any IPv4 CIDR block. */
export const cidr = text((value) => (parseCidr(value) === undefined ? notCidr : undefined));

/** A customer subnet: not in the blocks reserved for VPCs, and nothing that cannot be routed to. */
export const customerSubnet = text((value) => {
  const network = parseCidr(value);
  if (network === undefined) return notCidr;
  const reserved = ['100.64.0.0/10', '214.0.0.0/8'].find((block) => isInside(network, block));
  if (reserved !== undefined) return `must not be in the reserved CIDR block ${reserved}`;
  const special = ['127.0.0.0/8', '224.0.0.0/3'].some((block) => isInside(network, block));
  return special ? 'must not be a loopback, class D or class E network' : undefined;
});

/** A tunnel interface address. */
export const tunnelAddress = text((value) => {
  const address = parseCidr(value);
  return address === undefined ? notCidr : complainAboutTunnel(address);
});

function complainAboutTunnel(address: Cidr): string | undefined {
  if (!isInside({ ...address, prefix: 32 }, '169.254.0.0/16')) return 'must be in 169.254.0.0/16';
  if (isInside({ ...address, prefix: 32 }, '169.254.195.0/24')) {
    return 'must not be in 169.254.195.0/24';
  }
  if (address.prefix !== 30) return 'must have a mask length of 30';
  const position = positionInBlockOfFour(address);
  return position === 1 || position === 2 ? undefined : 'must be a host address of its CIDR block';
}
