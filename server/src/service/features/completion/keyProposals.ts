// Keys that are missing at a place.
import type { FieldFacts } from '../../schema/facts';
import { fieldCard, typeInWords } from '../fieldCard';
import { keyText, type Layout } from './blockText';
import type { InsertText } from './insertText';
import type { Proposal } from './proposal';

/** The keys of `inside` that are not `present`, in the order of the table. */
export function missingKeys(
  inside: FieldFacts,
  present: ReadonlySet<string>,
): readonly FieldFacts[] {
  return [...inside.properties.values()].filter(
    ({ key, suggested }) => suggested && !present.has(key),
  );
}

/** A key with room for its value. */
export function proposeKey(facts: FieldFacts, layout: Layout): Proposal {
  return { ...describeKey(facts), insert: keyText(facts, layout) };
}

/** The name of a key alone, where a colon stands already. */
export function proposeKeyName(facts: FieldFacts, insert: InsertText): Proposal {
  return { ...describeKey(facts), insert };
}

function describeKey(facts: FieldFacts): Omit<Proposal, 'insert'> {
  const unit = facts.unit === undefined ? '' : `, ${facts.unit}`;
  return {
    label: facts.key,
    kind: 'key',
    detail: `${typeInWords(facts)}${unit}`,
    documentation: fieldCard(facts),
    rank: 'usual',
  };
}
