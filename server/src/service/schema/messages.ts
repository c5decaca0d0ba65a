// The words of the checks against the table: the only place with wording for `schema/*` problems.
// Messages name what is allowed and never repeat what is written, which may be a secret.
import type { FieldFacts, FieldType } from './facts';

/** `schema/required`. */
export function missingKey(name: string, inside: FieldFacts): string {
  return inside.path === ''
    ? `\`${name}\` is missing. Every document needs it.`
    : `\`${name}\` is missing here.`;
}

/** `schema/type`: what kind of value belongs here. */
export function wrongType(facts: FieldFacts): string {
  return `${subject(facts)} must be ${kindOfValue(facts)}.`;
}

/** `schema/enum`. */
export function notAllowed(facts: FieldFacts, guess: string | undefined): string {
  const values = facts.values.map(({ value }) => value);
  const meant = guess === undefined ? '' : ` Did you mean \`${guess}\`?`;
  return `${subject(facts)} must be ${listOf(values)}.${meant}`;
}

/** `schema/enum` for a value that differs from an allowed one in upper and lower case only. */
export function wrongCase(value: string): string {
  return `Upper and lower case matter here. Write \`${value}\`.`;
}

/** `schema/range`. */
export function outOfRange(facts: FieldFacts): string {
  return `${subject(facts)} must be from ${rangeOf(facts)}.`;
}

/** `schema/length`. */
export function wrongLength(facts: FieldFacts): string {
  const { minLength = 0, maxLength } = facts;
  if (maxLength === undefined) return `${subject(facts)} must not be empty.`;
  return `${subject(facts)} must have ${minLength} to ${maxLength} characters.`;
}

/** `schema/pattern`. */
export function wrongPattern(facts: FieldFacts): string {
  return facts.patternMessage === undefined
    ? `${subject(facts)} does not have the right form.`
    : `${subject(facts)}: ${lowerFirst(facts.patternMessage)}`;
}

/** `schema/max-items`. */
export function tooManyItems(facts: FieldFacts): string {
  return `${subject(facts)} can hold at most ${facts.maxItems ?? 0} entries. Remove this one and those below it.`;
}

/** `schema/unknown-key`. */
export function unknownKey(inside: FieldFacts, guess: string | undefined): string {
  const place = inside.path === '' ? 'at the top level' : `under \`${inside.key}\``;
  const meant =
    guess === undefined ? ' Remove it or correct its name.' : ` Did you mean \`${guess}\`?`;
  return `This key is not known ${place}.${meant}`;
}

/** `schema/unknown-key` for a key whose place is somewhere else in the document. */
export function misplacedKey(homes: readonly FieldFacts[]): string {
  const places = homes.map(({ path, key }) =>
    path === '' ? 'at the top level' : `under \`${key}\``,
  );
  return `This key belongs ${places.join(' or ')}.`;
}

/** `schema/newer-field`. */
export function newerField(facts: FieldFacts): string {
  return `This field may be refused. ${facts.newer ?? ''}`.trim();
}

/** `yaml/altered-text`: YAML made something else of a text. */
export function alteredText(facts: FieldFacts, became: string): string {
  return `${subject(facts)} must be text, but YAML reads this as ${became}. Put it in quotes.`;
}

/** `yaml/altered-text` for a key without a value that has to be there. */
export function absentRequired(facts: FieldFacts): string {
  return `${subject(facts)} has no value. Write one.`;
}

/** `yaml/altered-text` for a key without a value. */
export function absentValue(facts: FieldFacts): string {
  return `${subject(facts)} has no value. Write one, or remove the key to leave the field as it is.`;
}

/** `yaml/altered-text` for an entry of a list that holds nothing. */
export function absentItem(facts: FieldFacts): string {
  return `${subject(facts)} has no value. Write one, or remove this entry.`;
}

/** `yaml/altered-text` for a key without a value, behind which `mark` begins `what`. */
export function lostText(facts: FieldFacts, mark: string, what: string): string {
  return `${subject(facts)} has no value: YAML takes the ${mark} for the beginning of ${what}. Put the text in quotes if the ${mark} belongs to it, or write a value.`;
}

/** `schema/type` for brackets where a text belongs. */
export function textInBrackets(facts: FieldFacts): string {
  return `${wrongType(facts)} Put it in quotes if the brackets belong to it.`;
}

/** `schema/type` for brackets around what may be the text. */
export function textInList(facts: FieldFacts): string {
  return `${wrongType(facts)} Remove the brackets, or put it in quotes if they belong to it.`;
}

/** `schema/type` for a text that would be a key if its colon had a blank behind it. */
export const missingBlank = 'A blank is missing behind the colon of this key.';

/** `60 to 604800 seconds`. */
export function rangeOf({ minimum, maximum, unit }: FieldFacts): string {
  return `${minimum ?? '…'} to ${maximum ?? '…'}${unit === undefined ? '' : ` ${unit}`}`;
}

const kinds: Readonly<Record<FieldType, string>> = {
  string: 'text',
  integer: 'a whole number',
  boolean: '`true` or `false`',
  object: 'a block of keys',
  array: 'a list, one entry per line behind a dash and a blank',
};

function kindOfValue(facts: FieldFacts): string {
  if (facts.type === 'integer' && facts.minimum !== undefined)
    return `a whole number from ${rangeOf(facts)}`;
  if (facts.values.length > 0) return listOf(facts.values.map(({ value }) => value));
  return kinds[facts.type];
}

function subject(facts: FieldFacts): string {
  return facts.title;
}

/** `a`, `b` or `c`, each in code marks. */
function listOf(values: readonly string[]): string {
  const quoted = values.map((value) => `\`${value}\``);
  return quoted.length < 2
    ? quoted.join('')
    : `${quoted.slice(0, -1).join(', ')} or ${quoted.at(-1) ?? ''}`;
}

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}
