// Whatever is taken from the list, at whatever place of a valid file: the file then holds what the
// item says, and everything else is as it was.
import fc from 'fast-check';
import type { CompletionItem, Position, Range, TextEdit } from 'vscode-languageserver-types';
import { CompletionItemKind } from 'vscode-languageserver-types';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { expect, test } from 'vitest';
import { walk } from '../../server/src/service/document/node';
import { nodeAt, type NodeAt } from '../../server/src/service/document/nodeAt';
import { complete } from '../../server/src/service/features/completion';
import { table } from '../../server/src/service/schema/table';
import {
  createSnapshot,
  documentAtLine,
  offsetInDocument,
  type Snapshot,
} from '../../server/src/service/snapshot';
import { aboutMissing } from '../support/aboutMissing';
import { acceptItem, cursorMark } from '../support/completionEdit';
import { mutatedText, runs, validTexts } from '../support/mutations';
import { updateText } from '../support/updateText';

const options = { format: 'markdown', snippets: true, triggerSuggest: true } as const;

function itemsAt(text: string, offset: number): readonly CompletionItem[] {
  const position = TextDocument.create('', '', 0, text).positionAt(offset);
  const items = complete(createSnapshot(text), position, options);
  return [...items].sort((a, b) => (a.sortText ?? '').localeCompare(b.sortText ?? ''));
}

/** Takes the item, and at every place where typing goes on the first thing that is offered there. */
function acceptFully(text: string, item: CompletionItem): string {
  let current = acceptItem(text, item, cursorMark);
  for (let step = 0; step < 6 && current.includes(cursorMark); step++) {
    const at = current.indexOf(cursorMark);
    const open = current.replace(cursorMark, '');
    const [first] = itemsAt(open, at);
    if (first === undefined) throw new Error(`Nothing is offered at ${JSON.stringify(current)}`);
    current = acceptItem(open, first, cursorMark);
  }
  return current;
}

/** Places at which people ask: in any word, on a new line at any indentation, behind a cut-off line. */
const place = fc
  .record({
    text: fc.constantFrom(...validTexts),
    at: fc.double({ min: 0, max: 1, noNaN: true }),
    how: fc.constantFrom('inside', 'new line', 'cut line'),
    indent: fc.nat(9),
    crlf: fc.boolean(),
    choice: fc.nat(40),
  })
  .map(({ text, at, how, indent, crlf, choice }) => {
    const offset = Math.floor(at * (text.length + 1));
    const [before, behind] = prepare(text, offset, how, indent);
    const wrap = (part: string): string => (crlf ? part.replaceAll('\n', '\r\n') : part);
    return { valid: text, text: wrap(before + behind), offset: wrap(before).length, choice };
  });

function prepare(
  text: string,
  offset: number,
  how: string,
  indent: number,
): readonly [string, string] {
  const lineEnd = text.indexOf('\n', offset) < 0 ? text.length : text.indexOf('\n', offset);
  if (how === 'inside') return [text.slice(0, offset), text.slice(offset)];
  if (how === 'cut line') return [text.slice(0, offset), text.slice(lineEnd)];
  return [`${text.slice(0, lineEnd)}\n${' '.repeat(indent)}`, text.slice(lineEnd)];
}

/** Errors with their places; indexes of lists left out, because an item may push others down. */
function errorsOf(text: string, isCounted: (code: string) => boolean): readonly string[] {
  return createSnapshot(text).documents.flatMap(({ analysis }, index) =>
    analysis.problems
      .filter(({ severity, code }) => severity === 'error' && isCounted(code))
      .map(({ code, pointer }) => `${code} ${placeOf(pointer, index)}`),
  );
}

/**
 * Which errors a taken item must not add. A document that stays broken elsewhere hides what else is
 * wrong with it; and what a document says about the connection is simply so, whatever follows.
 */
function isCountedIn(after: string, end: number): (code: string) => boolean {
  const isBroken = errorsOf(after, (code) => code.startsWith('yaml/')).length > 0;
  const topKey = [...after.slice(0, end).matchAll(/^(\w+):/gm)].at(-1)?.[1];
  const isUpdate = topKey === table.fieldWithRole('body').key;
  return (code) =>
    !isBroken && (isUpdate || code.startsWith('yaml/') || code.startsWith('schema/'));
}

function syntaxErrors(text: string): number {
  return errorsOf(text, (code) => code.startsWith('yaml/')).length;
}

/** Every scalar that stands in a file, with its place, but for those at or below `except`. */
function leavesOf({ documents }: Snapshot, except: string | undefined): readonly string[] {
  return documents.flatMap(({ analysis: { root } }, index) =>
    (root === undefined ? [] : [...walk(root)]).flatMap((node) => {
      if (node.kind !== 'scalar' || node.style === 'empty') return [];
      const at = placeOf(node.pointer, index);
      const isReplaced = except !== undefined && `${at}/`.startsWith(`${except}/`);
      return isReplaced ? [] : [`${at} ${node.tag ?? ''} ${String(node.value)}`];
    }),
  );
}

function placeOf(pointer: string, document: number): string {
  return `${document}${pointer.replace(/\/\d+(?=\/|$)/g, '/*')}`;
}

/** What of `before` is not in `after`, each as often as it is missing. */
function missing(before: readonly string[], after: readonly string[]): readonly string[] {
  const rest = [...after];
  return before.filter((leaf) => {
    const at = rest.indexOf(leaf);
    if (at >= 0) rest.splice(at, 1);
    return at < 0;
  });
}

