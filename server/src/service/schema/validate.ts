// Checks the projected data against the table and puts every violation at its key, value or item.
import { childOf, entryAtPointer, entryOf, nodeAtPointer, type DataNode } from '../document/node';
import { plainValue } from '../document/plainValue';
import { childPointer, isWithin, type Pointer } from '../document/pointer';
import { firstLine, lineAround, trimSpan, type Span } from '../document/span';
import type { Problem } from '../problem';
import { describeEnum, describeType } from './describeValue';
import { maxGuesses, trulyMissing } from './didYouMean';
import type { FieldFacts } from './facts';
import { findLostText } from './lostText';
import * as say from './messages';
import { table } from './table';
import { describeUnknownKey, withoutGuess } from './unknownKey';
import validate, { type SchemaViolation } from './validator.generated.mjs';

/**
 * The violations of the table in one document, or only those at `within` and below it. `text` is the
 * text that `root` was projected from.
 */
export function checkAgainstTable(
  root: DataNode,
  text: string,
  within: Pointer = '',
): readonly Problem[] {
  const all = validate(plainValue(root)) ? [] : (validate.errors ?? []);
  // Putting them into words is most of the work.
  const violations = within === '' ? all : all.filter((each) => isWithin(placeOf(each), within));
  const place = new Places(root, text);
  const problems: Problem[] = [];
  for (const violation of mostTelling(violations)) {
    // A tag and an alias without its anchor are reported by others, and nobody knows the value.
    if (place.node(violation.instancePath)?.tag !== undefined) continue;
    const problem = describe(violation, place);
    if (problem !== undefined) problems.push(problem);
  }
  const newer = newerFields(root, place).filter(({ pointer }) => isWithin(pointer, within));
  return [...problems, ...newer];
}

/** Where the mistake is: the key that does not belong into a block, not the block. */
function placeOf({ instancePath, params }: SchemaViolation): Pointer {
  const key = params['additionalProperty'];
  return typeof key === 'string' ? childPointer(instancePath, key) : instancePath;
}

/** Finds nodes and the spans to mark, by pointer. */
class Places {
  readonly #root: DataNode;
  readonly #text: string;
  #guesses = 0;

  constructor(root: DataNode, text: string) {
    this.#root = root;
    this.#text = text;
  }

