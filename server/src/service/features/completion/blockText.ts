// The text of a key with room for its value, indented like the document around it.
import type { Indentation } from '../../document/indentation';
import type { FieldFacts } from '../../schema/facts';
import { cursorStop, type InsertText } from './insertText';

/** How text is laid out at one place. */
export interface Layout {
  readonly flow: boolean;
  /** Column of the keys, of the one that is put in and of its neighbours. */
  readonly column: number;
  readonly indentation: Indentation;
  readonly lineBreak: string;
}

/** `key: |`, or the key and the beginning of the block, list, braces or brackets that it holds. */
export function keyText(facts: FieldFacts, layout: Layout): InsertText {
  switch (facts.type) {
    case 'object':
      return layout.flow
        ? [`${facts.key}: { `, cursorStop, ' }']
        : [`${facts.key}:${newLine(layout, layout.indentation.unit)}`, cursorStop];
    case 'array':
      return layout.flow
        ? [`${facts.key}: [`, cursorStop, ']']
        : [`${facts.key}:${newLine(layout, layout.indentation.dash)}- `, cursorStop];
    default:
      return [`${facts.key}: `, cursorStop];
  }
}

/** A line break and the blanks up to `indent` columns behind the key. */
export function newLine({ column, lineBreak }: Layout, indent: number): string {
  return lineBreak + ' '.repeat(column + indent);
}
