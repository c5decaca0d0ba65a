// What is remembered of earlier versions of a file never shows: after any edits, under any settings
// and whatever other files say, the diagnostics are those of a server that has just been started.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Problem } from '../../server/src/service/problem';
import {
  diagnostics,
  DiagnosticsMemo,
  readFileText,
  readPolicy,
  snapshotOf,
  type Policy,
} from '../../server/src/service';
import { runs } from '../support/mutations';
import { updateText } from '../support/updateText';

const documents = fc.constantFrom(
  updateText('name: a'),
  updateText('ikepolicy: {ike_version: v9}'),
  updateText('psk: "Abcd1234!"\nname: a'),
  `# vpnconn-disable-file psk/literal\n${updateText('psk: "Abcd1234!"\nname: a')}`,
  updateText('# vpnconn-disable-next-line psk/literal\npsk: "Abcd1234!"'),
  updateText('# vpnconn-disable-next-line psk/literal\nname: b'),
  '# a comment\n\n',
);

const policies = fc.constantFrom<Policy>(
  readPolicy(undefined),
  readPolicy({ 'psk/literal': 'off' }),
  readPolicy({ 'psk/literal': 'error' }),
);

const shared: Problem = {
  code: 'files/overlap',
  severity: 'warning',
  pointer: '',
  span: { start: 0, end: 3 },
  message: 'Shared.',
};

const version = fc.record({
  texts: fc.array(documents, { minLength: 1, maxLength: 6 }),
  policy: policies,
  elsewhere: fc.uniqueArray(fc.nat(5), { maxLength: 2 }),
});

test('diagnostics are the same with and without what is remembered', () => {
  fc.assert(
    fc.property(fc.array(version, { minLength: 2, maxLength: 8 }), (versions) => {
      const memo = new DiagnosticsMemo();
      let file = readFileText('');
      let snapshot = snapshotOf(file);
      for (const { texts, policy, elsewhere } of versions) {
        file = readFileText(texts.join('---\n'), file);
        snapshot = snapshotOf(file, snapshot);
        const others = new Map(elsewhere.map((index) => [index, [shared]]));
        expect(diagnostics(snapshot, 'file:///a', policy, memo, others)).toEqual(
          diagnostics(snapshot, 'file:///a', policy, undefined, others),
        );
      }
    }),
    { numRuns: runs },
  );
});

test('what is not shown is counted the same after an edit', () => {
  const warned = updateText('psk: "Abcd1234!"\nname: a');
  const wrong = updateText('ikepolicy: {ike_version: v9}');
  const fileOf = (count: number, last: string): string =>
    [...Array.from({ length: count }, () => warned), last].join('---\n');
  const memo = new DiagnosticsMemo();
  let snapshot = snapshotOf(readFileText(fileOf(300, warned)));
  const counts = [
    fileOf(300, warned),
    fileOf(300, wrong),
    fileOf(240, wrong),
    fileOf(3, wrong),
  ].map((text) => {
    snapshot = snapshotOf(readFileText(text), snapshot);
    const found = diagnostics(snapshot, 'file:///a', undefined, memo);
    const of = (severity: number): number =>
      found.filter((each) => each.severity === severity).length;
    return [of(1), of(2), /\d+(?= more problems)/.exec(JSON.stringify(found.at(-1)))?.[0]];
  });
  expect(counts).toEqual([
    [0, 200, '101'],
    [1, 200, '100'],
    [1, 200, '40'],
    [1, 3, undefined],
  ]);
});
