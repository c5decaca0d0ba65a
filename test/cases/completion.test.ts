// Runs the cases of test/cases/completion: what is offered at a cursor, and the text after taking an item.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CompletionItem } from 'vscode-languageserver-types';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import type { LiveResource } from '../../server/src/protocol/liveResources';
import { LiveNames } from '../../server/src/service';
import { complete, type CompletionOptions } from '../../server/src/service/features/completion';
import { createSnapshot } from '../../server/src/service/snapshot';
import { acceptItem, cursorMark, readCursor } from '../support/completionEdit';

/** One cursor position. Everything but `at` is an expectation. */
interface CompletionCase {
  readonly title: string;
  /** The file; `<|>` is the cursor. */
  readonly at: string;
  /** Other files of the workspace. */
  readonly others?: readonly string[];
  /** What has been listed of the live account. */
  readonly account?: readonly LiveResource[];
  /** All labels, in the order of the list. */
  readonly labels?: readonly string[];
  /** Labels among others. */
  readonly has?: readonly string[];
  /** Labels that must not be there. */
  readonly lacks?: readonly string[];
  /** Label to the note that the list shows behind it; without a note when there is to be none. */
  readonly notes?: Readonly<Record<string, string | null>>;
  /** Label to the file after taking the item; `<|>` is where the cursor ends up. */
  readonly accept?: Readonly<Record<string, string>>;
  /** Label to what the list says beside it. */
  readonly details?: Readonly<Record<string, string>>;
  /** Label to what typing finds it by. */
  readonly filters?: Readonly<Record<string, string>>;
}

const folder = join(import.meta.dirname, 'completion');
const full: CompletionOptions = { format: 'markdown', snippets: true, triggerSuggest: true };

for (const file of readdirSync(folder)) {
  const cases = parse(readFileSync(join(folder, file), 'utf8')) as readonly CompletionCase[];
  describe(`completion ${file}`, () => {
    it.each(cases)('$title', (each) => {
      check(each, (text) => text);
    });
    it.each(cases)('$title, with CRLF', (each) => {
      check(each, (text) => text.replaceAll('\n', '\r\n'));
    });
  });
}

function check(each: CompletionCase, toFile: (text: string) => string): void {
  const { text, position } = readCursor(toFile(each.at));
  const elsewhere = {
    others: (each.others ?? []).map((other) => createSnapshot(toFile(other))),
    names: new LiveNames(each.account ?? []),
  };
  const items = inOrder(complete(createSnapshot(text), position, full, elsewhere));
  const of = (read: (item: CompletionItem) => unknown, wanted: object): object =>
    Object.fromEntries(
      items.filter(({ label }) => label in wanted).map((item) => [item.label, read(item)]),
    );
  const labels = items.map(({ label }) => label);
  expect(knownKeys(each)).toBe(true);
  expect(labels).toEqual(each.labels ?? labels);
  expect(labels).toEqual(expect.arrayContaining([...(each.has ?? [])]));
  expect(labels.filter((label) => each.lacks?.includes(label))).toEqual([]);
  const notes = Object.keys(each.notes ?? {}).map((label) => [label, noteOf(items, label)]);
  expect(Object.fromEntries(notes)).toEqual(each.notes ?? {});
  expect(of(({ detail }) => detail, each.details ?? {})).toEqual(each.details ?? {});
  expect(of(({ filterText }) => filterText, each.filters ?? {})).toEqual(each.filters ?? {});
  for (const [label, after] of Object.entries(each.accept ?? {})) {
    const item = items.find((candidate) => candidate.label === label);
    expect(item, `${label} in ${labels.join(', ')}`).toBeDefined();
    expect(acceptItem(text, item!, cursorMark)).toBe(toFile(after));
  }
}

/** The note behind a label; `null` without one. A label that is not there is a failure. */
function noteOf(items: readonly CompletionItem[], label: string): string | null {
  const item = items.find((candidate) => candidate.label === label);
  expect(item, `${label} in ${items.map((each) => each.label).join(', ')}`).toBeDefined();
  return item?.labelDetails?.description ?? null;
}

/** A case that expects nothing, or has a misspelt expectation, is a mistake in the case file. */
function knownKeys({ title, at, ...expectations }: CompletionCase): boolean {
  const known = [
    'others',
    'account',
    'labels',
    'has',
    'lacks',
    'notes',
    'accept',
    'details',
    'filters',
  ];
  const keys = Object.keys(expectations);
  return (
    title !== '' &&
    at.includes(cursorMark) &&
    keys.length > 0 &&
    keys.every((key) => known.includes(key))
  );
}

function inOrder(items: readonly CompletionItem[]): readonly CompletionItem[] {
  return [...items].sort((a, b) => (a.sortText ?? '').localeCompare(b.sortText ?? ''));
}
