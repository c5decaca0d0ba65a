// Values for a scalar field: allowed values, known values of a free text, references to secrets,
// examples.
import { quoteScalar, type QuoteStyle } from '../../document/quoteScalar';
import type { FieldFacts, ValueFacts } from '../../schema/facts';
import { fieldCard, valueCard } from '../fieldCard';
import type { InsertText } from './insertText';
import type { Proposal } from './proposal';

/** How a value has to be written at one place. */
export interface ValueStyle {
  readonly flow: boolean;
  readonly quotes: QuoteStyle;
}

/** What the table knows to write into a field, best first. A secret gets references, never a value. */
export function proposeValues(facts: FieldFacts, style: ValueStyle): readonly Proposal[] {
  if (facts.sensitive) return facts.secretTags.map((tag) => proposeReference(facts, tag));
  switch (facts.type) {
    case 'boolean':
      return ['true', 'false'].map((value) => proposePlain(facts, value));
    case 'integer':
      return proposeNumbers(facts);
    case 'string':
      return proposeTexts(facts, style);
    default:
      return [];
  }
}

/** A text that is a value of `facts`, written so that YAML reads it as this text. */
export function writeText(value: string, { flow, quotes }: ValueStyle): string {
  return quoteScalar(value, flow ? 'flow' : 'block', quotes);
}

function proposeReference(facts: FieldFacts, tag: string): Proposal {
  return {
    label: `${tag} NAME`,
    kind: 'reference',
    insert: [`${tag} `, { stop: 'NAME' }],
    documentation: fieldCard(facts),
    rank: 'usual',
  };
}

function proposePlain(facts: FieldFacts, value: string): Proposal {
  const { note, preferred } = standing(facts, value);
  return {
    label: value,
    kind: 'value',
    insert: [value],
    documentation: fieldCard(facts),
    rank: 'usual',
    ...(note !== undefined && { note }),
    ...(preferred && { preferred }),
  };
}

function proposeNumbers(facts: FieldFacts): readonly Proposal[] {
  const usual = facts.serverDefault === undefined ? [] : [facts.serverDefault];
  const numbers = new Set([...usual, ...facts.examples.map(String)]);
  return [...numbers].map((value) => {
    const note = value === facts.serverDefault ? 'default' : 'example';
    const detail = facts.unit;
    return {
      label: value,
      kind: 'example',
      insert: [{ stop: value }],
      note,
      documentation: fieldCard(facts),
      rank: 'usual',
      ...(detail !== undefined && { detail }),
    };
  });
}

function proposeTexts(facts: FieldFacts, style: ValueStyle): readonly Proposal[] {
  const known = [...facts.values, ...facts.suggestions].map((value) =>
    proposeKnown(facts, value, [writeText(value.value, style)]),
  );
  const examples = facts.examples.map((example) => proposeExample(facts, String(example), style));
  return [...known, ...examples];
}

function proposeKnown(facts: FieldFacts, value: ValueFacts, insert: InsertText): Proposal {
  const { note, preferred } = standing(facts, value.value);
  const reason = value.weak ?? facts.disables[value.value];
  return {
    label: value.value,
    kind: 'value',
    insert,
    documentation: valueCard(facts, value),
    rank: reason === undefined ? 'usual' : 'weak',
    ...(note !== undefined && { note }),
    ...(preferred && { preferred }),
  };
}

function proposeExample(facts: FieldFacts, example: string, style: ValueStyle): Proposal {
  return {
    label: example,
    kind: 'example',
    insert: [{ stop: writeText(example, style) }],
    note: 'example',
    documentation: fieldCard(facts),
    rank: 'example',
  };
}

/** What the table says for or against a value, in a word. */
function standing(
  { values, disables, recommended, serverDefault }: FieldFacts,
  value: string,
): { readonly note?: string; readonly preferred?: true } {
  if (values.some((each) => each.value === value && each.weak !== undefined))
    return { note: 'weak' };
  if (disables[value] !== undefined) return { note: 'weak' };
  // The default is a value, perhaps with a condition behind it: `v2 (v1 on …)`.
  if (serverDefault?.split(' ')[0] === value) return { note: 'default' };
  return recommended === value ? { note: 'recommended', preferred: true } : {};
}
