// psk/classes: a pre-shared key made of too few kinds of characters.
import { defineRule } from '../rule';
import { classesIn, secretTexts } from './secretTexts';

export const classes = defineRule({
  id: 'psk/classes',
  severity: 'error',
  title: 'A pre-shared key has too few kinds of characters',
  why: 'The API wants at least three of: uppercase letters, lowercase letters, digits, special characters. A blank does not count as a kind of its own, because the page leaves open whether it is allowed.',
  source: 'API page, table 3',
  check(document, report) {
    for (const { node, value, characters } of secretTexts(document)) {
      if (value === '' || classesIn(value, characters).length >= characters.minClasses) continue;
      const names = Object.keys(characters.classes).join(', ');
      report({
        at: node,
        message: `A pre-shared key needs at least ${characters.minClasses} of these kinds of characters: ${names}.`,
      });
    }
  },
  examples: {
    good: ['psk: "Abcdefg1"', 'psk: "abcdefg1!"', 'psk: "ABCDEFG1!"', 'psk: "Abcdefgh!"'],
    bad: [
      { yaml: 'psk: abcdefgh1', marks: ['abcdefgh1'] },
      { yaml: 'psk: ABCDEFGH', marks: ['ABCDEFGH'] },
      { yaml: 'psk: "abcdefg 1"', marks: ['"abcdefg 1"'] },
    ],
  },
});
