// Keys that are missing at a place.
import type { FieldFacts } from '../../schema/facts';
import { fieldCard, typeInWords } from '../fieldCard';
import { keyText, type Layout } from './blockText';
import type { PlainData } from './hypothetical';
import type { Proposal } from './proposal';

/** A key with room for its value; `samples` are values that it may get. */
export function proposeKey(
  facts: FieldFacts,
  layout: Layout,
  samples: readonly PlainData[],
): Proposal {
  return { ...describeKey(facts, samples), insert: keyText(facts, layout) };
}

/** The name of a key alone, where its value stands already. `colon` is the colon, if it is missing. */
export function proposeKeyName(
  facts: FieldFacts,
  colon: '' | ':',
  samples: readonly PlainData[],
): Proposal {
  return { ...describeKey(facts, samples), insert: [facts.key + colon] };
}

function describeKey(facts: FieldFacts, samples: readonly PlainData[]): Omit<Proposal, 'insert'> {
  const unit = facts.unit === undefined ? '' : `, ${facts.unit}`;
  return {
    label: facts.key,
    kind: 'key',
    holds: samples.map((sample) => ({ [facts.key]: sample })),
    detail: `${typeInWords(facts)}${unit}`,
    documentation: fieldCard(facts),
    rank: 'usual',
  };
}
