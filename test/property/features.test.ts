// Whatever stands in the editor, every feature answers, and every range lies inside the text.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { DocumentSymbol, Range } from 'vscode-languageserver-types';
import {
  anchorDefinition,
  anchorHighlights,
  anchorReferences,
  anchorToRename,
  codeActions,
  codeLenses,
  createSnapshot,
  diagnostics,
  documentLinks,
  documentSymbols,
  fixAllKind,
  foldingRanges,
  formatDocument,
  formatRanges,
  hover,
  inlayHints,
  linkedAnchors,
  locateLiteralSecret,
  organizeKeysKind,
  prepareUpdate,
  renameAnchor,
  selectionRanges,
  semanticTokens,
  type Snapshot,
} from '../../server/src/service';
import { leavesOf } from '../../server/src/service/document/leaves';
import { decodeTokens } from '../support/decodeTokens';
import { mutatedText, runs } from '../support/mutations';

const uri = 'file:///a.vpnconn.yaml';

/** Every range in a value made of plain data. */
function rangesIn(value: unknown): Range[] {
  if (typeof value !== 'object' || value === null) return [];
  const own =
    'start' in value && 'end' in value && typeof value.start === 'object'
      ? [value as unknown as Range]
      : [];
  return [...own, ...Object.values(value).flatMap(rangesIn)];
}

/** The output of all features, the ones with a position asked at `offset`. */
function everything(snapshot: Snapshot, document: TextDocument, offset: number): unknown[] {
  const position = document.positionAt(offset);
  return [
    diagnostics(snapshot, uri),
    documentSymbols(snapshot),
    codeLenses(snapshot, { uri, version: 1 }),
    hover(snapshot, position, { format: 'markdown' }),
    prepareUpdate(snapshot, position, 1),
    locateLiteralSecret(snapshot, position, 1),
    foldingRanges(snapshot),
    selectionRanges(snapshot, [position]),
    documentLinks(snapshot, 'fields'),
    decodeTokens(semanticTokens(snapshot).data),
    anchorDefinition(snapshot, position, uri),
    anchorHighlights(snapshot, position),
    anchorReferences(snapshot, position, { uri, includeDeclaration: true }),
    anchorToRename(snapshot, position),
    linkedAnchors(snapshot, position),
    renameAnchor(snapshot, position, { uri, newName: 'renamed' }),
    inlayHints(
      snapshot,
      { start: position, end: { line: position.line + 20, character: 0 } },
      new Set(['durations', 'addresses', 'names', 'effects']),
    ),
    formatDocument(snapshot, { tabSize: 2 }),
    formatRanges(snapshot, [{ start: position, end: position }], { tabSize: 2 }),
    codeActions(snapshot, { start: position, end: position }, { uri, storesSecrets: true }),
    codeActions(
      snapshot,
      { start: position, end: position },
      { uri, storesSecrets: true, only: [fixAllKind, organizeKeysKind] },
    ),
  ];
}

/** The entries of an outline with all that is in them. */
function everySymbol(symbols: readonly DocumentSymbol[]): readonly DocumentSymbol[] {
  return symbols.flatMap((symbol) => [symbol, ...everySymbol(symbol.children ?? [])]);
}

function offsets(document: TextDocument, { start, end }: Range): [number, number] {
  return [document.offsetAt(start), document.offsetAt(end)];
}

