// id/characters: characters that an ID must not hold.
import { wrongPattern } from '../../schema/messages';
import { defineRule } from '../rule';
import { identities } from './identities';

export const characters = defineRule({
  id: 'id/characters',
  severity: 'error',
  title: 'An ID holds a character that is not allowed, or has the wrong length',
  why: 'An ID has up to 255 characters and may not hold blanks or any of & < > [ ] \\. Upper and lower case differ. The API page speaks of letters without saying which; a name in an ID is ASCII by RFC 7296, an internationalized one is written as `xn--…`.',
  source: 'API page, table 5; RFC 7296, chapter 3.5',
  supersedes: ['schema/pattern', 'schema/length'],
  check(document, report) {
    for (const { id } of identities(document)) {
      if (id === undefined) continue;
      const { minLength = 0, maxLength = Infinity, pattern = '' } = id.facts;
      const length = Array.from(id.value).length;
      if (length < minLength || length > maxLength)
        report({ at: id.node, message: `An ID has ${minLength} to ${maxLength} characters.` });
      else if (!new RegExp(pattern, 'u').test(id.value))
        report({
          at: id.node,
          message: wrongPattern(id.facts),
        });
    }
  },
  examples: {
    good: [`ikepolicy: {local_id: ${'x'.repeat(255)}}`, 'ikepolicy: {peer_id: gw@example.com}'],
    bad: [
      { yaml: `ikepolicy: {local_id: ${'x'.repeat(256)}}`, marks: ['x'.repeat(256)] },
      { yaml: 'ikepolicy: {peer_id: "a b"}', marks: ['"a b"'] },
      { yaml: 'ikepolicy: {peer_id: "a<b"}', marks: ['"a<b"'] },
      { yaml: 'ikepolicy: {local_id: büro.example.com}', marks: ['büro.example.com'] },
      { yaml: 'ikepolicy: {local_id: ""}', marks: ['""'] },
    ],
  },
});
