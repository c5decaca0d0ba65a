// Values that stand in for what has not been typed yet, to try out a key before it is offered.
import type { FieldFacts } from '../../schema/facts';
import { TaggedText, type PlainData } from './hypothetical';

/** Valid values of a field, the usual ones first. An object has one for each of its keys. */
export function samplesOf(facts: FieldFacts): readonly PlainData[] {
  return facts.type === 'object' ? objectSamples(facts) : scalarSamples(facts);
}

/** Objects with one key each: one without any would be an update without a field to send. */
function objectSamples({ properties }: FieldFacts): readonly PlainData[] {
  return [...properties.values()].flatMap((inner) =>
    samplesOf(inner)
      .slice(0, 1)
      .map((sample) => ({ [inner.key]: sample })),
  );
}

function scalarSamples(facts: FieldFacts): readonly PlainData[] {
  switch (facts.type) {
    case 'array':
      return facts.items === undefined ? [] : [[wholeSample(facts.items)]];
    case 'boolean':
      return [true, false];
    case 'integer':
      return numberSamples(facts);
    default:
      return textSamples(facts);
  }
}

function numberSamples({ serverDefault, examples, minimum, maximum }: FieldFacts) {
  return [serverDefault, ...examples, minimum, maximum]
    .filter((number) => number !== undefined)
    .map(Number);
}

function textSamples({ secretTags, values, suggestions, examples }: FieldFacts) {
  if (secretTags.length > 0) return secretTags.map((tag) => new TaggedText(tag, 'NAME'));
  const strong = values.filter(({ weak }) => weak === undefined);
  const weak = values.filter((value) => value.weak !== undefined);
  const known = [...strong, ...weak, ...suggestions].map(({ value }) => value);
  return known.length > 0 ? known : examples.map(String);
}

/** An item of a list with all that belongs to it. */
function wholeSample(facts: FieldFacts): PlainData {
  if (facts.type !== 'object') return samplesOf(facts)[0] ?? '';
  return Object.fromEntries(
    [...facts.properties.values()].map((inner) => [inner.key, samplesOf(inner)[0] ?? {}]),
  );
}
