// Checks the projected data against the table and puts every violation at its key, value or item.
import { childOf, entryOf, type DataNode, type ScalarNode } from '../document/node';
import { plainValue } from '../document/plainValue';
import { childPointer, pointerSegments, type Pointer } from '../document/pointer';
import { firstLine, type Span } from '../document/span';
import type { Problem, ProblemData } from '../problem';
import type { FieldFacts, FieldType } from './facts';
import { meantValue } from './meantValue';
import * as say from './messages';
import { table } from './table';
import { describeUnknownKey } from './unknownKey';
import validate, { type SchemaViolation } from './validator.generated.mjs';

/** All violations of the table in one document. `text` is the text that `root` was projected from. */
export function checkAgainstTable(root: DataNode, text: string): readonly Problem[] {
  const violations = validate(plainValue(root)) ? [] : (validate.errors ?? []);
  const place = new Places(root, text);
  const problems: Problem[] = [];
  for (const violation of mostTelling(violations)) {
    const problem = describe(violation, place);
    if (problem !== undefined) problems.push(problem);
  }
  return [...problems, ...newerFields(root, place)];
}

/** Finds nodes and the spans to mark, by pointer. */
export class Places {
  readonly #root: DataNode;
  readonly #text: string;

  constructor(root: DataNode, text: string) {
    this.#root = root;
    this.#text = text;
  }

