// A document that remembers what was read of it. A rule that read nothing of what changes need not
// run again to say the same.
import type { DataNode, MapEntry } from '../document/node';
import { isWithin, type Pointer } from '../document/pointer';
import type { FieldFacts } from '../schema/facts';
import { RuleDocument, type AddressField, type Field, type TextField } from './ruleDocument';

/** What somebody read of a document. */
export interface Reads {
  readonly pointers: ReadonlySet<Pointer>;
  /** Whole lists of values. */
  readonly lists: ReadonlySet<ListName>;
}

type ListName = 'fields' | 'texts' | 'addresses';

/** Whether one who read this may see something else when the value at `pointer` comes, goes or changes. */
export function mayNotice(
  { pointers, lists }: Reads,
  pointer: Pointer,
  facts: FieldFacts,
): boolean {
  if (lists.has('fields')) return true;
  if (lists.has('texts') && holds(facts, ({ type }) => type === 'string')) return true;
  if (lists.has('addresses') && holds(facts, ({ address }) => address !== undefined)) return true;
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

  override get fields(): readonly Field[] {
    this.#current.lists.add('fields');
    return super.fields;
  }

  override get texts(): readonly TextField[] {
    this.#current.lists.add('texts');
    return super.texts;
  }

  override get addresses(): readonly AddressField[] {
    this.#current.lists.add('addresses');
    return super.addresses;
  }

  override node(pointer: Pointer): DataNode | undefined {
    this.#current.pointers.add(pointer);
    return super.node(pointer);
  }

  override entry(pointer: Pointer): MapEntry | undefined {
    this.#current.pointers.add(pointer);
    return super.entry(pointer);
  }

  override text(pointer: Pointer): TextField | undefined {
    this.#current.pointers.add(pointer);
    return super.text(pointer);
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
  readonly lists = new Set<ListName>();

  add({ pointers, lists }: Reads): void {
    for (const pointer of pointers) this.pointers.add(pointer);
    for (const list of lists) this.lists.add(list);
  }
}

function holds(facts: FieldFacts, test: (facts: FieldFacts) => boolean): boolean {
  if (test(facts)) return true;
  for (const inner of facts.properties.values()) if (holds(inner, test)) return true;
  return facts.items !== undefined && holds(facts.items, test);
}
