// A word on a line of its own, as it stands there while somebody types a key. The YAML parser takes it
// for the beginning of a longer key and swallows the lines below; stepping over it keeps them.
import type { YAMLError } from 'yaml';
import type { Problem } from '../problem';
import { lineAround, type Span } from './span';

/** The text with one unfinished line turned into a comment (same length), and the problem for it. */
export interface BlankedLine {
  readonly text: string;
  readonly problem: Problem;
}

/** Steps over the line of `error` when it holds nothing but one unfinished word. */
export function blankUnfinishedLine(text: string, error: YAMLError): BlankedLine | undefined {
  switch (error.code) {
    case 'MULTILINE_IMPLICIT_KEY':
    case 'MISSING_CHAR':
    case 'BAD_INDENT':
      break;
    default:
      return undefined;
  }
  const word = loneWord(text, error.pos[0]);
  if (word === undefined) return undefined;
  return {
    text: `${text.slice(0, word.start)}#${text.slice(word.start + 1)}`,
    problem: {
      code: 'yaml/syntax',
      severity: 'error',
      pointer: '',
      span: word,
      message:
        'This line is neither a key nor a value. Write `key: value`, with a blank after the colon.',
    },
  };
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
