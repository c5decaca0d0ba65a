// Values for a scalar field: what follows from the document, allowed values, known values of a free
// text, references to secrets, examples.
import type { LiveResource } from '../../../protocol/liveResources';
import { quoteScalar, type QuoteStyle } from '../../document/quoteScalar';
import type { FieldFacts, ValueFacts } from '../../schema/facts';
import { identifierKey } from '../../schema/identifiers';
import { fieldCard, valueCard } from '../fieldCard';
import { TaggedText } from './hypothetical';
import type { DerivedValue } from './derivedValues';
import type { Proposal } from './proposal';

/** What is known about one place beside what the table says. */
export interface ValueContext {
  readonly flow: boolean;
  /** Quotes that stand there already. */
  readonly quotes: QuoteStyle;
  /** The gateway is known to be of flavor GM. */
  knowsGm(): boolean;
  /** Values that follow from the document, best first. */
  readonly derived: readonly DerivedValue[];
  /** Resources of the live account that an identifier can mean. */
  readonly live: readonly LiveResource[];
}

/** What can be written into a field, best first. A secret gets references, never a value. */
export function proposeValues(facts: FieldFacts, context: ValueContext): readonly Proposal[] {
  if (facts.sensitive) return facts.secretTags.map((tag) => proposeReference(facts, tag));
  switch (facts.type) {
    case 'boolean':
      return [true, false].map((value) => proposeLiteral(facts, value));
    case 'integer':
      return proposeNumbers(facts, context);
    case 'string':
      return proposeTexts(facts, context);
    default:
      return [];
  }
}

function proposeReference(facts: FieldFacts, tag: string): Proposal {
  return {
    label: `${tag} NAME`,
    kind: 'reference',
    insert: [`${tag} `, { stop: 'NAME' }],
    holds: [new TaggedText(tag, 'NAME')],
    documentation: fieldCard(facts),
    rank: 'usual',
  };
}

function proposeLiteral(facts: FieldFacts, value: boolean): Proposal {
  return {
    label: String(value),
    kind: 'value',
    insert: [String(value)],
    holds: [value],
    documentation: fieldCard(facts),
    rank: 'usual',
    ...standing(facts, String(value)),
  };
}

function proposeNumbers(facts: FieldFacts, { derived }: ValueContext): readonly Proposal[] {
  const { serverDefault, examples, unit } = facts;
  const notes = new Map<string, string>(derived.map(({ value, note }) => [value, note]));
  if (serverDefault !== undefined) notes.set(serverDefault, 'default');
  for (const example of examples.map(String))
    if (!notes.has(example)) notes.set(example, 'example');
  return [...notes].map(([value, note]) => ({
    label: value,
    kind: 'example',
    insert: [value],
    holds: [Number(value)],
    note,
    documentation: fieldCard(facts),
    rank: 'usual',
    ...(unit !== undefined && { detail: unit }),
  }));
}

function proposeTexts(facts: FieldFacts, context: ValueContext): readonly Proposal[] {
  const { derived, live } = context;
  const write = (value: string): string =>
    quoteScalar(value, context.flow ? 'flow' : 'block', context.quotes);
  const taken = new Set(derived.map(({ value }) => value));
  const named = new Set(derived.map(({ value }) => identifierKey(value)));
  const known = new Map(live.map((resource) => [identifierKey(resource.id), resource]));
  // Where the real ones are known nobody needs an example.
  const examples =
    live.length > 0 ? [] : facts.examples.map(String).filter((example) => !taken.has(example));
  return [
    ...derived.map(({ value, note }) => {
      const resource = known.get(identifierKey(value));
      return resource === undefined
        ? proposeDerived(facts, value, note, write)
        : proposeResource(resource, write);
    }),
    ...live
      .filter(({ id }) => !named.has(identifierKey(id)))
      .map((resource) => proposeResource(resource, write)),
    ...[...facts.values, ...facts.suggestions]
      .filter(({ value }) => !taken.has(value) && (!isOnlyForGm(facts, value) || context.knowsGm()))
      .map((value) => proposeKnown(facts, value, write)),
    ...examples.map((example) => proposeExample(facts, example, write)),
  ];
}

/** Whether no other gateway knows the value: without the flavor it would be a guess. */
function isOnlyForGm({ gm }: FieldFacts, value: string): boolean {
  return gm?.kind === 'values' && gm.exclusive === true && gm.only.includes(value);
}

type Write = (value: string) => string;

function proposeDerived(facts: FieldFacts, value: string, note: string, write: Write): Proposal {
  return {
    label: value,
    kind: 'value',
    insert: [write(value)],
    holds: [value],
    note,
    documentation: fieldCard(facts),
    rank: 'known',
  };
}

/** People know a resource by its name; the identifier is what is written. Nothing is left to try out. */
function proposeResource({ id, name, status, addresses }: LiveResource, write: Write): Proposal {
  return {
    label: name === '' ? id : name,
    ...(name !== '' && { alias: id }),
    kind: 'reference',
    insert: [write(id)],
    holds: [],
    ...(status !== '' && { note: status }),
    detail: [...(name === '' ? [] : [id]), ...addresses].join(', '),
    rank: 'known',
  };
}

function proposeKnown(facts: FieldFacts, value: ValueFacts, write: Write): Proposal {
  const reason = value.weak ?? facts.disables[value.value];
  return {
    label: value.value,
    kind: 'value',
    insert: [write(value.value)],
    holds: [value.value],
    documentation: valueCard(facts, value),
    rank: reason === undefined ? 'usual' : 'weak',
    ...standing(facts, value.value),
  };
}

function proposeExample(facts: FieldFacts, example: string, write: Write): Proposal {
  return {
    label: example,
    kind: 'example',
    insert: [write(example)],
    holds: [example],
    note: 'example',
    documentation: fieldCard(facts),
    rank: 'example',
  };
}

/** What the table says for or against a value, in a word. */
function standing(
  { values, disables, recommended, serverDefault }: FieldFacts,
  value: string,
): Pick<Proposal, 'note' | 'preferred'> {
  const isWeak = values.some((each) => each.value === value && each.weak !== undefined);
  if (isWeak || disables[value] !== undefined) return { note: 'weak' };
  // The default is a value, perhaps with a condition behind it: `v2 (v1 on …)`.
  if (serverDefault?.split(' ')[0] === value) return { note: 'default' };
  return recommended === value ? { note: 'recommended', preferred: true } : {};
}
