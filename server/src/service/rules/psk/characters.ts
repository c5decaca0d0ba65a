// psk/characters: a character that a pre-shared key must not hold.
import { defineRule } from '../rule';
import { isAllowedText, secretTexts } from './secretTexts';

export const characters = defineRule({
  id: 'psk/characters',
  severity: 'error',
  title: 'A pre-shared key holds a character that is not allowed',
  why: 'The API takes letters, digits and the special characters ~!@#$%^()-_+={},./:; only. Some newer clouds also take the asterisk; set this rule to a warning if yours is one of them.',
  source: 'API page, table 3',
  supersedes: ['schema/pattern'],
  check(document, report) {
    for (const field of secretTexts(document)) {
      if (isAllowedText(field.value, field.characters)) continue;
      const hint = field.value.includes('*')
        ? ' The asterisk is accepted by some newer clouds only.'
        : '';
      report({
        at: field.node,
        message: `A pre-shared key may hold letters, digits and ~!@#$%^()-_+={},./:; only.${hint}`,
      });
    }
  },
  examples: {
    good: ['psk: "Abcd1234~!@#$%^()-_+={},./:;"'],
    bad: [
      { yaml: 'psk: "Abcd1234*"', marks: ['"Abcd1234*"'] },
      { yaml: 'psk: "Abcd1234ä"', marks: ['"Abcd1234ä"'] },
      { yaml: "psk: 'Abcd1234\"'", marks: ["'Abcd1234\"'"] },
    ],
  },
});
