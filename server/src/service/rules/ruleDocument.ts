// What rules see of a document: nodes by pointer, fields with their facts, and the facts of the
// connection as far as they are known. Rules never see the YAML tree.
import { entryOf, type DataNode, type MapEntry, type ScalarNode } from '../document/node';
import { parentPointer, lastSegment, type Pointer } from '../document/pointer';
import { asSecretReference } from '../schema/checkTags';
import type { FieldFacts } from '../schema/facts';
import { valueAt } from '../../protocol/json';
import { misspeltKeys } from '../schema/misspeltKeys';
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

/** A whole number of the document that may be sent. */
export interface IntegerField {
  readonly node: ScalarNode;
  readonly facts: FieldFacts;
  readonly value: number;
}

/** Which fields a rule is about. */
export type FactsTest = (facts: FieldFacts) => boolean;

/** One document, read by all rules. What is read of it is prepared at the first read. */
export class RuleDocument {
  readonly #root: DataNode;
  readonly #made = new Map<unknown, unknown>();
  readonly #misspelt = new Map<Pointer, ReadonlySet<string>>();
  #fields: readonly Field[] | undefined;
  #texts: readonly TextField[] | undefined;
  #byPointer: ReadonlyMap<Pointer, Field> | undefined;
  /** What the live connection says, as far as it has been asked. */
  readonly live: LiveFacts;

  constructor(root: DataNode, live: LiveFacts = {}) {
    this.#root = root;
    this.live = live;
  }

  /** The values in fields that `test` is for, in the order of the file. */
  fieldsWhere(test: FactsTest): readonly Field[] {
    return this.#allFields().filter(({ facts }) => test(facts));
  }

  /** The texts in fields that `test` is for, in the order of the file. */
  textsWhere(test: FactsTest): readonly TextField[] {
    return this.#allTexts().filter(({ facts }) => test(facts));
  }

  /** What is known of the connection and its gateway. */
  get connection(): ConnectionFacts {
    return this.once(readConnection);
  }

  /** The value at `pointer`, when the table knows the field. */
  node(pointer: Pointer): DataNode | undefined {
    return this.#fieldAt(pointer)?.node;
  }

  /** What `make` finds in this document; it looks only once, however many rules ask. */
  once<T>(make: (document: RuleDocument) => T): T {
    if (!this.#made.has(make)) this.#made.set(make, make(this));
    return this.#made.get(make) as T;
  }

  /** The entry at `pointer`: its key and its value. */
  entry(pointer: Pointer): MapEntry | undefined {
    return entryOf(this.#fieldAt(parentPointer(pointer))?.node, lastSegment(pointer));
  }

  /**
   * Whether the file may say something at `pointer`: there is a value of any kind, or a misspelt key
   * that looks like this one, or something that is no block where the block around it belongs.
   */
  mayHold(pointer: Pointer): boolean {
    if (pointer === '' || this.entry(pointer) !== undefined) return true;
    const parent = parentPointer(pointer);
    const block = this.#fieldAt(parent);
    if (block === undefined) return this.mayHold(parent);
    return block.node.kind !== 'map' || this.#misspeltIn(block).has(lastSegment(pointer));
  }

  /** The text at `pointer`, when there is one. */
  text(pointer: Pointer): TextField | undefined {
    const field = this.#fieldAt(pointer);
    return field === undefined ? undefined : asText(field)[0];
  }

  /** The whole number at `pointer`, when there is one and the table allows it. */
  integer(pointer: Pointer): IntegerField | undefined {
    const { node, facts } = this.#fieldAt(pointer) ?? {};
    if (node?.kind !== 'scalar' || node.tag !== undefined || facts?.type !== 'integer') return;
    const { value } = node;
    const { minimum = -Infinity, maximum = Infinity } = facts;
    return typeof value === 'number' &&
      Number.isInteger(value) &&
      value >= minimum &&
      value <= maximum
      ? { node, facts, value }
      : undefined;
  }

  /** The items of the list at `pointer`; none when there is no list. */
  items(pointer: Pointer): readonly DataNode[] {
    const node = this.node(pointer);
    return node?.kind === 'sequence' ? node.items : [];
  }

  /** The text that the live connection holds at `pointer`, when it has been read. */
  liveText(pointer: Pointer): string | undefined {
    const value = this.live.held === undefined ? undefined : valueAt(this.live.held, pointer);
    return typeof value === 'string' && value !== '' ? value : undefined;
  }

  /** The whole number that the live connection holds at `pointer`, when it has been read. */
  liveInteger(pointer: Pointer): number | undefined {
    const value = this.live.held === undefined ? undefined : valueAt(this.live.held, pointer);
    return typeof value === 'number' && Number.isInteger(value) ? value : undefined;
  }

  /** Whether the value at `pointer` stands outside the file. */
  isSecretReference(pointer: Pointer): boolean {
    return asSecretReference(this.node(pointer), table.factsAt(pointer)) !== undefined;
  }

  #misspeltIn({ node, facts }: Field): ReadonlySet<string> {
    const known = this.#misspelt.get(node.pointer);
    if (known !== undefined) return known;
    const keys = node.kind === 'map' ? node.entries.map(({ key }) => key) : [];
    const misspelt = misspeltKeys(keys, facts);
    this.#misspelt.set(node.pointer, misspelt);
    return misspelt;
  }

  #allFields(): readonly Field[] {
    if (this.#fields === undefined) {
      const fields: Field[] = [];
      collectFields(this.#root, table.root, fields);
      this.#fields = fields;
    }
    return this.#fields;
  }

  #allTexts(): readonly TextField[] {
    this.#texts ??= this.#allFields().flatMap(asText);
    return this.#texts;
  }

  #fieldAt(pointer: Pointer): Field | undefined {
    this.#byPointer ??= new Map(this.#allFields().map((field) => [field.node.pointer, field]));
    return this.#byPointer.get(pointer);
  }
}

const readConnection = (document: RuleDocument): ConnectionFacts =>
  readConnectionFacts(document, document.live);

/**
 * Walks the document and the table side by side: looking every pointer up would cost more than the rules.
 * What is contested is left out, as anything that nobody knows; only secrets stay, so that they are known
 * for what they are.
 */
function collectFields(node: DataNode, facts: FieldFacts, into: Field[]): void {
  if (node.contested === true && !facts.sensitive) return;
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
