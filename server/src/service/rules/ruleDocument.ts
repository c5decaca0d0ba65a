// What rules see of a document: nodes by pointer, fields with their facts, and the facts of the
// connection as far as they are known. Rules never see the YAML tree.
import {
  childOf,
  entryOf,
  walk,
  type DataNode,
  type MapEntry,
  type ScalarNode,
} from '../document/node';
import { parentPointer, lastSegment, pointerSegments, type Pointer } from '../document/pointer';
import { asSecretReference } from '../schema/checkTags';
import type { FieldFacts } from '../schema/facts';
import { table } from '../schema/table';

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

/** One document, prepared once and read by all rules. */
export class RuleDocument {
  readonly root: DataNode;
  readonly fields: readonly Field[];
  /** All texts that the table knows, in the order of the file. */
  readonly texts: readonly TextField[];

  constructor(root: DataNode) {
    this.root = root;
    this.fields = [...walk(root)].flatMap((node) => {
      const facts = table.factsAt(node.pointer);
      return facts === undefined ? [] : [{ node, facts }];
    });
    this.texts = this.fields.flatMap(({ node, facts }) => {
      const isText =
        node.kind === 'scalar' && typeof node.value === 'string' && node.tag === undefined;
      return isText && facts.type === 'string' ? [{ node, facts, value: node.value }] : [];
    });
  }

  /** The value at `pointer`. */
  node(pointer: Pointer): DataNode | undefined {
    return pointerSegments(pointer).reduce<DataNode | undefined>(childOf, this.root);
  }

  /** The entry at `pointer`: its key and its value. */
  entry(pointer: Pointer): MapEntry | undefined {
    return entryOf(this.node(parentPointer(pointer)), lastSegment(pointer));
  }

  /** The text at `pointer`, when there is one. */
  text(pointer: Pointer): TextField | undefined {
    return this.texts.find(({ node }) => node.pointer === pointer);
  }

  /** The whole number at `pointer`, when there is one. */
  integer(pointer: Pointer): number | undefined {
    const node = this.node(pointer);
    const value = node?.kind === 'scalar' && node.tag === undefined ? node.value : undefined;
    return typeof value === 'number' && Number.isInteger(value) ? value : undefined;
  }

  /** Whether the value at `pointer` stands outside the file. */
  isSecretReference(pointer: Pointer): boolean {
    return asSecretReference(this.node(pointer), table.factsAt(pointer)) !== undefined;
  }
}
