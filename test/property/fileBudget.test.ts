// A file that grew edit by edit is read as far as one that is read at once, whatever was read of it before; and
// no document costs more than is said before it is read.
import fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import { analyze, mostWork } from '../../server/src/service/analysis';
import { changeFileText, readFileText } from '../../server/src/service/document/fileText';
import type * as fileBudgetModule from '../../server/src/service/fileBudget';
import { createSnapshot, snapshotOf, type Snapshot } from '../../server/src/service/snapshot';
import { diagnostics, DiagnosticsMemo, hover } from '../../server/src/service';
import { readLiveFacts, type LiveLookup } from '../../server/src/service/rules/connectionFacts';
import { mistakenText } from '../support/mistakes';
import { mutatedText, runs } from '../support/mutations';
import { untidyText } from '../support/untidyText';
import { updateText } from '../support/updateText';

/** A small budget, so that a few documents use it up. */
vi.mock('../../server/src/service/fileBudget', async (load) => ({
  ...(await load<typeof fileBudgetModule>()),
  allowedWork: () => 600,
}));

const documents = fc.constantFrom(
  updateText('name: a'),
  updateText('ikepolicy: {ike_version: v9}'),
  updateText('name: "a\npsk: [b\n- c\n  wor'),
  `x-0: &0 [a, b, c]\nx-1: &1 [${'*0, '.repeat(9)}]\nx-2: [${'*1, '.repeat(9)}]\n`,
  `x-a: [${','.repeat(200)}]\n`,
  '# vpnconn-disable-file schema/enum\n',
  'name: a\n',
);

/** What somebody did with a file since it was changed last. */
const look = fc.constantFrom('nothing', 'first', 'last', 'all', 'diagnostics');

const version = fc.record({
  texts: fc.array(documents, { minLength: 1, maxLength: 9 }),
  /** An edit in one of the documents, in place of all of them. */
  edit: fc.option(
    fc.record({ line: fc.nat(60), text: fc.constantFrom('x', '"', '\n', '---\n', '# a\n') }),
  ),
  look,
  live: fc.nat(2),
});

const lives: readonly LiveLookup[] = [
  () => undefined,
  () => readLiveFacts({ vpn_connection: { style: 'static' } }),
  () => readLiveFacts({ vpn_connection: { style: 'policy' } }),
].map((find) => {
  const facts = find();
  return () => facts;
});

function use(
  snapshot: Snapshot,
  how: 'nothing' | 'first' | 'last' | 'all' | 'diagnostics',
  memo: DiagnosticsMemo,
): void {
  const lines = snapshot.documents.map(({ line }) => line);
  const at = {
    first: lines.slice(0, 1),
    last: lines.slice(-1),
    all: lines,
    nothing: [],
    diagnostics: [],
  };
  for (const line of at[how]) hover(snapshot, { line, character: 1 }, { format: 'markdown' });
  if (how === 'diagnostics') diagnostics(snapshot, 'file:///a', undefined, memo);
}

const contentOf = ({ documents: all }: Snapshot): unknown =>
  all.map(({ line, analysis }) => ({
    line,
    problems: analysis.problems,
    root: analysis.root,
    work: analysis.work,
  }));

test('a file is read as far, however it came to be', () => {
  fc.assert(
    fc.property(fc.array(version, { minLength: 2, maxLength: 6 }), (versions) => {
      let file = readFileText('');
      let snapshot = snapshotOf(file);
      const memo = new DiagnosticsMemo();
      for (const { texts, edit, look: how, live } of versions) {
        const start = { line: edit?.line ?? 0, character: 0 };
        file =
          edit === null
            ? readFileText(texts.join('---\n'), file)
            : changeFileText(file, [{ range: { start, end: start }, text: edit.text }]);
        snapshot = snapshotOf(file, snapshot, lives[live]);
        use(snapshot, how, memo);
      }
      const last = versions.at(-1);
      const text = Array.isArray(file) ? file.map(({ written }) => written as string).join('') : '';
      const fresh = createSnapshot(text, lives[last?.live ?? 0]);
      expect(diagnostics(snapshot, 'file:///a', undefined, memo)).toEqual(
        diagnostics(fresh, 'file:///a'),
      );
      expect(contentOf(snapshot)).toEqual(contentOf(fresh));
    }),
    { numRuns: runs },
  );
});

test('some documents are beyond the budget, and some are not', () => {
  const limits = (count: number): number =>
    createSnapshot(
      Array.from({ length: count }, () => updateText('name: a')).join('---\n'),
    ).documents.filter(({ analysis }) => analysis.root === undefined).length;
  expect([limits(2), limits(100) > 50]).toEqual([0, true]);
});

test('no document costs more than is said before it is read', () => {
  fc.assert(
    fc.property(fc.oneof(mutatedText, mistakenText, untidyText, documents), (text) => {
      expect(analyze(text).work).toBeLessThanOrEqual(mostWork(text));
    }),
    { numRuns: runs * 2 },
  );
});