/** The key or value at a position in the file, with the number of its document. */
function nodeInFile(
  snapshot: Snapshot,
  position: Position,
): (NodeAt & { document: number }) | undefined {
  const document = documentAtLine(snapshot, position.line);
  const { root } = document.analysis;
  const found = root && nodeAt(root, offsetInDocument(document, position));
  return found && { ...found, document: snapshot.documents.indexOf(document) };
}

/** The ranges that the item replaces, its own one first. */
function editsOf({ textEdit, additionalTextEdits = [] }: CompletionItem): readonly Range[] {
  return [textEdit as TextEdit, ...additionalTextEdits].map(({ range }) => range);
}

/** Place of what the item replaces, if there is something. */
function replacedPlace(text: string, item: CompletionItem): string | undefined {
  const document = TextDocument.create('', '', 0, text);
  const range = editsOf(item).find((each) => document.getText(each).trim() !== '');
  if (range === undefined) return undefined;
  const found = nodeInFile(createSnapshot(text), range.start);
  if (found === undefined) return undefined;
  const { pointer } = found.part === 'key' ? found.entry.value : found.node;
  return placeOf(pointer, found.document);
}

/** What the file holds where the item was put in: its key, or its value as text. */
function heldAt(text: string, item: CompletionItem): string | undefined {
  const after = acceptItem(text, item, '');
  const document = TextDocument.create('', '', 0, text);
  const from = Math.min(...editsOf(item).map(({ start }) => document.offsetAt(start)));
  const found = nodeInFile(
    createSnapshot(after),
    TextDocument.create('', '', 0, after).positionAt(after.indexOf(item.label, from - 1)),
  );
  if (found === undefined) return undefined;
  if (found.part === 'key') return found.entry.key;
  return found.node.kind === 'scalar' ? String(found.node.value) : undefined;
}

const labelKinds: readonly (CompletionItemKind | undefined)[] = [
  CompletionItemKind.Property,
  CompletionItemKind.EnumMember,
  CompletionItemKind.Value,
];

test('what is taken is what is there afterwards, and nothing else changes', () => {
  let taken = 0;
  fc.assert(
    fc.property(place, ({ valid, text, offset, choice }) => {
      const items = itemsAt(text, offset);
      const item = items[choice % Math.max(items.length, 1)];
      fc.pre(item !== undefined);
      taken++;
      const after = acceptFully(text, item);
      const [old, now] = [createSnapshot(text), createSnapshot(after)];
      const end = offset + Math.max(after.length - text.length, 0);
      // A line that is finished shows what is still missing beside it.
      const isUncovered = (code: string): boolean =>
        aboutMissing.has(code) && syntaxErrors(text) > 0;
      const isKnown = isCountedIn(after, end);
      const isCounted = (code: string): boolean => isKnown(code) && !isUncovered(code);
      const known = [...errorsOf(text, isCounted), ...errorsOf(valid, isCounted)];
      const added = missing(errorsOf(after, isCounted), known);
      expect(added, `${item.label} in\n${after}`).toEqual([]);
      expect(syntaxErrors(after)).toBeLessThanOrEqual(syntaxErrors(text));
      const replaced = replacedPlace(text, item);
      const lost = missing(leavesOf(old, replaced), leavesOf(now, undefined));
      expect(lost, `${item.label} in\n${after}`).toEqual([]);
      const held = labelKinds.includes(item.kind) ? heldAt(text, item) : item.label;
      expect(held, `${item.label} in\n${after}`).toBe(item.label);
    }),
    { numRuns: runs },
  );
  expect(taken).toBe(runs);
});

test('for any text there is an answer, and every edit stands on the line of the cursor', () => {
  fc.assert(
    fc.property(mutatedText, fc.nat(), (text, seed) => {
      const document = TextDocument.create('', '', 0, text);
      const position = document.positionAt(seed % (text.length + 1));
      for (const item of complete(createSnapshot(text), position, options)) {
        const { range } = item.textEdit as TextEdit;
        expect([range.start.line, range.end.line]).toEqual([position.line, position.line]);
        expect(range.start.character).toBeLessThanOrEqual(position.character);
        expect(range.end.character).toBeGreaterThanOrEqual(position.character);
        expect(document.positionAt(document.offsetAt(range.end))).toEqual(range.end);
      }
    }),
    { numRuns: runs },
  );
});

test('no item holds text of a field that may be secret', () => {
  const secretWord = 'Qz7Vx9Kw';
  const shapes = [
    `psk: ${secretWord}`,
    `psk: "${secretWord}`,
    `psk: !${secretWord}`,
    `psk: !secret ${secretWord}`,
    `psk: |\n    ${secretWord}`,
    `pks: ${secretWord}`,
    `${secretWord}: 1`,
    `psk: [${secretWord}, `,
    `psk: {${secretWord}: 1, `,
    `name: ${secretWord}\n  psk: `,
  ];
  fc.assert(
    fc.property(fc.constantFrom(...shapes), fc.nat(), (shape, seed) => {
      const text = updateText(`${shape}\n\nname: a`);
      const position = TextDocument.create('', '', 0, text).positionAt(seed % (text.length + 1));
      const items = complete(createSnapshot(`${text}---\n${text}`), position, options);
      expect(JSON.stringify(items)).not.toContain(secretWord);
    }),
    { numRuns: runs },
  );
});