describe('for any text', () => {
  test('a new name for an anchor changes nothing that is sent', () => {
    // What is broken is not sent, and how much of it can be read depends on every word.
    const values = (text: string): readonly unknown[] =>
      createSnapshot(text).documents.map(({ analysis: { root, isReadable } }) =>
        isReadable ? root && [...leavesOf(root)].map(([, value]) => value) : 'broken',
      );
    fc.assert(
      fc.property(mutatedText, fc.nat(), (text, seed) => {
        const document = TextDocument.create(uri, 'vpnconn', 1, text);
        const marks = [...text.matchAll(/[&*]/g)].map(({ index }) => index + 1);
        const position = document.positionAt(marks[seed % Math.max(marks.length, 1)] ?? 0);
        const result = renameAnchor(createSnapshot(text), position, { uri, newName: 'renamed' });
        const edits = result.kind === 'renamed' ? result.edit.changes?.[uri] : [];
        const before = values(text);
        const after = values(TextDocument.applyEdits(document, edits ?? []));
        expect(after.map((each, index) => (before[index] === 'broken' ? 'broken' : each))).toEqual(
          before,
        );
      }),
      { numRuns: runs },
    );
  });

  test('an editor takes every entry of the outline', () => {
    fc.assert(
      fc.property(mutatedText, (text) => {
        const document = TextDocument.create(uri, 'vpnconn', 1, text);
        for (const { name, range, selectionRange } of everySymbol(
          documentSymbols(createSnapshot(text)),
        )) {
          const [start, end] = offsets(document, range);
          const [from, to] = offsets(document, selectionRange);
          expect(name.trim()).not.toBe('');
          expect(from).toBeGreaterThanOrEqual(start);
          expect(to).toBeLessThanOrEqual(end);
        }
      }),
      { numRuns: runs },
    );
  });

  test('tokens lie in order, on one line, and none over another', () => {
    fc.assert(
      fc.property(mutatedText, (text) => {
        const document = TextDocument.create(uri, 'vpnconn', 1, text);
        let last = 0;
        for (const { range } of decodeTokens(semanticTokens(createSnapshot(text)).data)) {
          const [start, end] = offsets(document, range);
          expect(range.start.line).toBe(range.end.line);
          expect(start).toBeGreaterThanOrEqual(last);
          expect(end).toBeGreaterThan(start);
          last = end;
        }
      }),
      { numRuns: runs },
    );
  });

  test('each selection lies around the one before, and the last one is the file', () => {
    fc.assert(
      fc.property(mutatedText, fc.nat(), (text, seed) => {
        const document = TextDocument.create(uri, 'vpnconn', 1, text);
        const position = document.positionAt(seed % (text.length + 1));
        const [innermost] = selectionRanges(createSnapshot(text), [position]);
        let inner = innermost!;
        for (; inner.parent !== undefined; inner = inner.parent) {
          const [start, end] = offsets(document, inner.range);
          const [outerStart, outerEnd] = offsets(document, inner.parent.range);
          expect(outerStart <= start && end <= outerEnd).toBe(true);
          expect(outerEnd - outerStart).toBeGreaterThan(end - start);
        }
        expect(offsets(document, inner.range)).toEqual([0, text.length]);
      }),
      { numRuns: runs },
    );
  });

  test('every feature answers, with ranges inside the text', () => {
    fc.assert(
      fc.property(mutatedText, fc.nat(), (text, seed) => {
        const document = TextDocument.create(uri, 'vpnconn', 1, text);
        const snapshot = createSnapshot(text);
        for (const range of rangesIn(everything(snapshot, document, seed % (text.length + 1)))) {
          for (const place of [range.start, range.end]) {
            expect(place.line).toBeGreaterThanOrEqual(0);
            expect(place.line).toBeLessThan(document.lineCount);
            expect(
              document.positionAt(document.offsetAt(place)),
              'a column inside its line',
            ).toEqual(place);
          }
        }
      }),
      { numRuns: runs },
    );
  });

  test('a diagnostic lies on one line and has a code and a sentence', () => {
    fc.assert(
      fc.property(mutatedText, (text) => {
        for (const { range, code, message } of diagnostics(createSnapshot(text), uri)) {
          expect(range.start.line).toBe(range.end.line);
          expect(String(code)).toMatch(/^[a-z]+\/[a-z0-9-]+$/);
          expect(JSON.stringify(message)).toMatch(/[.?!)]"$/);
        }
      }),
      { numRuns: runs },
    );
  });

  test('lone carriage returns end lines as line feeds do', () => {
    fc.assert(
      fc.property(mutatedText, (text) => {
        const unix = text.replace(/\r\n?/g, '\n');
        expect(diagnostics(createSnapshot(unix.replaceAll('\n', '\r')), uri)).toEqual(
          diagnostics(createSnapshot(unix), uri),
        );
      }),
      { numRuns: runs },
    );
  });

  test('CRLF changes no diagnostic but the offsets', () => {
    fc.assert(
      fc.property(mutatedText, (text) => {
        const unix = text.replace(/\r\n?/g, '\n');
        expect(withoutOffsets(unix.replaceAll('\n', '\r\n'))).toEqual(withoutOffsets(unix));
      }),
      { numRuns: runs },
    );
  });
});

/**
 * The diagnostics without the data that counts characters from the start of the document. Of text that
 * is no YAML only the line: the parser takes a broken key with a blank line below it for one of several
 * lines when lines end in LF, and for one of a single line when they end in CRLF.
 */
function withoutOffsets(text: string): readonly unknown[] {
  return diagnostics(createSnapshot(text), uri).map(({ data, ...rest }) =>
    rest.code === 'yaml/syntax'
      ? { code: rest.code, severity: rest.severity, line: rest.range.start.line }
      : { ...rest, data: { ...data, later: undefined } },
  );
}
