// Organizing keys changes their order and nothing else.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { withLineFeeds } from '../../server/src/service/document/lineBreaks';
import { isDeepStrictEqual } from 'node:util';
import { parseAllDocuments } from 'yaml';
import { createSnapshot, diagnostics, organizeKeysKind } from '../../server/src/service';
import { commentsIn } from '../support/comments';
import { mutatedText, runs } from '../support/mutations';
import { actionsOf, withAction } from '../support/quickFix';
import { head, updateText } from '../support/updateText';

function organized(text: string): string {
  return actionsOf(text, { only: [organizeKeysKind] }).reduce(withAction, text);
}

const characters = (text: string): string => Array.from(text).sort().join('');

/**
 * What the YAML library reads, which throws at some aliases instead of reporting them. It does not take a
 * carriage return alone for a line break, as YAML 1.2 (5.4), the protocol and editors do.
 */
function dataOf(text: string): unknown {
  try {
    return parseAllDocuments(withLineFeeds(text), {
      merge: true,
      logLevel: 'silent',
    }).map((document) =>
      document.errors.length > 0 ? document.errors.map(({ code }) => code) : document.toJSON(),
    );
  } catch {
    return 'no data';
  }
}

/** A body with its keys and comments in any order. */
const shuffled = fc
  .shuffledSubarray(
    [
      'name: a # beside',
      'psk: !secret a',
      '# above\ncgw_id: x',
      'peer_subnets:\n  - 10.0.0.0/8\n  # below\n',
      '# vpnconn-disable-next-line crypto/weak\nikepolicy:\n  dpd:\n    interval: 30\n    timeout: 15\n  dh_group: group20',
      'policy_rules:\n  - destination: [10.1.0.0/16]\n    source: 10.0.0.0/24 # s\n    rule_index: 1',
      'unknown: 1',
    ],
    { minLength: 1 },
  )
  .chain((parts) =>
    fc.tuple(fc.constant(parts), fc.constantFrom('\n', '\n\n'), fc.constantFrom('\n', '\r\n')),
  )
  .map(([parts, gap, lineBreak]) => updateText(parts.join(gap)).replaceAll('\n', lineBreak));

test('no data changes, no character is lost, and twice is once', () => {
  fc.assert(
    fc.property(fc.oneof(mutatedText, shuffled), (text) => {
      const once = organized(text);
      expect(characters(once)).toBe(characters(text));
      expect(organized(once)).toBe(once);
      expect(commentsIn(once).sort()).toEqual(commentsIn(text).sort());
      expect(isDeepStrictEqual(dataOf(text), dataOf(once)), once).toBe(true);
    }),
    { numRuns: runs },
  );
});

test('what comments silence stays silent', () => {
  fc.assert(
    fc.property(shuffled, (text) => {
      const codes = (each: string) =>
        diagnostics(createSnapshot(each), '')
          .map(({ code }) => code)
          .sort();
      expect(codes(organized(text))).toEqual(codes(text));
    }),
    { numRuns: runs },
  );
});

test.each([
  [
    'keys go into the order of the table, at each level, with their comments',
    `vpn_connection:\n  ikepolicy: # ike\n    dh_group: group20\n    # the version\n    ike_version: v2\n  # the name\n  name: a # n\nx-shared: 1\n${head}`,
    `x-shared: 1\n${head}vpn_connection:\n  # the name\n  name: a # n\n  ikepolicy: # ike\n    # the version\n    ike_version: v2\n    dh_group: group20\n`,
  ],
  [
    'behind a dash',
    updateText('policy_rules:\n  - source: 10.0.0.0/24\n    # i\n    rule_index: 1'),
    updateText('policy_rules:\n  - # i\n    rule_index: 1\n    source: 10.0.0.0/24'),
  ],
  [
    'the comment above a key goes with it, whatever the block above it ends with',
    `vpn_connection:\n  ikepolicy:\n    dpd:\n      interval: 10\n      # of dpd\n  # the name\n  name: x\n  # of the body\n# the project\n${head}`,
    `# the project\n${head}vpn_connection:\n  # the name\n  name: x\n  ikepolicy:\n    dpd:\n      interval: 10\n      # of dpd\n  # of the body\n`,
  ],
  [
    'blank lines stay where they are',
    updateText('psk: !secret a\n\nname: a'),
    updateText('name: a\n\npsk: !secret a'),
  ],
  [
    'an anchor stays in front of its aliases',
    updateText('psk: &a x\nname: *a'),
    updateText('psk: &a x\nname: *a'),
  ],
  [
    'a syntax error leaves its document alone',
    updateText('psk: "\nname: a'),
    updateText('psk: "\nname: a'),
  ],
  ['nothing to do', updateText('name: a\npsk: !secret a'), updateText('name: a\npsk: !secret a')],
])('%s', (_title, before, after) => {
  expect(organized(before)).toBe(after);
});
