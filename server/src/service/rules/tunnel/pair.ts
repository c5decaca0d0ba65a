// The two tunnel addresses of an update.
import { parsedAddressFields, type ParsedAddressField } from '../addressFields';
import type { RuleDocument } from '../ruleDocument';

/** Where the addresses of the two ends stand. */
export const tunnelPointers = [
  '/vpn_connection/tunnel_local_address',
  '/vpn_connection/tunnel_peer_address',
] as const;

/** Both addresses, when both are there and can be read. */
export function tunnelPair(
  document: RuleDocument,
): readonly [ParsedAddressField, ParsedAddressField] | undefined {
  const [local, peer] = tunnelPointers.map((pointer) =>
    parsedAddressFields(document, 'interface').find(({ node }) => node.pointer === pointer),
  );
  return local === undefined || peer === undefined ? undefined : [local, peer];
}
