// A line that does not line up. The parser often takes it for a part of the line above and complains
// about that one, which is right.
import type { Document, YAMLError } from 'yaml';
import { lineAround, trimSpan, type Span } from './span';

/** What stands on the line that does not line up, and what to do about it. */
export interface DisplacedLine {
  readonly span: Span;
  readonly message: string;
}

/** What is said about keys of one block that begin in different columns. */
export const displacedKey =
  'This line does not line up with its neighbours. Give all keys of a block the same indentation.';

/** What is said about an entry where its list is not. */
export const displacedEntry =
  'This entry does not line up with a list. Give all entries of a list the same indentation, below a key that holds nothing else.';

/** The line that the first error of `tree` comes from, when all that is wrong is its indentation. */
export function findDisplacedLine(text: string, tree: Document.Parsed): DisplacedLine | undefined {
  const [error] = tree.errors;
  if (error?.code !== 'BLOCK_AS_IMPLICIT_KEY' && error?.code !== 'MISSING_CHAR') return undefined;
  const own = lineOf(text, error.pos[0]);
  // An error in front of all that stands on a line is about the line.
  if (error.pos[0] < own.start) {
    const isEntry = /^-(?:\s|$)/.test(text.slice(own.start, own.end));
    return { span: own, message: isEntry ? displacedEntry : displacedKey };
  }
  const second = lineOf(text, culpritOf(tree, error));
  const isSecond = error.code === 'BLOCK_AS_IMPLICIT_KEY' && second.start > own.start;
  return isSecond ? { span: second, message: displacedKey } : undefined;
}

/**
 * Where an error comes from. Of two lines that the parser took for one key, the second is the one
 * that does not line up.
 */
export function culpritOf({ errors }: Document.Parsed, first: YAMLError): number {
  const long = errors.find(
    ({ code, pos }) => code === 'MULTILINE_IMPLICIT_KEY' && pos[0] === first.pos[0],
  );
  return long === undefined ? first.pos[0] : long.pos[1] - 1;
}

function lineOf(text: string, offset: number): Span {
  return trimSpan(text, lineAround(text, offset));
}
