// What a secret must satisfy, as data for the extension host: the server never sees the value.
import type { ValueCheck } from '../../protocol/messages';
import type { CharacterFacts, FieldFacts } from '../schema/facts';
import { wrongLength, wrongPattern } from '../schema/messages';
import { table } from '../schema/table';

/** The conditions on a value that a reference stands for, whichever document has the reference. */
export function referenceChecks(): readonly ValueCheck[] {
  const fields = table.allFields().filter(({ secretTags }) => secretTags.length > 0);
  return fields.flatMap(secretChecks);
}

/** The conditions of the table on the text of a field, each as a pattern with its sentence. */
export function secretChecks(facts: FieldFacts): readonly ValueCheck[] {
  const { minLength = 0, maxLength = '', pattern, characters } = facts;
  return [
    { pattern: `^[\\s\\S]{${minLength},${maxLength}}$`, message: wrongLength(facts) },
    ...(pattern === undefined ? [] : [{ pattern, message: wrongPattern(facts) }]),
    ...(characters === undefined ? [] : [classCheck(facts.title, characters)]),
  ];
}

/** One alternative for each combination of classes that is enough, each a row of look-aheads. */
function classCheck(title: string, { classes, minClasses }: CharacterFacts): ValueCheck {
  const sets = Object.values(classes).map(
    (characters) => `(?=[\\s\\S]*[${escapeForSet(characters)}])`,
  );
  const alternatives = combinations(sets, minClasses).map((row) => row.join(''));
  return {
    pattern: `^(?:${alternatives.join('|')})`,
    message: `${title} needs at least ${minClasses} of: ${Object.keys(classes).join(', ')}.`,
  };
}

/** Every choice of `size` elements, in order. */
function combinations<T>(elements: readonly T[], size: number): readonly (readonly T[])[] {
  if (size === 0) return [[]];
  return elements.flatMap((element, index) =>
    combinations(elements.slice(index + 1), size - 1).map((rest) => [element, ...rest]),
  );
}

/** Characters that mean something between brackets or are reserved there under the flag `u`. */
function escapeForSet(characters: string): string {
  return characters.replace(/[\\\]^-]/g, '\\$&');
}