  node(pointer: Pointer): DataNode | undefined {
    return pointerSegments(pointer).reduce<DataNode | undefined>(childOf, this.#root);
  }

  /** The key of the entry at `pointer`; the value itself when it is an item of a list. */
  keySpan(pointer: Pointer): Span {
    const segments = pointerSegments(pointer);
    const parent = segments.slice(0, -1).reduce<DataNode | undefined>(childOf, this.#root);
    const entry = entryOf(parent, segments.at(-1) ?? '');
    return this.#line(entry?.keySpan ?? this.node(pointer)?.span ?? { start: 0, end: 0 });
  }

  /** The value on its first line; the key when the value is a block or is not there at all. */
  valueSpan(pointer: Pointer): Span {
    const node = this.node(pointer);
    if (node === undefined || node.span.start === node.span.end) return this.keySpan(pointer);
    if (node.kind !== 'scalar' && !node.flow && pointer !== '') return this.keySpan(pointer);
    return this.#line(node.span);
  }

  /** The first key of the document: where something is missing as a whole. */
  headSpan(): Span {
    const first = this.#root.kind === 'map' ? this.#root.entries[0]?.keySpan : undefined;
    return this.#line(first ?? this.#root.span);
  }

  #line(span: Span): Span {
    return firstLine(this.#text, span);
  }
}

/** One violation for each value: a wrong word in an enumeration is not also a wrong type. */
function mostTelling(violations: readonly SchemaViolation[]): readonly SchemaViolation[] {
  const enumerated = new Set(
    violations.filter(({ keyword }) => keyword === 'enum').map(({ instancePath }) => instancePath),
  );
  const tooShort = new Set(
    violations
      .filter(({ keyword }) => keyword === 'minLength')
      .map(({ instancePath }) => instancePath),
  );
  return violations.filter(({ keyword, instancePath }) => {
    if (keyword === 'type') return !enumerated.has(instancePath);
    return keyword !== 'pattern' || !tooShort.has(instancePath);
  });
}

function describe(violation: SchemaViolation, place: Places): Problem | undefined {
  const { instancePath: pointer, keyword, params } = violation;
  const facts = table.factsAt(pointer);
  if (facts === undefined) return undefined;
  const problem = { severity: 'error', pointer, span: place.valueSpan(pointer) } as const;
  switch (keyword) {
    case 'required': {
      const missing = String(params['missingProperty']);
      const span = pointer === '' ? place.headSpan() : place.keySpan(pointer);
      return {
        ...problem,
        span,
        code: 'schema/required',
        message: say.missingKey(missing, facts),
        data: { kind: 'missing-keys', keys: [missing] },
      };
    }
    case 'additionalProperties': {
      const key = String(params['additionalProperty']);
      const at = childPointer(pointer, key);
      return {
        ...problem,
        pointer: at,
        span: place.keySpan(at),
        code: 'schema/unknown-key',
        ...describeUnknownKey(key, facts),
      };
    }
    case 'type':
      return { ...problem, ...describeType(facts, place.node(pointer)) };
    case 'enum':
      return describeEnum(facts, place.node(pointer), problem);
    case 'minimum':
    case 'maximum':
      return { ...problem, code: 'schema/range', message: say.outOfRange(facts) };
    case 'minLength':
    case 'maxLength':
      return { ...problem, code: 'schema/length', message: say.wrongLength(facts) };
    case 'maxItems': {
      const first = childPointer(pointer, facts.maxItems ?? 0);
      return {
        ...problem,
        span: place.valueSpan(first),
        code: 'schema/max-items',
        message: say.tooManyItems(facts),
      };
    }
    default:
      return { ...problem, code: 'schema/pattern', message: say.wrongPattern(facts) };
  }
}

type Description = Pick<Problem, 'code' | 'message'> & { readonly data?: ProblemData };

function describeType(facts: FieldFacts, node: DataNode | undefined): Description {
  if (facts.path === '')
    return {
      code: 'schema/type',
      message: 'A document holds keys such as `project_id:`, each on a line of its own.',
    };
  if (node?.kind !== 'scalar') return { code: 'schema/type', message: say.wrongType(facts) };
  if (node.style === 'empty')
    return {
      code: facts.type === 'string' ? 'yaml/altered-text' : 'schema/type',
      message: say.absentValue(facts),
      data: { kind: 'absent' },
    };
  if (facts.type === 'string' && node.style === 'plain') return describeAltered(facts, node);
  if (facts.items?.type === 'string' && node.tag === undefined)
    return { code: 'schema/type', message: say.wrongType(facts), data: { kind: 'wrap-list' } };
  return {
    code: 'schema/type',
    message: say.wrongType(facts),
    ...(node.style !== 'plain' &&
      unquotedForm[facts.type]?.test(String(node.value)) && { data: { kind: 'unquote' } }),
  };
}

/** What would be of the type without its quotes. */
const unquotedForm: Readonly<Partial<Record<FieldType, RegExp>>> = {
  integer: /^-?\d+$/,
  boolean: /^(?:true|false)$/,
};

function describeAltered(facts: FieldFacts, node: ScalarNode): Description {
  return {
    code: 'yaml/altered-text',
    message: say.alteredText(facts, kindInWords(node)),
    // Who writes nothing may mean the word, or that the field is to be left alone.
    data:
      node.value === null
        ? { kind: 'quote', certainty: 'open', orRemove: true }
        : { kind: 'quote', certainty: 'spelling' },
  };
}

function describeEnum(
  facts: FieldFacts,
  node: DataNode | undefined,
  problem: Pick<Problem, 'severity' | 'pointer' | 'span'>,
): Problem | undefined {
  if (node?.kind !== 'scalar')
    return { ...problem, code: 'schema/type', message: say.wrongType(facts) };
  if (node.style === 'empty')
    return {
      ...problem,
      code: 'yaml/altered-text',
      message: say.absentValue(facts),
      data: { kind: 'absent' },
    };
  const written = typeof node.value === 'string' ? node.value : node.source;
  const { names, certainty } = meantValue(written, facts);
  const [guess] = certainty === 'open' ? [] : names;
  const isCaseOnly = guess?.toLowerCase() === written.toLowerCase();
  if (isCaseOnly && facts.ignoresCase) return undefined;
  const refused = facts.refusedValues[written.toLowerCase()];
  if (refused !== undefined)
    return { ...problem, code: 'schema/enum', message: refused, data: { kind: 'remove-key' } };
  return {
    ...problem,
    code: 'schema/enum',
    message:
      guess !== undefined && isCaseOnly ? say.wrongCase(guess) : say.notAllowed(facts, guess),
    data: { kind: 'replacements', values: names, certainty },
  };
}

function kindInWords(node: ScalarNode): string {
  if (node.value === null) return 'nothing';
  return typeof node.value === 'boolean' ? 'true or false' : 'a number';
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
