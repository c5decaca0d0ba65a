// Blanks and punctuation between the words of a value that can't hold them become what it can hold.
import type { Analysis } from '../../analysis';
import type { Problem } from '../../problem';
import { table } from '../../schema/table';
import { ownScalar, type Fix } from './fix';
import { replaceValue } from './replaceValue';

/** Everything of ASCII that is neither a letter nor a digit nor one of `_`, `.` and `-`. */
const separators = /[\0-,/:-@[-^`{-\x7f]+/g;

/** The value with one character between its words; letters that it can't hold are left to the user. */
export function joinWords(analysis: Analysis, problem: Problem): readonly Fix[] {
  const node = ownScalar(analysis.root, problem.pointer);
  const between = table.factsAt(problem.pointer)?.between;
  if (typeof node?.value !== 'string' || between === undefined) return [];
  const words = node.value.split(separators).filter((word) => word !== '');
  return words.length === 0 ? [] : replaceValue(analysis, problem, [words.join(between)], 'likely');
}
