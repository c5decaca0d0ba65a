// The customer subnets of an update, parsed.
import { parsedAddressFields, type ParsedAddressField } from '../addressFields';
import type { RuleDocument } from '../ruleDocument';

/** Where the list of customer subnets stands. */
export const peerSubnetsPointer = '/vpn_connection/peer_subnets';

/** The networks of the list, in its order. */
export function peerSubnets(document: RuleDocument): readonly ParsedAddressField[] {
  return document.once(readPeerSubnets);
}

function readPeerSubnets(document: RuleDocument): readonly ParsedAddressField[] {
  return parsedAddressFields(document, 'network').filter(({ node }) =>
    node.pointer.startsWith(`${peerSubnetsPointer}/`),
  );
}
