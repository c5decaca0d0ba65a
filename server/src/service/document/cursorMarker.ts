// Reads the place at a cursor from the text with a marker in it.
import { isNode, isScalar, type Scalar } from 'yaml';
import { findInTree, type TreePlace } from './cursorInTree';
import type { CursorPlace } from './cursorPlace';
import {
  headOf,
  insertMarker,
  type CursorText,
  type Insertion,
  type MarkedText,
} from './cursorText';
import { columnOf } from './indentation';
import { parseYaml } from './parseYaml';
import type { QuoteStyle } from './quoteScalar';

/** The place that the marker shows, `broken` when the text with the marker is not valid YAML, else nothing. */
export function readPlace(
  text: CursorText,
  insertion: Insertion,
): CursorPlace | 'broken' | undefined {
  const marked = insertMarker(text, insertion);
  const tree = parseYaml(marked.text);
  if (tree.errors.length > 0) return 'broken';
  const found = findInTree(tree, marked.marker);
  const word = found && wordAround(marked, found.scalar, text);
  if (found === undefined || word === undefined) return undefined;
  const isExplicit = isBehindQuestionMark(text, word);
  const written = whatFollows(found, insertion);
  const follows = isExplicit && written === 'nothing' ? 'colon' : written;
  if (!bearsInsertion(text, insertion, { ...found, ...word, follows })) return undefined;
  const { tag } = found.scalar;
  return {
    role: found.role,
    pointer: found.pointer,
    flow: found.flow,
    prefix: word.prefix,
    span: { start: text.offset - word.prefix.length, end: text.offset + word.suffixLength },
    lead: insertion.lead,
    quotes: quotesOf(found.scalar),
    column: columnOf(marked.text, keyStart(found) ?? marked.at - word.prefix.length),
    besideKey: isBesideKey(found, marked),
    follows,
    needsColon:
      found.role === 'key' && !isExplicit && (insertion.colon === ':' || follows === 'nothing'),
    ...(tag !== undefined && !tag.includes(marked.marker) && { tag }),
    reading: { tree, text: marked.text, marker: marked.marker },
  };
}

/** Whether what is put in beside the marker would do what it is meant for. */
function bearsInsertion(
  text: CursorText,
  { lead, colon }: Insertion,
  { role, prefix, follows }: Pick<CursorPlace, 'role' | 'prefix' | 'follows'>,
): boolean {
  // A dash goes in front of the whole word, never into brackets.
  if (lead === '- ' && prefix !== headOf(text).trimStart()) return false;
  if (colon === '') return true;
  // A colon must not take over the block below, which belongs to the key above.
  return role === 'key' && !(follows === 'value' && prefix === '');
}

interface Word {
  readonly prefix: string;
  readonly suffixLength: number;
}

/**
 * The word that the marker stands in. Nothing when the cursor is not in one word: behind the blank of
 * `v2 |`, or on the second line of a long text.
 */
function wordAround(marked: MarkedText, scalar: Scalar, text: CursorText): Word | undefined {
  const [start, end] = extentOf(scalar, marked);
  const prefix = marked.text.slice(start, marked.at);
  const suffix = marked.text.slice(marked.at + marked.marker.length, end);
  const gap = scalar.type === 'PLAIN' ? /\s/ : /\n/;
  if (gap.test(prefix) || gap.test(suffix)) return undefined;
  const rest = (text.rows[text.row] ?? '').slice(text.column).replace(/\r$/, '');
  if (suffix.length <= rest.length) return { prefix, suffixLength: suffix.length };
  // The closing quote is ours: what stands behind the cursor may or may not belong to the text.
  return rest.trim() === '' ? { prefix, suffixLength: rest.length } : undefined;
}

/** Start and end of the scalar in the marked text, or of its tag when the marker is in the tag. */
function extentOf(scalar: Scalar, { text, at, marker }: MarkedText): readonly [number, number] {
  const inTag = scalar.tag?.indexOf(marker) ?? -1;
  if (scalar.tag === undefined || inTag < 0) {
    const [start, end] = scalar.range ?? [at, at + marker.length];
    return [start, end];
  }
  const mark = text.lastIndexOf('!', at);
  const start = text[mark - 1] === '!' ? mark - 1 : mark;
  return [start, at + scalar.tag.length - inTag];
}

/** Whether the word is a key by the `?` in front of it: its colon has a line of its own, if any. */
function isBehindQuestionMark(text: CursorText, { prefix }: Word): boolean {
  const head = headOf(text);
  return /^[ \t]*(?:-[ \t]+)*\?[ \t]+$/.test(head.slice(0, head.length - prefix.length));
}

function whatFollows(found: TreePlace, { colon }: Insertion): CursorPlace['follows'] {
  const { role, scalar, pair } = found;
  if (role !== 'key') return scalar.tag !== undefined && scalar.source !== '' ? 'value' : 'nothing';
  const value: unknown = pair?.value;
  if (isFilled(value)) return 'value';
  return colon === '' && isNode(value) ? 'colon' : 'nothing';
}

function isFilled(node: unknown): boolean {
  if (isScalar(node)) return node.type !== 'PLAIN' || node.source !== '';
  return isNode(node);
}

function quotesOf({ type }: Scalar): QuoteStyle {
  if (type === 'QUOTE_DOUBLE') return 'double';
  return type === 'QUOTE_SINGLE' ? 'single' : 'plain';
}

/** Where the key of a value starts; nothing for a key or an item itself. */
function keyStart({ role, pair }: TreePlace): number | undefined {
  const key: unknown = pair?.key;
  return role === 'value' && isNode(key) ? key.range?.[0] : undefined;
}

function isBesideKey(found: TreePlace, { text, at }: MarkedText): boolean {
  const start = keyStart(found);
  return start !== undefined && !text.slice(start, at).includes('\n');
}
