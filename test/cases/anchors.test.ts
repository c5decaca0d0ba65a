// Anchors and their aliases, from the case files in anchors/: each text is asked at each of its marks.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import {
  anchorDefinition,
  anchorHighlights,
  anchorReferences,
  anchorToRename,
  createSnapshot,
  linkedAnchors,
  renameAnchor,
} from '../../server/src/service';
import { readCursor } from '../support/completionEdit';
import { withMarks, withoutMarks } from '../support/markedText';

interface AnchorCase {
  readonly title: string;
  /** The file; `<|>` is the cursor, `⟦anchor⟧` and `⟦alias⟧` mark what belongs together. */
  readonly at: string;
  /** A new name, and the file under it or the sentence that refuses it. */
  readonly rename: readonly [newName: string, result: string];
}

const uri = 'file:///a.vpnconn.yaml';
const folder = join(import.meta.dirname, 'anchors');

describe.each(readdirSync(folder))('%s', (file) => {
  const cases = parse(readFileSync(join(folder, file), 'utf8')) as readonly AnchorCase[];
  const windows = (text: string): string => text.replaceAll('\n', '\r\n');
  test.each(cases)('$title', ({ at, rename: [newName, result] }) => {
    check(at, newName, result);
  });
  test.each(cases)('$title (CRLF)', ({ at, rename: [newName, result] }) => {
    check(windows(at), newName, windows(result));
  });
});

function check(at: string, newName: string, result: string): void {
  const marked = at.replace('<|>', '');
  const { text, position } = readCursor(withoutMarks(at));
  const snapshot = createSnapshot(text);
  const highlights = anchorHighlights(snapshot, position) ?? [];
  const ranges = highlights.map(({ range }) => range);
  const labels = { 2: 'alias', 3: 'anchor' } as const;
  expect(
    withMarks(
      text,
      highlights.map(({ kind, range }) => ({ label: labels[kind as 2 | 3], range })),
    ),
  ).toBe(marked);

  const everywhere = anchorReferences(snapshot, position, { uri, includeDeclaration: true });
  const aliases = anchorReferences(snapshot, position, { uri, includeDeclaration: false });
  expect(everywhere.map(({ range }) => range)).toEqual(ranges);
  expect(aliases.map(({ range }) => range)).toEqual(ranges.slice(1));
  expect(anchorDefinition(snapshot, position, uri)?.range).toEqual(ranges[0]);
  expect(linkedAnchors(snapshot, position)?.ranges ?? []).toEqual(ranges.length > 1 ? ranges : []);

  const renamed = renameAnchor(snapshot, position, { uri, newName });
  const after =
    renamed.kind === 'refused'
      ? renamed.message
      : TextDocument.applyEdits(
          TextDocument.create(uri, '', 0, text),
          renamed.edit.changes?.[uri] ?? [],
        );
  expect(after).toBe(result);
  const own = anchorToRename(snapshot, position);
  expect(ranges.filter((range) => JSON.stringify(range) === JSON.stringify(own))).toHaveLength(
    Math.min(ranges.length, 1),
  );
}
