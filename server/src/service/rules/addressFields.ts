// The address fields of a document, parsed once per rule. Which fields these are is the table's to say.
import { parseIpv4Block, type Ipv4Block } from '../address/ipv4';
import type { AddressFacts } from '../schema/facts';
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
  return document.texts.flatMap((field) => {
    const { address } = field.facts;
    return address?.kind === kind
      ? [{ ...field, address, block: parseIpv4Block(field.value) }]
      : [];
  });
}

/** The same, without those that are no addresses: the rule for their form speaks about them. */
export function parsedAddressFields(
  document: RuleDocument,
  kind: AddressFacts['kind'],
): readonly ParsedAddressField[] {
  return addressFields(document, kind).filter(
    (field): field is ParsedAddressField => field.block !== undefined,
  );
}
