// How much work a text will be for a parser, estimated by one cheap pass over its characters. A parser
// that works by recursion, and one that keeps something for each token, must not see a text that has
// too much of it in the first place.

export interface TextMeasure {
  /** Lines and characters that begin, separate or end something in YAML. */
  readonly parts: number;
  /** The first place with more than `maxDepth` brackets, dashes and indentations around it. */
  readonly tooDeepAt: number | undefined;
}

/** Measures a text. It is read as if it held neither quotes nor comments, so both count too much. */
export function measureText(text: string, maxDepth: number): TextMeasure {
  const columns: number[] = [];
  let brackets = 0;
  let parts = 0;
  let tooDeepAt: number | undefined;
  let lineStart = 0;
  let isLineStart = true;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === space) continue;
    if (code === lineFeed || code === carriageReturn) {
      parts++;
      lineStart = at + 1;
      isLineStart = true;
      continue;
    }
    const isMark = isBlockMark(code) && isBlank(text.charCodeAt(at + 1));
    if (isLineStart && code !== numberSign) nest(columns, at - lineStart);
    // What follows a dash stands in a block of its own, which begins in the column of its own.
    isLineStart = isLineStart && isMark;
    brackets = Math.max(0, brackets + bracketStep(code));
    if (brackets + columns.length > maxDepth) tooDeepAt ??= at;
    if (isMark || indicators.has(code)) parts++;
  }
  return { parts, tooDeepAt };
}

/** Leaves the blocks that end in front of `column` and enters one that begins there. */
function nest(columns: number[], column: number): void {
  while ((columns.at(-1) ?? -1) > column) columns.pop();
  if ((columns.at(-1) ?? -1) < column) columns.push(column);
}

/** 1 for a bracket that opens, -1 for one that closes, 0 for anything else. */
function bracketStep(code: number): number {
  if (code === openBracket || code === openBrace) return 1;
  return code === closeBracket || code === closeBrace ? -1 : 0;
}

const space = 0x20;
const lineFeed = 0x0a;
const carriageReturn = 0x0d;
const numberSign = 0x23;
const openBracket = 0x5b;
const closeBracket = 0x5d;
const openBrace = 0x7b;
const closeBrace = 0x7d;
const indicators: ReadonlySet<number> = new Set(
  Array.from(':,[]{}&*!?|>"\'%@`', (each) => each.charCodeAt(0)),
);

function isBlockMark(code: number): boolean {
  return code === 0x2d || code === 0x3f;
}

/** White space, or the end of the text. */
function isBlank(code: number): boolean {
  return (
    code === space ||
    code === 0x09 ||
    code === lineFeed ||
    code === carriageReturn ||
    Number.isNaN(code)
  );
}
