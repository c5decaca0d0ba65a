// A word on a line of its own, as it stands there while somebody types a key. The YAML parser takes it
// for the beginning of a longer key and swallows the lines below; stepping over it keeps them.
import { isScalar, visit, type Document, type YAMLError } from 'yaml';
import type { Problem } from '../problem';
import { lineAround, type Span } from './span';

/** The word that is alone on a line, if that is what the error is about. */
export function findUnfinishedWord(text: string, error: YAMLError): Span | undefined {
  switch (error.code) {
    case 'MULTILINE_IMPLICIT_KEY':
    case 'MISSING_CHAR':
    case 'BAD_INDENT':
      return loneWord(text, error.pos[0]) ?? wordAbove(text, error.pos[0]);
    case 'BLOCK_AS_IMPLICIT_KEY':
      return wordAbove(text, error.pos[0]);
    default:
      return undefined;
  }
}

/** What is said about the word. */
export function unfinishedLine(word: Span): Problem {
  return {
    code: 'yaml/syntax',
    severity: 'error',
    pointer: '',
    span: word,
    message:
      'This line is neither a key nor a value. Write `key: value`, with a blank after the colon.',
  };
}

/**
 * The text, as long as before, with the word as a comment; or, when lines below it are indented deeper,
 * as the key of these lines, its last letter being the colon (see `completeKeys`).
 */
export function stepOver(text: string, { start, end }: Span): string {
  return end - start > 1 && hasBlock(text, { start, end })
    ? `${text.slice(0, end - 1)}:${text.slice(end)}`
    : `${text.slice(0, start)}#${text.slice(start + 1)}`;
}

/** Gives the keys that words were taken for their last letter back. */
export function completeKeys(tree: Document.Parsed, text: string, words: readonly Span[]): void {
  if (words.length === 0) return;
  visit(tree, {
    Pair(_key, { key }) {
      if (!isScalar(key) || !key.range) return;
      const word = words.find(({ start }) => start === key.range?.[0]);
      if (word === undefined) return;
      key.value = text.slice(word.start, word.end);
      key.range = [word.start, word.end, word.end];
    },
  });
}

/**
 * The word above a comment and a block that begins at `offset`: the comment ends what the parser would
 * take for a longer key, and it stumbles over the block.
 */
function wordAbove(text: string, offset: number): Span | undefined {
  let line = lineAround(text, offset);
  if (text.slice(line.start, offset).trim() !== '') return undefined;
  let isCommented = false;
  do {
    if (line.start === 0) return undefined;
    line = lineAround(text, line.start - 1);
    isCommented ||= text.slice(line.start, line.end).trimStart().startsWith('#');
  } while (isGap(text.slice(line.start, line.end)));
  const word = isCommented ? loneWord(text, line.start) : undefined;
  return word && hasBlock(text, word) ? word : undefined;
}

/** Whether the next line that holds something is indented deeper than the word. */
function hasBlock(text: string, { start, end }: Span): boolean {
  const column = start - lineAround(text, start).start;
  let line = lineAround(text, end);
  do {
    if (line.end === text.length) return false;
    line = lineAround(text, line.end + (text.startsWith('\r\n', line.end) ? 2 : 1));
  } while (isGap(text.slice(line.start, line.end)));
  return text.slice(line.start, line.end).search(/[^ ]/) > column;
}

/** Whether a line holds nothing, or nothing but a comment. */
function isGap(line: string): boolean {
  return /^\s*(?:#|$)/.test(line);
}

/** The word that is alone on the line of `offset` (behind a dash, perhaps), if there is just that. */
function loneWord(text: string, offset: number): Span | undefined {
  const line = lineAround(text, offset);
  const match = /^([ ]*(?:- +)*)([^\s#'"[\]{}|>&*!%@`-][^\s]*)[ \t]*$/.exec(
    text.slice(line.start, line.end),
  );
  if (match === null) return undefined;
  const [, indent = '', word = ''] = match;
  if (word.endsWith(':')) return undefined;
  const start = line.start + indent.length;
  return { start, end: start + word.length };
}
