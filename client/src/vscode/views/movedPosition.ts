// Where a position is after the text around it was edited.
import type { Position, Range } from 'vscode-languageserver-types';

/** One replacement, as the editor reports it. */
export interface TextChange {
  readonly range: Range;
  readonly text: string;
}

/**
 * Follows a position through edits, which come in the order in which they can be made one after the other.
 * Text that is inserted exactly there pushes it on; in a range that is replaced it stays, as far as the new
 * text goes.
 */
export function movedPosition(position: Position, changes: readonly TextChange[]): Position {
  return changes.reduce(afterChange, { line: position.line, character: position.character });
}

function afterChange(position: Position, { range: { start, end }, text }: TextChange): Position {
  if (isBefore(position, start)) return position;
  const lines = text.split(/\r\n|\r|\n/);
  const last = lines.at(-1) ?? '';
  const newEnd = {
    line: start.line + lines.length - 1,
    character: last.length + (lines.length === 1 ? start.character : 0),
  };
  if (isBefore(position, end)) return isBefore(position, newEnd) ? position : newEnd;
  return {
    line: position.line + newEnd.line - end.line,
    character:
      position.line === end.line
        ? position.character + newEnd.character - end.character
        : position.character,
  };
}

function isBefore(one: Position, other: Position): boolean {
  return one.line < other.line || (one.line === other.line && one.character < other.character);
}
