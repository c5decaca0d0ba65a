// The name that was meant in the place of one that the table does not know.
import type { Analysis } from '../../analysis';
import { entryOf } from '../../document/node';
import { lastSegment, parentPointer } from '../../document/pointer';
import { quoteScalar } from '../../document/quoteScalar';
import type { Certainty, Problem } from '../../problem';
import { isInFlow, pathTo, standing, type Fix } from './fix';

/** One fix for each name that is still free, the likeliest first. */
export function renameKey(
  { root, text }: Analysis,
  { pointer, span }: Problem,
  names: readonly string[],
  certainty: Certainty,
): readonly Fix[] {
  const parent = root === undefined ? undefined : pathTo(root, parentPointer(pointer)).at(-1);
  const entry = entryOf(parent, lastSegment(pointer));
  // A key that comes through an alias stands somewhere else.
  if (root === undefined || entry?.borrowed === true) return [];
  const quote = text[span.start];
  const style = quote === '"' ? 'double' : quote === "'" ? 'single' : 'plain';
  const place = isInFlow(root, pointer) ? 'flow' : 'block';
  const free = names.filter((name) => entryOf(parent, name) === undefined);
  return free.map((name, index) => ({
    title: `Change to \`${name}\``,
    edits: [{ span, text: quoteScalar(name, place, style) }],
    reveals: true,
    // Where the best guess is taken, nobody can be sure of the others.
    ...(index === 0 && name === names[0] && standing(certainty)),
  }));
}
