// A byte order mark inside a file, as it gets there when files are joined. It cannot be seen, and YAML
// takes it for the first letter of a key: nobody would understand what is said about that key.
import type { Problem } from '../problem';
import { lineAround } from './span';

/** The first byte order mark at the start of a line other than the first, as the one problem. */
export function findStrayMark(text: string): Problem | undefined {
  const at = text.indexOf('\n\uFEFF');
  if (at < 0) return undefined;
  return {
    code: 'yaml/syntax',
    severity: 'error',
    pointer: '',
    span: lineAround(text, at + 1),
    message:
      'An invisible byte order mark stands at the start of this line. Delete the line break in front of it with what follows up to the first letter, and write the line break again.',
  };
}
