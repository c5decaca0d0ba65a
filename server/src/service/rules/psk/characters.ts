// psk/characters: a character that a pre-shared key must not hold.
import type { ScalarNode } from '../../document/node';
import { wrongPattern } from '../../schema/messages';
import { defineRule } from '../rule';
import { isAllowedText, secretTexts } from './secretTexts';

/** What some newer clouds take although the API page does not have it. */
const newerCharacter = '*';

export const characters = defineRule({
  id: 'psk/characters',
  severity: 'error',
  title: 'A pre-shared key holds a character that is not allowed',
  why: 'The API takes letters, digits and the special characters ~!@#$%^()-_+={},./:; only. Some newer clouds also take the asterisk; set this rule to a warning if yours is one of them. Other characters stay an error.',
  source: 'API page, table 3',
  supersedes: ['schema/pattern'],
  check(document, report) {
    for (const field of secretTexts(document)) {
      if (isAllowedText(field.value, field.characters)) continue;
      const isBroken = isAllowedText(field.value.replace(/[\r\n]/g, ''), field.characters);
      const message = isBroken ? lineBreakMessage(field.node) : wrongPattern(field.facts);
      const rest = field.value.replaceAll(newerCharacter, '');
      report({
        at: field.node,
        message:
          rest === field.value
            ? message
            : `${message} The asterisk is accepted by some newer clouds only.`,
        // Whoever has such a cloud may say so; the other characters are taken nowhere.
        ...(isAllowedText(rest, field.characters) && { isFinal: true }),
      });
    }
  },
  examples: {
    good: ['psk: "Abcd1234~!@#$%^()-_+={},./:;"'],
    bad: [
      { yaml: 'psk: "Abcd1234*"', marks: ['"Abcd1234*"'] },
      { yaml: 'psk: "Abcd1234ä"', marks: ['"Abcd1234ä"'] },
      { yaml: "psk: 'Abcd1234\"'", marks: ["'Abcd1234\"'"] },
      { yaml: 'psk: |\n  Abcd1234!', marks: ['|'] },
    ],
  },
});

function lineBreakMessage({ style }: ScalarNode): string {
  return style === 'block'
    ? 'A pre-shared key has no line breaks, but YAML ends a text below its key with one. Write it in quotes on the line of its key.'
    : 'A pre-shared key has no line breaks. Write it on one line, without `\\n` and `\\r`.';
}
