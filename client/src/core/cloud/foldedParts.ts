// Which lines of an indented JSON document fold.

/** Lines from 0; the last one, with the closing bracket, stays visible. */
export interface FoldedPart {
  readonly start: number;
  readonly end: number;
  /** A member of the document itself with more lines than a reader takes in at a glance. */
  readonly isLong: boolean;
}

const mostLines = 8;

/** The parts of a document that `formatJson` printed: each bracket stands at the end or start of a line. */
export function foldedParts(text: string): readonly FoldedPart[] {
  const open: number[] = [];
  const parts: FoldedPart[] = [];
  text.split('\n').forEach((line, number) => {
    if (/^\s*[\]}]/.test(line)) {
      const start = open.pop();
      if (start !== undefined && number - 1 > start) {
        const isLong = open.length === 1 && number - start > mostLines;
        parts.push({ start, end: number - 1, isLong });
      }
    }
    if (/[[{]$/.test(line)) {
      open.push(number);
    }
  });
  return parts;
}
