// psk/length: a pre-shared key that is too short or too long.
import { defineRule } from '../rule';
import { secretTexts } from './secretTexts';

export const length = defineRule({
  id: 'psk/length',
  severity: 'error',
  title: 'A pre-shared key has the wrong length',
  why: 'The API refuses keys outside 8 to 128 characters.',
  source: 'API page, table 3',
  supersedes: ['schema/length'],
  check(document, report) {
    for (const { node, facts, value } of secretTexts(document)) {
      const { minLength = 0, maxLength = Infinity } = facts;
      const count = Array.from(value).length;
      if (count >= minLength && count <= maxLength) continue;
      report({
        at: node,
        message: `A pre-shared key has ${minLength} to ${maxLength} characters; this one is too ${count < minLength ? 'short' : 'long'}.`,
      });
    }
  },
  examples: {
    good: ['psk: "Abcd123!"', `psk: "${'Aa1!'.repeat(32)}"`],
    bad: [
      { yaml: 'psk: "Abcd12!"', marks: ['"Abcd12!"'] },
      { yaml: `psk: "${'Aa1!'.repeat(32)}x"`, marks: [`"${'Aa1!'.repeat(32)}x"`] },
    ],
  },
});
