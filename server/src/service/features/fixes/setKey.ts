// Gives a key beside that of the problem the value that it needs.
import type { Analysis } from '../../analysis';
import { entryOf } from '../../document/node';
import { childPointer, parentPointer } from '../../document/pointer';
import type { Problem, SiblingValue } from '../../problem';
import { pathTo, type Fix } from './fix';
import { insertBehind } from './insertKey';
import { replaceValue } from './replaceValue';

/** Changes the key or puts it behind that of the problem; it is one of two mends, never the only one. */
export function setKey(
  analysis: Analysis,
  problem: Problem,
  { key, value }: SiblingValue,
): readonly Fix[] {
  const { root } = analysis;
  const block = parentPointer(problem.pointer);
  const parent = root === undefined ? undefined : pathTo(root, block).at(-1);
  if (entryOf(parent, key) === undefined) {
    const edits = insertBehind(analysis, problem.pointer, key, value);
    return edits.length === 0 ? [] : [{ title: `Add \`${key}: ${value}\``, edits }];
  }
  const place = { ...problem, pointer: childPointer(block, key) };
  const title = `Change \`${key}\` to \`${value}\``;
  return replaceValue(analysis, place, [value], 'open').map((fix) => ({ ...fix, title }));
}
