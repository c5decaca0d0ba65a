// Reads a broken text past its mistakes: first those that show without a parser, all of them at once,
// then those that the parser stumbles over, one after the other.
import type { Document } from 'yaml';
import { applyEdits, type Edit } from './edit';
import { findInvalidRow } from './invalidRow';
import type { Mend } from './mend';
import { originalOffset } from './originalPlaces';
import { parseYaml } from './parseYaml';
import { readRows, type Row } from './row';
import { findUnfinishedRows } from './unfinishedRows';
import type { ParseBudget } from './work';

/** A text as it reads without some of its mistakes. */
export interface MendedReading {
  /** The mended text, and its tree with the places in it. */
  readonly text: string;
  readonly tree: Document.Parsed;
  readonly edits: readonly Edit[];
  readonly mistakes: readonly FoundMistake[];
}

/** A mistake that was read past. */
export interface FoundMistake {
  readonly mend: Mend;
  /** The reading in which the parser stumbled over it; nothing when it showed without a parser. */
  readonly stumbled?: MendedReading;
}

/** Mistakes that the parser may stumble over before the rest counts as unreadable. */
const maxRounds = 8;

/** How often a text is parsed at the most: as it is, without what shows without a parser, and in each round. */
export const maxReadings = 2 + maxRounds;

/**
 * Reads `text` again without its mistakes; `tree` is what the parser made of it as it is. The tree of
 * the result still has errors when they cannot be read past, or not within the budget.
 */
export function readPastMistakes(
  text: string,
  tree: Document.Parsed,
  budget: ParseBudget,
): MendedReading {
  const source = { text, rows: readRows(text) };
  let reading = withoutUnfinishedRows(source, tree, budget);
  for (let round = 0; round < maxRounds && reading.tree.errors.length > 0; round++) {
    const next = withoutError(source, reading, budget);
    if (next === undefined) break;
    reading = next;
  }
  return reading;
}

/** The text as it is written, by its look. */
interface Source {
  readonly text: string;
  readonly rows: readonly Row[];
}

function withoutUnfinishedRows(
  { text, rows }: Source,
  tree: Document.Parsed,
  budget: ParseBudget,
): MendedReading {
  const asItIs = { text, tree, edits: [], mistakes: [] };
  const mistakes = findUnfinishedRows(text, rows).map((mend) => ({ mend }));
  if (mistakes.length === 0 || !budget.take()) return asItIs;
  const mended = read(text, mistakes);
  // When the parser stumbles as before, its error comes from something else, and so may these rows.
  const [before] = tree.errors;
  const [after] = mended.tree.errors;
  const isSame =
    after !== undefined &&
    (before === undefined ||
      (before.code === after.code && before.pos[0] === firstError(text, mended)));
  return isSame ? asItIs : mended;
}

/** The reading without the row of its first error, unless that is of no use. */
function withoutError(
  source: Source,
  reading: MendedReading,
  budget: ParseBudget,
): MendedReading | undefined {
  const { tree, edits, mistakes } = reading;
  const { text } = source;
  const mend = findInvalidRow(source, tree, (offset) => originalOffset(offset, edits));
  if (mend === undefined || mistakes.some((each) => overlap(each.mend, mend)) || !budget.take())
    return undefined;
  const next = read(text, [...mistakes, { mend, stumbled: reading }]);
  // An error further up: the row is not to blame.
  return firstError(text, next) <= mend.lines.end ? undefined : next;
}

function read(text: string, mistakes: readonly FoundMistake[]): MendedReading {
  const edits = mistakes.flatMap(({ mend }) => mend.edits);
  const mended = applyEdits(text, edits);
  return { text: mended, tree: parseYaml(mended), edits, mistakes };
}

/** Where the first error is in `text`, which the reading is a mended version of. */
function firstError(text: string, { tree, edits }: MendedReading): number {
  const [error] = tree.errors;
  if (error === undefined) return Infinity;
  // The parser often stumbles behind the end of the text.
  return Math.min(originalOffset(error.pos[0], edits), text.trimEnd().length);
}

function overlap(a: Mend, b: Mend): boolean {
  return a.lines.start <= b.lines.end && b.lines.start <= a.lines.end;
}
