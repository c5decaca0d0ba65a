// id/long: IDs that the API takes and the console does not.
import { defineRule } from '../rule';
import { identities } from './identities';

/** Longest ID that the console can show and edit. */
const consoleLength = 128;

export const long = defineRule({
  id: 'id/long',
  severity: 'information',
  title: 'An ID that the console refuses',
  why: 'The console takes IDs of up to 128 characters without question marks. The API takes more, but nobody can edit such a connection in the console then.',
  source: 'User manual, creating a VPN connection',
  check(document, report) {
    for (const { id } of identities(document)) {
      if (id === undefined || id.value.length > (id.facts.maxLength ?? Infinity)) continue;
      if (id.value.length > consoleLength || id.value.includes('?')) {
        report({
          at: id.node,
          message: `The console refuses IDs of more than ${consoleLength} characters or with a question mark. Use a shorter or simpler one if you also use the console.`,
        });
      }
    }
  },
  examples: {
    good: [`ikepolicy: {local_id_type: fqdn, local_id: ${'x'.repeat(128)}}`],
    bad: [
      {
        yaml: `ikepolicy: {local_id_type: fqdn, local_id: ${'x'.repeat(129)}}`,
        marks: ['x'.repeat(129)],
      },
      { yaml: 'ikepolicy: {peer_id_type: fqdn, peer_id: "a?b"}', marks: ['"a?b"'] },
    ],
  },
});
