// Texts in which marks show what a feature has found: `⟦label⟧` in front of a piece of text, `⟫` behind
// it when there is one. Without its marks the text is the input, so one text is the whole case.
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { Position, Range } from 'vscode-languageserver-types';

/** Something found in a text: at one place, or from one to another. */
export interface Mark {
  readonly label: string;
  readonly range: Range;
}

/** The text that a marked text is about. */
export function withoutMarks(marked: string): string {
  return marked.replace(/⟦[^⟧]*⟧|⟫/g, '');
}

/** `text` with the marks in it; a range that is not empty ends with `⟫`. */
export function withMarks(text: string, marks: readonly Mark[]): string {
  const document = TextDocument.create('', '', 0, text);
  return TextDocument.applyEdits(
    document,
    marks.flatMap(({ label, range: { start, end } }) => [
      { range: at(start), newText: `⟦${label}⟧` },
      ...(document.offsetAt(end) > document.offsetAt(start)
        ? [{ range: at(end), newText: '⟫' }]
        : []),
    ]),
  );
}

function at(position: Position): Range {
  return { start: position, end: position };
}
