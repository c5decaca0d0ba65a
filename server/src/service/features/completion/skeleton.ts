// The beginning of a new document: every mandatory key, ready to be filled in.
import type { FieldFacts } from '../../schema/facts';
import { keyText, newLine, type Layout } from './blockText';
import type { InsertPart, InsertText } from './insertText';
import type { Proposal } from './proposal';

/** One proposal with all mandatory keys of a document, examples as values to type over. */
export function proposeSkeleton(document: FieldFacts, layout: Layout): Proposal {
  const required = [...document.properties.values()].filter(({ key }) =>
    document.required.includes(key),
  );
  return {
    label: document.title,
    kind: 'block',
    insert: required.flatMap((facts, index) => [
      index === 0 ? '' : newLine(layout, 0),
      ...fieldText(facts, layout),
    ]),
    holds: [],
    detail: required.map(({ key }) => key).join(', '),
    documentation: document.description,
    rank: 'known',
  };
}

function fieldText(facts: FieldFacts, layout: Layout): InsertText {
  const example = facts.examples[0];
  if (example === undefined) return keyText(facts, layout);
  const stop: InsertPart = { stop: String(example) };
  return [`${facts.key}: `, stop];
}
