// The texts that are bound by character classes: pre-shared keys. Findings about them must never
// hold a part of the text.
import type { CharacterFacts, FieldFacts } from '../../schema/facts';
import type { RuleDocument, TextField } from '../ruleDocument';

export interface SecretText extends TextField {
  readonly characters: CharacterFacts;
}

/** All texts with character classes, in the order of the file. */
export function secretTexts(document: RuleDocument): readonly SecretText[] {
  return document.once(readSecretTexts);
}

function hasCharacters({ characters }: FieldFacts): boolean {
  return characters !== undefined;
}

function readSecretTexts(document: RuleDocument): readonly SecretText[] {
  return document.textsWhere(hasCharacters).flatMap((field) => {
    const { characters } = field.facts;
    return characters === undefined ? [] : [{ ...field, characters }];
  });
}

/** The names of the classes that occur in `value`. */
export function classesIn(value: string, { classes }: CharacterFacts): readonly string[] {
  return Object.entries(classes).flatMap(([name, characters]) =>
    Array.from(value).some((each) => characters.includes(each)) ? [name] : [],
  );
}

/** Whether every character of `value` belongs to a class or may belong to the set. */
export function isAllowedText(value: string, { classes, ambiguous }: CharacterFacts): boolean {
  const allowed = new Set(Array.from(Object.values(classes).join('') + ambiguous));
  return Array.from(value).every((character) => allowed.has(character));
}
