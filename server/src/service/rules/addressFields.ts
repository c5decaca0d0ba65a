// The address fields of a document by kind. Which fields these are is the table's to say.
import type { Ipv4Block } from '../address/ipv4';
import type { AddressFacts } from '../schema/facts';
import type { AddressField, RuleDocument } from './ruleDocument';

/** An address field whose text could be parsed. */
export interface ParsedAddressField extends AddressField {
  readonly block: Ipv4Block;
}

/** All fields of one kind of address, in the order of the file. */
export function addressFields(
  document: RuleDocument,
  kind: AddressFacts['kind'],
): readonly AddressField[] {
  return document.once(kind === 'network' ? readNetworks : readInterfaces);
}

/** The same, without those that are no addresses: the rule for their form speaks about them. */
export function parsedAddressFields(
  document: RuleDocument,
  kind: AddressFacts['kind'],
): readonly ParsedAddressField[] {
  return document.once(kind === 'network' ? readParsedNetworks : readParsedInterfaces);
}

const readNetworks = (document: RuleDocument): readonly AddressField[] =>
  document.addresses.filter(({ address }) => address.kind === 'network');
const readInterfaces = (document: RuleDocument): readonly AddressField[] =>
  document.addresses.filter(({ address }) => address.kind === 'interface');
const readParsedNetworks = (document: RuleDocument): readonly ParsedAddressField[] =>
  addressFields(document, 'network').filter(isParsed);
const readParsedInterfaces = (document: RuleDocument): readonly ParsedAddressField[] =>
  addressFields(document, 'interface').filter(isParsed);

function isParsed(field: AddressField): field is ParsedAddressField {
  return field.block !== undefined;
}
