// yaml/altered-text, the warning: a pre-shared key that YAML cuts at a number sign. What is left may
// satisfy every limit, and the tunnel stays down without a hint. The error of that name is the table's.
import { defineRule } from '../rule';
import { secretTexts } from './secretTexts';

export const cut = defineRule({
  id: 'yaml/altered-text',
  severity: 'warning',
  title: 'YAML makes something else of a text',
  why: 'Without quotes YAML takes a number sign behind a blank for the beginning of a comment, 0123 for a number, a leading exclamation mark for a tag, and a missing value for nothing. For a pre-shared key that means another key than the one that was typed. Quotes keep a text as it is.',
  source: 'YAML 1.2.2, chapters 6.6 and 10.3',
  check(document, report) {
    for (const { node } of secretTexts(document)) {
      if (node.commentFollows !== true || node.style !== 'plain') continue;
      report({
        at: node,
        message:
          'YAML takes the number sign and what follows for a comment. Put the key in quotes if they belong to it, or the comment on a line of its own.',
        data: { kind: 'quote-line' },
      });
    }
  },
  examples: {
    good: [
      'psk: "Abcd1234 #x"',
      'psk: Abcd1234#x',
      'psk: !secret a # the key of site a',
      'psk: "Abcd1234!" # the key of site a',
      'name: site-a # a comment',
    ],
    bad: [
      { yaml: 'psk: Abcd1234 #x', marks: ['Abcd1234'] },
      { yaml: 'psk: Abcd1234 #', marks: ['Abcd1234'] },
    ],
  },
});
