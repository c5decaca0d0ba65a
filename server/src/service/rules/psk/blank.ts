// psk/blank: the page writes its set of characters with a blank inside and does not say whether it counts.
import { defineRule } from '../rule';
import { secretTexts } from './secretTexts';

export const blank = defineRule({
  id: 'psk/blank',
  severity: 'warning',
  title: 'A pre-shared key holds a blank',
  why: 'The API page prints a blank among the allowed characters, probably as a separator. If the service drops or refuses it, the keys of the two ends differ and the tunnel stays down.',
  source: 'API page, table 3',
  check(document, report) {
    for (const { node, value, characters } of secretTexts(document)) {
      if (Array.from(characters.ambiguous).some((each) => value.includes(each))) {
        report({
          at: node,
          message:
            node.style === 'plain' && node.source.includes('\n')
              ? 'YAML joins the lines of this text with a blank, which the service may refuse or drop. Write the key on one line.'
              : 'A blank in a pre-shared key may be refused or dropped by the service. Use a key without blanks.',
        });
      }
    }
  },
  examples: {
    good: ['psk: "Abcd1234!"'],
    bad: [
      { yaml: 'psk: "Abcd 1234!"', marks: ['"Abcd 1234!"'] },
      { yaml: 'psk: " Abcd1234!"', marks: ['" Abcd1234!"'] },
      { yaml: 'psk: "Abcd1234! "', marks: ['"Abcd1234! "'] },
      { yaml: 'psk: Abcd1234\n  efgh5678', marks: ['Abcd1234'] },
    ],
  },
});
