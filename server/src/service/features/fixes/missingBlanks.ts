// The blank that YAML wants behind a dash and behind the colon of a key.
import type { Analysis } from '../../analysis';
import { lineAround, type Span } from '../../document/span';
import type { Problem } from '../../problem';
import { table } from '../../schema/table';
import { ownScalar, type Edit, type Fix } from './fix';

/** A blank behind the colon of each key of the table that stands in the text which YAML reads instead. */
export function putBlanksBehindColons(
  { root, text }: Analysis,
  { pointer, span }: Problem,
): readonly Fix[] {
  const { start, end } = ownScalar(root, pointer)?.span ?? span;
  const keys = text.slice(start, end).matchAll(/^[ \t]*(?:-[ \t]+)*([\w-]+):(?=\S)/gm);
  const edits = [...keys]
    .filter(([, key]) => table.allFields().some((facts) => facts.key === key))
    .map(({ index, 0: { length } }) => blankAt(start + index + length));
  return edits.length === 0
    ? []
    : [{ title: 'Put a blank behind the colon', edits, preferred: true, reveals: true }];
}

/** A blank behind the dash of each line of a value below its key; nothing when a line has none. */
export function blanksBehindDashes(text: string, { start, end }: Span): readonly Edit[] {
  const isBelow = text.slice(lineAround(text, start).start, start).trim() === '';
  const value = text.slice(start, end);
  if (!isBelow || !/^-[^\s-].*(?:\r?\n[ \t]*-[^\s-].*)*$/.test(value)) return [];
  return [...value.matchAll(/(?:^|\n[ \t]*)-/g)].map(({ index, 0: { length } }) =>
    blankAt(start + index + length),
  );
}

function blankAt(at: number): Edit {
  return { span: { start: at, end: at }, text: ' ' };
}
