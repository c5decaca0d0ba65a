// psk/literal: a pre-shared key in clear text.
import { defineRule } from '../rule';
import { secretTexts } from './secretTexts';

export const literal = defineRule({
  id: 'psk/literal',
  severity: 'warning',
  title: 'A pre-shared key stands in the file in clear text',
  why: 'Files are copied, mailed and committed. A reference keeps the key in the secret storage of the editor or in the environment, and out of every history.',
  source: 'File format',
  check(document, report) {
    for (const { node, value } of secretTexts(document)) {
      if (value !== '')
        report({
          at: node,
          message:
            'The key stands here in clear text. Move it to the secret storage and write `!secret NAME` here, or use `!env NAME`.',
        });
    }
  },
  examples: {
    good: ['psk: !secret site-a', 'psk: !env SITE_A_PSK'],
    bad: [{ yaml: 'psk: "Abcd1234!"', marks: ['"Abcd1234!"'] }],
  },
});
