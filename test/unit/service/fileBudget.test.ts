// All documents of a file share one budget. Work is counted here by what is parsed and projected.
import { beforeEach, describe, expect, test, vi } from 'vitest';
import {
  codeActions,
  complete,
  createSnapshot,
  diagnostics,
  fixAllKind,
  formatDocument,
  hover,
  organizeKeysKind,
  prepareUpdate,
  snapshotOf,
  readFileText,
  type Snapshot,
} from '../../../server/src/service';
import { analyze } from '../../../server/src/service/analysis';
import type * as parseYamlModule from '../../../server/src/service/document/parseYaml';
import type * as projectModule from '../../../server/src/service/document/project';
import { readingWork } from '../../../server/src/service/document/work';
import { allowedWork } from '../../../server/src/service/fileBudget';
import { maxProblems, QuickFixMemo } from '../../../server/src/service/features/quickFixes';
import { hostileFiles } from '../../support/hostileFiles.mjs';
import { updateText } from '../../support/updateText';

const done = vi.hoisted(() => ({ parses: 0, parsed: 0, values: 0 }));
vi.mock('../../../server/src/service/document/parseYaml', async (load) => {
  const original = await load<typeof parseYamlModule>();
  return {
    ...original,
    parseYaml: (text: string) => {
      done.parses++;
      done.parsed += readingWork(text);
      return original.parseYaml(text);
    },
  };
});
vi.mock('../../../server/src/service/document/project', async (load) => {
  const original = await load<typeof projectModule>();
  return {
    ...original,
    projectDocument: (...input: Parameters<typeof original.projectDocument>) => {
      const projection = original.projectDocument(...input);
      done.values += projection.work;
      return projection;
    },
  };
});
beforeEach(() => {
  Object.assign(done, { parses: 0, parsed: 0, values: 0 });
});

/** Work that was done, in the units of budgets. */
const workDone = (): number => done.parsed + 2 * done.values;

/** The most that one document can cost: the budget of a file may end in the middle of it. */
const dearestDocument = 30_000;

const omittedIn = ({ documents }: Snapshot): readonly number[] =>
  documents.flatMap(({ analysis: { problems } }, index) =>
    problems.some(({ code, message }) => code === 'yaml/limits' && message.includes('above'))
      ? [index]
      : [],
  );

const kinds = Object.entries(hostileFiles);
/** Those of which a request about the whole file has much to try. */
const full = [
  'keys twice in documents',
  'wrong values',
  'carriage returns',
  'networks',
  'rules',
] as const;
const alias = hostileFiles['alias documents'];
const uri = 'file:///a.vpnconn.yaml';
const options = { uri, storesSecrets: true };
const rangeOf = (text: string) => ({
  start: { line: 0, character: 0 },
  end: { line: text.split('\n').length, character: 0 },
});

describe('reading all documents of a hostile file costs no more than its budget', () => {
  test.each(kinds)('%s', (_name, text) => {
    const { documents } = createSnapshot(text);
    const work = documents.reduce((sum, { analysis }) => sum + analysis.work, 0);
    expect(work).toBeLessThanOrEqual(allowedWork(text.length) + dearestDocument);
    // What mistakes cost to put into words is a small part of it.
    expect(workDone()).toBeLessThanOrEqual(work * 1.1);
  });
});

test('25 kB of documents full of aliases cost no more than what a short file may', () => {
  const text = alias.slice(0, alias.lastIndexOf('---\n', 25_000));
  const { documents } = createSnapshot(text);
  const work = documents.reduce((sum, { analysis }) => sum + analysis.work, 0);
  expect(work).toBeLessThanOrEqual(allowedWork(text.length) + dearestDocument);
  expect(documents.length).toBeGreaterThan(50);
});

describe('a document beyond the budget', () => {
  const snapshot = createSnapshot(alias);
  const omitted = omittedIn(snapshot);
  const [first = 0] = omitted;

  test('has one problem, on its first line, and so have all behind it', () => {
    const count = snapshot.documents.length;
    expect(omitted).toEqual(Array.from({ length: count - first }, (_, at) => first + at));
    for (const { analysis, segment } of snapshot.documents.slice(first)) {
      const firstLine = segment.text.indexOf('\n');
      expect(analysis.problems.map(({ span }) => span)).toEqual([{ start: 0, end: firstLine }]);
    }
  });

  test('costs nothing, whoever asks about it', () => {
    const position = { line: snapshot.documents[first + 1]!.line + 2, character: 3 };
    Object.assign(done, { parses: 0 });
    expect(hover(snapshot, position, { format: 'markdown' })).toBeUndefined();
    diagnostics(snapshot, uri);
    expect(done.parses).toBe(0);
  });

  test('is not sent', () => {
    const good = updateText('name: a');
    const file = createSnapshot(`${alias}${good}`);
    const last = file.documents.at(-1)!;
    expect(prepareUpdate(file, { line: last.line, character: 0 }, 1)).toMatchObject({
      kind: 'refused',
      firstError: { code: 'yaml/limits' },
    });
    expect(prepareUpdate(createSnapshot(good), { line: 0, character: 0 }, 1)).toMatchObject({
      kind: 'ready',
    });
  });

  test('is read once those above are gone', () => {
    const good = updateText('name: a');
    const before = snapshotOf(readFileText(`${alias}${good}`));
    expect(before.documents.at(-1)?.analysis.root).toBeUndefined();
    const after = snapshotOf(readFileText(good), before);
    expect(after.documents.at(-1)?.analysis.problems).toEqual([]);
  });
});

