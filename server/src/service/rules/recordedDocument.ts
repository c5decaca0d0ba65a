// A document that remembers what was read of it. A rule that read nothing of what changes need not
// run again to say the same.
import type { DataNode, MapEntry } from '../document/node';
import { isWithin, parentPointer, type Pointer } from '../document/pointer';
import type { FieldFacts } from '../schema/facts';
import { table } from '../schema/table';
import {
  RuleDocument,
  type FactsTest,
  type Field,
  type IntegerField,
  type TextField,
} from './ruleDocument';

/** What somebody read of a document. */
export interface Reads {
  readonly pointers: ReadonlySet<Pointer>;
  /** Which fields were read wherever they stand. */
  readonly tests: ReadonlySet<FactsTest>;
}

/** Whether one who read this may see something else when the value at `pointer` comes, goes or changes. */
export function mayNotice(
  { pointers, tests }: Reads,
  pointer: Pointer,
  facts: FieldFacts,
): boolean {
  for (const test of tests) if (holds(facts, test) || containersOf(pointer).some(test)) return true;
  for (const read of pointers) if (isWithin(read, pointer) || isWithin(pointer, read)) return true;
  return false;
}

/** A document that says what was read of it. */
export class RecordedDocument extends RuleDocument {
  readonly #readsToMake = new Map<unknown, Reads>();
  #current = new Recording();

  /** What is read while `read` runs. */
  record(read: () => void): Reads {
    const before = this.#current;
    const recording = new Recording();
    this.#current = recording;
    read();
    this.#current = before;
    before.add(recording);
    return recording;
  }

  override fieldsWhere(test: FactsTest): readonly Field[] {
    this.#current.tests.add(test);
    return super.fieldsWhere(test);
  }

  override textsWhere(test: FactsTest): readonly TextField[] {
    this.#current.tests.add(test);
    return super.textsWhere(test);
  }

  override node(pointer: Pointer): DataNode | undefined {
    this.#current.pointers.add(pointer);
    return super.node(pointer);
  }

  override entry(pointer: Pointer): MapEntry | undefined {
    this.#current.pointers.add(pointer);
    return super.entry(pointer);
  }

  override mayHold(pointer: Pointer): boolean {
    this.#current.pointers.add(pointer);
    return super.mayHold(pointer);
  }

  override text(pointer: Pointer): TextField | undefined {
    this.#current.pointers.add(pointer);
    return super.text(pointer);
  }

  override integer(pointer: Pointer): IntegerField | undefined {
    this.#current.pointers.add(pointer);
    return super.integer(pointer);
  }

  /** What is made once was read by everybody who uses it. */
  override once<T>(make: (document: RuleDocument) => T): T {
    const known = this.#readsToMake.get(make);
    if (known !== undefined) this.#current.add(known);
    else
      this.#readsToMake.set(
        make,
        this.record(() => super.once(make)),
      );
    return super.once(make);
  }
}

class Recording implements Reads {
  readonly pointers = new Set<Pointer>();
  readonly tests = new Set<FactsTest>();

  add({ pointers, tests }: Reads): void {
    for (const pointer of pointers) this.pointers.add(pointer);
    for (const test of tests) this.tests.add(test);
  }
}

/** The facts of the fields around the value at `pointer`. */
function containersOf(pointer: Pointer): readonly FieldFacts[] {
  if (pointer === '') return [];
  const parent = parentPointer(pointer);
  const facts = table.factsAt(parent);
  return [...(facts === undefined ? [] : [facts]), ...containersOf(parent)];
}

function holds(facts: FieldFacts, test: FactsTest): boolean {
  if (test(facts)) return true;
  for (const inner of facts.properties.values()) if (holds(inner, test)) return true;
  return facts.items !== undefined && holds(facts.items, test);
}
