// The address fields of a document by kind. Which fields these are is the table's to say.
import { parseIpv4Block, type Ipv4Block } from '../address/ipv4';
import type { AddressFacts, FieldFacts } from '../schema/facts';
import type { RuleDocument, TextField } from './ruleDocument';

/** A text in an address field with what the table wants of it. */
export interface AddressField extends TextField {
  readonly address: AddressFacts;
  /** Nothing when the text is no address with a prefix length. */
  readonly block: Ipv4Block | undefined;
}

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
  document.textsWhere(isNetwork).flatMap(asAddress);
const readInterfaces = (document: RuleDocument): readonly AddressField[] =>
  document.textsWhere(isInterface).flatMap(asAddress);
const readParsedNetworks = (document: RuleDocument): readonly ParsedAddressField[] =>
  addressFields(document, 'network').filter(isParsed);
const readParsedInterfaces = (document: RuleDocument): readonly ParsedAddressField[] =>
  addressFields(document, 'interface').filter(isParsed);

function isNetwork({ address }: FieldFacts): boolean {
  return address?.kind === 'network';
}

function isInterface({ address }: FieldFacts): boolean {
  return address?.kind === 'interface';
}

function asAddress({ node, facts, value }: TextField): readonly AddressField[] {
  const { address } = facts;
  return address === undefined
    ? []
    : [{ node, facts, value, address, block: parseIpv4Block(value) }];
}

function isParsed(field: AddressField): field is ParsedAddressField {
  return field.block !== undefined;
}