describe('a file that somebody wrote', () => {
  test.each(['plain updates', 'one network in documents', 'rules', 'networks'] as const)(
    'is read to its end, as long as it is below 256 KiB: %s',
    (name) => {
      expect(omittedIn(createSnapshot(hostileFiles[name]))).toEqual([]);
    },
  );

  test('is read to its end however long it is', () => {
    const text = hostileFiles['plain updates'];
    expect(omittedIn(createSnapshot(text.repeat(8)))).toEqual([]);
  });

  test('is read where somebody looks, and nowhere else', () => {
    const document = updateText('name: a\nikepolicy: {ike_version: v2}');
    const snapshot = createSnapshot(`${document}---\n`.repeat(50));
    const { line } = snapshot.documents.at(-2)!;
    expect(hover(snapshot, { line: line + 3, character: 4 }, { format: 'markdown' })).toBeDefined();
    expect(done.parses).toBe(1);
  });
});

test('a document costs what was done about it', () => {
  for (const text of ['', 'a: 1', 'x-a: &a [b, c]\nx-b: [*a, *a]', updateText('name: "a')]) {
    Object.assign(done, { parsed: 0, values: 0 });
    const { work } = analyze(text);
    expect(work).toBeGreaterThanOrEqual(workDone());
    expect(work).toBeLessThan(workDone() + 100);
  }
});

describe('a request about a whole file tries no more than a part of the budget', () => {
  const limit = (text: string): number => allowedWork(text.length) / 2 + dearestDocument;

  test.each(full)('quick fixes: %s', (name) => {
    const text = hostileFiles[name];
    const snapshot = createSnapshot(text);
    diagnostics(snapshot, uri);
    Object.assign(done, { parsed: 0, values: 0 });
    codeActions(snapshot, rangeOf(text), options);
    expect(workDone()).toBeLessThanOrEqual(limit(text));
  });

  test.each(full)('mending everything: %s', (name) => {
    const text = hostileFiles[name];
    const snapshot = createSnapshot(text);
    diagnostics(snapshot, uri);
    Object.assign(done, { parsed: 0, values: 0 });
    codeActions(snapshot, rangeOf(text), { ...options, only: [fixAllKind] });
    codeActions(snapshot, rangeOf(text), { ...options, only: [organizeKeysKind] });
    expect(workDone()).toBeLessThanOrEqual(2 * limit(text));
  });

  test.each(['deep lists', 'plain updates', 'line breaks'] as const)('formatting: %s', (name) => {
    const text = hostileFiles[name];
    const snapshot = createSnapshot(text);
    for (const { analysis } of snapshot.documents) expect(analysis).toBeDefined();
    const reading = workDone();
    formatDocument(snapshot, { tabSize: 2 });
    expect(workDone()).toBeLessThanOrEqual(2.1 * reading);
  });

  test.each(full)('completion: %s', (name) => {
    const text = hostileFiles[name];
    const snapshot = createSnapshot(text);
    const line = Math.floor(rangeOf(text).end.line / 2);
    complete(
      snapshot,
      { line, character: 2 },
      { format: 'markdown', snippets: true, triggerSuggest: true },
    );
    // The first document as well, for its indentation, and some around the cursor, for their identifiers.
    expect(workDone()).toBeLessThanOrEqual(allowedWork(text.length) + 2 * dearestDocument);
  });
});

describe('quick fixes of a range', () => {
  const many = `${updateText('nam: a\nikepolicy: {ike_version: V2}')}---\n`.repeat(maxProblems);

  test('begin at its start', () => {
    const actions = codeActions(createSnapshot(many), rangeOf(many), options);
    const lines = actions.map(({ diagnostics: [of] = [] }) => of?.range.start.line ?? 0);
    expect(Math.min(...lines)).toBe(3);
  });

  test('are remembered as long as the text is the same', () => {
    const snapshot = createSnapshot(many);
    const fixes = new QuickFixMemo();
    const ask = (character: number) =>
      codeActions(
        snapshot,
        { start: { line: 3, character }, end: { line: 3, character } },
        { ...options, fixes },
      );
    const found = ask(3);
    expect(found.length).toBeGreaterThan(0);
    Object.assign(done, { parses: 0 });
    expect(ask(4)).toEqual(found);
    expect(done.parses).toBe(0);
    const edited = snapshotOf(readFileText(`${many}# a`), snapshot);
    expect(
      codeActions(
        edited,
        { start: { line: 3, character: 3 }, end: { line: 3, character: 3 } },
        { ...options, fixes },
      ),
    ).toEqual(found);
    expect(done.parses).toBeGreaterThan(0);
  });

  test('are the same whether some of them are remembered or not', () => {
    const snapshot = createSnapshot(many);
    const fixes = new QuickFixMemo();
    const all = () => codeActions(snapshot, rangeOf(many), { ...options, fixes });
    const first = all();
    expect(all()).toEqual(first);
    expect(codeActions(snapshot, rangeOf(many), options)).toEqual(first);
  });
});
