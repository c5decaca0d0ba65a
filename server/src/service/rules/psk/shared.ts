// psk/shared: another field holds the text of a pre-shared key.
import type { FieldFacts } from '../../schema/facts';
import { defineRule } from '../rule';
import type { TextField } from '../ruleDocument';
import { secretTexts, type SecretText } from './secretTexts';

export const shared = defineRule({
  id: 'psk/shared',
  severity: 'error',
  title: 'Another field holds the text of a pre-shared key',
  why: 'A key that is a name or an identifier, too, is shown in lists and written into logs, and as a part of the address it leaves the machine before anything is checked. An alias does that without anybody seeing it.',
  source: 'File format',
  supersedes: ['schema/pattern', 'schema/enum'],
  check(document, report) {
    for (const secret of secretTexts(document))
      for (const field of document.textsWhere(isPublic))
        if (isShared(field, secret))
          report({
            at: field.node,
            message: `This is the text of the ${secret.facts.title.toLowerCase()}, which would be sent and shown as something else. Write the value that belongs here.`,
            related: [{ span: secret.node.span, message: 'The key.' }],
          });
  },
  examples: {
    good: [
      'psk: Abcd1234!\nname: Abcd1234',
      'psk: !secret site-a\nname: site-a',
      'psk: ip\nikepolicy: {local_id_type: ip, local_id: 192.0.2.1}',
    ],
    bad: [
      { yaml: 'psk: &k Abcd1234_\nname: *k', marks: ['*k'] },
      { yaml: 'name: &k site-A1\npsk: *k', marks: ['site-A1'] },
      { yaml: 'psk: "site-A1-key"\nname: site-A1-key', marks: ['site-A1-key'] },
    ],
  },
});

function isPublic({ sensitive }: FieldFacts): boolean {
  return !sensitive;
}

/** Two short words can be the same by chance; what an alias brings is the same on purpose. */
function isShared({ node, value }: TextField, secret: SecretText): boolean {
  if (value !== secret.value) return false;
  const isAlias = node.borrowed || secret.node.borrowed;
  return isAlias || value.length >= (secret.facts.minLength ?? 0);
}
