// What an editor makes of the numbers of semantic tokens.
import { tokenLegend } from '../../server/src/service';
import type { Mark } from './markedText';

/** The tokens with `type.modifier.modifier` as their label. */
export function decodeTokens(data: readonly number[]): readonly Mark[] {
  const marks: Mark[] = [];
  let line = 0;
  let character = 0;
  for (let at = 0; at < data.length; at += 5) {
    const [lines = 0, columns = 0, length = 0, type = 0, bits = 0] = data.slice(at, at + 5);
    character = lines === 0 ? character + columns : columns;
    line += lines;
    const modifiers = tokenLegend.tokenModifiers.filter((_, index) => (bits & (1 << index)) !== 0);
    const start = { line, character };
    const end = { line, character: character + length };
    marks.push({
      label: [tokenLegend.tokenTypes[type], ...modifiers].join('.'),
      range: { start, end },
    });
  }
  return marks;
}
