// Whether a cursor stands between brackets or braces that are closed behind it, however broken the text
// between them is: there no key or item can begin a line of its own.
import { Lexer } from 'yaml';
import { headOf, startOfRow, type CursorText } from './cursorText';
import { runStart } from './span';

/** Brackets that nobody closes enclose nothing: what stands below them goes on as a block. */
export function isBetweenBrackets(text: CursorText): boolean {
  const { rows, offset } = withoutWord(text);
  const open: number[] = [];
  let at = 0;
  let isScalar = false;
  for (const token of new Lexer().lex(rows.join('\n'))) {
    if (token === scalarMark || token === bracketsEnd || token === documentMark) {
      isScalar = token === scalarMark;
      if (token === bracketsEnd) open.length = 0;
      continue;
    }
    if (!isScalar && (token === '[' || token === '{')) open.push(at);
    if (!isScalar && (token === ']' || token === '}')) {
      const start = open.pop();
      if (start !== undefined && start < offset && offset <= at) return true;
    }
    at += token.length;
    isScalar = false;
  }
  return false;
}

/** Marks of the lexer that stand for no text: a value follows, brackets end unclosed, a document begins. */
const scalarMark = '\u001f';
const bracketsEnd = '\u0018';
const documentMark = '\u0002';

/** The text without the word at the cursor, which may be too far left to stand between brackets. */
function withoutWord(text: CursorText): {
  readonly rows: readonly string[];
  readonly offset: number;
} {
  const before = headOf(text);
  const head = before.slice(0, runStart(before, before.length, /[\w./-]/));
  const rest = (text.rows[text.row] ?? '').slice(text.column).replace(/^[\w./-]+/, '');
  const rows = text.rows.map((row, index) => (index === text.row ? head + rest : row));
  return { rows, offset: startOfRow(rows, text.row) + head.length };
}
