// What rules see of a document: nodes by pointer, fields with their facts, and the facts of the
// connection as far as they are known. Rules never see the YAML tree.
import { parseIpv4Block, type Ipv4Block } from '../address/ipv4';
import { entryOf, type DataNode, type MapEntry, type ScalarNode } from '../document/node';
import { parentPointer, lastSegment, type Pointer } from '../document/pointer';
import { asSecretReference } from '../schema/checkTags';
import type { AddressFacts, FieldFacts } from '../schema/facts';
import { table } from '../schema/table';
import { readConnectionFacts, type ConnectionFacts, type LiveFacts } from './connectionFacts';

/** A value of the document together with what the table says about its field. */
export interface Field {
  readonly node: DataNode;
  readonly facts: FieldFacts;
}

/** A text of the document that can be looked at: not a number, not a reference to a secret. */
export interface TextField {
  readonly node: ScalarNode;
  readonly facts: FieldFacts;
  readonly value: string;
}

/** A text in an address field with what the table wants of it. */
export interface AddressField extends TextField {
  readonly address: AddressFacts;
  /** Nothing when the text is no address with a prefix length. */
  readonly block: Ipv4Block | undefined;
}

/** One document, prepared once and read by all rules. */
export class RuleDocument {
  readonly #byPointer = new Map<Pointer, DataNode>();
  readonly #textOf = new Map<DataNode, TextField>();
  readonly #made = new Map<unknown, unknown>();
  readonly root: DataNode;
  /** All values that the table knows, in the order of the file. */
  readonly fields: readonly Field[];
  /** Those of them that are texts. */
  readonly texts: readonly TextField[];
  readonly addresses: readonly AddressField[];
  /** What is known of the connection and its gateway. */
  readonly connection: ConnectionFacts;

  constructor(root: DataNode, live: LiveFacts = {}) {
    this.root = root;
    const fields: Field[] = [];
    collectFields(root, table.root, fields);
    this.fields = fields;
    for (const { node } of fields) this.#byPointer.set(node.pointer, node);
    this.texts = fields.flatMap(asText);
    for (const text of this.texts) this.#textOf.set(text.node, text);
    this.addresses = this.texts.flatMap(asAddress);
    this.connection = readConnectionFacts(this, live);
  }

  /** The value at `pointer`, when the table knows the field. */
  node(pointer: Pointer): DataNode | undefined {
    return this.#byPointer.get(pointer);
  }

  /** What `make` finds in this document; it looks only once, however many rules ask. */
  once<T>(make: (document: RuleDocument) => T): T {
    if (!this.#made.has(make)) this.#made.set(make, make(this));
    return this.#made.get(make) as T;
  }

  /** The entry at `pointer`: its key and its value. */
  entry(pointer: Pointer): MapEntry | undefined {
    return entryOf(this.node(parentPointer(pointer)), lastSegment(pointer));
  }

  /** The text at `pointer`, when there is one. */
  text(pointer: Pointer): TextField | undefined {
    const node = this.node(pointer);
    return node === undefined ? undefined : this.#textOf.get(node);
  }

  /** The whole number at `pointer`, when there is one. */
  integer(pointer: Pointer): number | undefined {
    const node = this.node(pointer);
    const value = node?.kind === 'scalar' && node.tag === undefined ? node.value : undefined;
    return typeof value === 'number' && Number.isInteger(value) ? value : undefined;
  }

  /** The items of the list at `pointer`; none when there is no list. */
  items(pointer: Pointer): readonly DataNode[] {
    const node = this.node(pointer);
    return node?.kind === 'sequence' ? node.items : [];
  }

  /** Whether the value at `pointer` stands outside the file. */
  isSecretReference(pointer: Pointer): boolean {
    return asSecretReference(this.node(pointer), table.factsAt(pointer)) !== undefined;
  }
}

/** Walks the document and the table side by side: looking every pointer up would cost more than the rules. */
function collectFields(node: DataNode, facts: FieldFacts, into: Field[]): void {
  into.push({ node, facts });
  if (node.kind === 'map') {
    for (const { key, value } of node.entries) {
      const property = facts.properties.get(key);
      if (property !== undefined) collectFields(value, property, into);
    }
  } else if (node.kind === 'sequence' && facts.items !== undefined) {
    for (const item of node.items) collectFields(item, facts.items, into);
  }
}

function asText({ node, facts }: Field): readonly TextField[] {
  if (node.kind !== 'scalar' || node.tag !== undefined || facts.type !== 'string') return [];
  return typeof node.value === 'string' ? [{ node, facts, value: node.value }] : [];
}

function asAddress({ node, facts, value }: TextField): readonly AddressField[] {
  const { address } = facts;
  return address === undefined
    ? []
    : [{ node, facts, value, address, block: parseIpv4Block(value) }];
}