  node(pointer: Pointer): DataNode | undefined {
    return nodeAtPointer(this.#root, pointer);
  }

  /** Whether one more key may be looked up. */
  takeGuess(): boolean {
    return this.#guesses++ < maxGuesses;
  }

  /** The key of the entry at `pointer`; the value itself when it is an item of a list. */
  keySpan(pointer: Pointer): Span {
    const span = entryAtPointer(this.#root, pointer)?.keySpan ?? this.node(pointer)?.span;
    return this.#line(span ?? { start: 0, end: 0 });
  }

  /** The value on its first line; the key when the value is a block or is not there at all. */
  valueSpan(pointer: Pointer): Span {
    const node = this.node(pointer);
    if (node === undefined || node.span.start === node.span.end) return this.keySpan(pointer);
    if (node.kind !== 'scalar' && !node.flow && pointer !== '') return this.keySpan(pointer);
    return this.#line(node.span);
  }

  /** What stands behind the key at `pointer` and is lost on YAML. */
  lostText(pointer: Pointer, facts: FieldFacts): ReturnType<typeof findLostText> {
    const entry = entryAtPointer(this.#root, pointer);
    return entry && findLostText(facts, entry, this.#text);
  }

  /** The first key of the document: where something is missing as a whole. */
  headSpan(): Span {
    const first = this.#root.kind === 'map' ? this.#root.entries[0]?.keySpan : undefined;
    return this.#line(first ?? this.#root.span);
  }

  /** Of an entry that holds nothing the dash, because something must be marked. */
  #line(span: Span): Span {
    const visible = span.start === span.end ? lineAround(this.#text, span.start) : span;
    return firstLine(this.#text, trimSpan(this.#text, visible));
  }
}

/**
 * The keywords of JSON Schema that are put into words. Of several that one value violates, the first
 * speaks: a wrong word in an enumeration is not also a wrong type.
 */
export const checkedKeywords = [
  'enum',
  'type',
  'minimum',
  'maximum',
  'minLength',
  'maxLength',
  'pattern',
  'maxItems',
  'required',
  'additionalProperties',
] as const;

type Keyword = (typeof checkedKeywords)[number];

interface Violation extends SchemaViolation {
  readonly keyword: Keyword;
}

/** What is missing in a block and what is too much there are mistakes of their own, each of them. */
function mostTelling(violations: readonly SchemaViolation[]): readonly Violation[] {
  const known = violations.filter(isChecked);
  const first = new Map<Pointer, Keyword>();
  for (const keyword of checkedKeywords)
    for (const { instancePath, keyword: own } of known)
      if (own === keyword && !first.has(instancePath)) first.set(instancePath, keyword);
  return known.filter(
    ({ keyword, instancePath }) =>
      keyword === 'required' ||
      keyword === 'additionalProperties' ||
      first.get(instancePath) === keyword,
  );
}

function isChecked(violation: SchemaViolation): violation is Violation {
  return checkedKeywords.some((keyword) => keyword === violation.keyword);
}

function describe(violation: Violation, place: Places): Problem | undefined {
  const { instancePath: pointer, keyword, params } = violation;
  const facts = table.factsAt(pointer);
  const node = place.node(pointer);
  if (facts === undefined) return undefined;
  const problem = { severity: 'error', pointer, span: place.valueSpan(pointer) } as const;
  switch (keyword) {
    case 'required':
      return describeMissing(String(params['missingProperty']), facts, pointer, place);
    case 'additionalProperties': {
      const key = String(params['additionalProperty']);
      const at = childPointer(pointer, key);
      return {
        ...problem,
        pointer: at,
        span: place.keySpan(at),
        code: 'schema/unknown-key',
        ...(place.takeGuess() ? describeUnknownKey(key, facts) : withoutGuess(facts)),
      };
    }
    case 'type':
      return { ...problem, ...(place.lostText(pointer, facts) ?? describeType(facts, node)) };
    case 'enum':
      return describeEnum(facts, node, problem);
    case 'minimum':
    case 'maximum':
      return { ...problem, ...describeRange(facts, facts[keyword]) };
    case 'minLength':
    case 'maxLength':
      return { ...problem, code: 'schema/length', message: say.wrongLength(facts) };
    case 'pattern':
      return { ...problem, ...describePattern(facts) };
    case 'maxItems': {
      const first = childPointer(pointer, facts.maxItems ?? 0);
      return {
        ...problem,
        span: place.valueSpan(first),
        code: 'schema/max-items',
        message: say.tooManyItems(facts),
      };
    }
  }
}

type Description = Pick<Problem, 'code' | 'message' | 'data'>;

/** The limit that was passed is the nearest value that is allowed. */
function describeRange(facts: FieldFacts, limit: number | undefined): Description {
  return {
    code: 'schema/range',
    message: say.outOfRange(facts),
    ...(limit !== undefined && { data: { kind: 'replacements', values: [String(limit)] } }),
  };
}

function describePattern(facts: FieldFacts): Description {
  return {
    code: 'schema/pattern',
    message: say.wrongPattern(facts),
    ...(facts.between !== undefined && { data: { kind: 'join-words' } }),
  };
}

/** `schema/required`, unless the key is there with a value that nobody knows, or misspelt. */
function describeMissing(
  key: string,
  facts: FieldFacts,
  pointer: Pointer,
  place: Places,
): Problem | undefined {
  const block = place.node(pointer);
  const present = block?.kind === 'map' ? block.entries.map((entry) => entry.key) : [];
  const missing = facts.required.filter((name) => !present.includes(name));
  const unknown = present.filter((name) => !facts.properties.has(name));
  if (!trulyMissing(missing, unknown).includes(key)) return undefined;
  return {
    code: 'schema/required',
    severity: 'error',
    pointer,
    span: pointer === '' ? place.headSpan() : place.keySpan(pointer),
    message: say.missingKey(key, facts),
    data: { kind: 'missing-keys', keys: [key] },
  };
}

/** `schema/newer-field`: fields that the API page does not have yet. */
function newerFields(root: DataNode, place: Places): readonly Problem[] {
  const body = table.fieldWithRole('body');
  return [...body.properties.values()].flatMap((facts) => {
    if (facts.newer === undefined || entryOf(childOf(root, body.key), facts.key) === undefined)
      return [];
    return [
      {
        code: 'schema/newer-field',
        severity: 'warning' as const,
        pointer: facts.path,
        span: place.keySpan(facts.path),
        message: say.newerField(facts),
      },
    ];
  });
}
