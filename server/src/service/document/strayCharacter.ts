// Characters that cannot be seen and do not belong into a file: a byte order mark inside it, as it gets
// there when files are joined, and what YAML does not allow at all (1.2, 5.1). Nobody would understand
// what is said about a key that holds one, so they are looked for first.
import type { Problem } from '../problem';
import { lineAround, type Span } from './span';

/** The first such character, as the one problem of the document. */
export function findStrayCharacter(text: string): Problem | undefined {
  const mark = text.indexOf('\n\uFEFF');
  const unprintable = notPrintable.exec(text);
  if (unprintable !== null && (mark < 0 || unprintable.index < mark)) {
    const [found] = unprintable;
    const start = unprintable.index;
    return problemAt({ start, end: start + found.length }, sentenceFor(found.charCodeAt(0)));
  }
  return mark < 0 ? undefined : problemAt(lineAround(text, mark + 1), markSentence);
}

/** Several in a row are one mistake. */
const notPrintable = /[^\t\n\r\x20-\x7E\x85\xA0-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]+/u;

/** Words for the kind of a character: the character itself could be one of a secret. */
function sentenceFor(code: number): string {
  if (code === 0)
    return 'An invisible NUL character stands here. Delete it. If there is one beside each letter, save the file in the encoding UTF-8.';
  if (code >= 0xd800 && code <= 0xdfff)
    return 'Half of a character stands here; the other half is missing. Delete it.';
  return 'An invisible control character stands here. Delete it.';
}

const markSentence =
  'An invisible byte order mark stands at the start of this line. Delete the line break in front of it with what follows up to the first letter, and write the line break again.';

function problemAt(span: Span, message: string): Problem {
  return { code: 'yaml/syntax', severity: 'error', pointer: '', span, message };
}
