// Text of one YAML document to a YAML tree. Never throws: what is wrong comes back as problems, and
// the tree holds whatever could be understood.
import type { Document } from 'yaml';
import type { Problem } from '../problem';
import { findConflictMarker } from './conflictMarkers';
import { exceededLimit, maxNodes } from './limits';
import { describeFirstError, describeMistake } from './mistakeProblem';
import { restorePlaces } from './originalPlaces';
import { parseYaml } from './parseYaml';
import { maxReadings, readPastMistakes } from './readPastMistakes';
import { lineAround, type Span } from './span';
import { findStrayCharacter } from './strayCharacter';
import { mayMergeItems } from './mergedItems';
import { lengthWork, maxParses, ParseBudget, readingWork } from './work';

/** The YAML tree of one document with the problems of its syntax. */
export interface ParsedDocument {
  /** Nothing when the text is beyond the limits or in conflict: then the one problem says so. */
  readonly tree?: Document.Parsed;
  readonly problems: readonly Problem[];
  /** Lines whose mistakes were read past: what the tree holds of them is a guess. */
  readonly mended: readonly Span[];
  /** Offset behind which the tree cannot be trusted; infinite unless a mistake could not be read past. */
  readonly reliableUntil: number;
  /** What it cost (see `readingWork`). */
  readonly work: number;
}

/** How many mistakes are told; the others show up when these are mended. */
const maxTold = 8;

/** Parses the text of one document (see `splitSegments`). */
export function parseSegment(text: string): ParsedDocument {
  const obstacle = exceededLimit(text) ?? findConflictMarker(text) ?? findStrayCharacter(text);
  if (obstacle !== undefined)
    return { problems: [obstacle], mended: [], reliableUntil: 0, work: lengthWork(text.length) };
  const budget = new ParseBudget(text);
  budget.take();
  const asItIs = parseYaml(text);
  if (asItIs.errors.length === 0 && !mayMergeItems(text))
    return { tree: asItIs, problems: [], mended: [], reliableUntil: Infinity, work: budget.spent };
  const reading = readPastMistakes(text, asItIs, budget);
  const { tree, mistakes } = reading;
  const mended = mistakes.map(({ mend }) => mend.lines);
  const told = mistakes.filter(({ mend }) => mend.mistake !== 'continued').slice(0, maxTold);
  const problems = told.map((each) => describeMistake(text, each));
  const rest = tree.errors.length > 0 ? describeFirstError(reading) : undefined;
  restorePlaces(tree, reading.edits);
  const count = problems.length + (rest === undefined ? 0 : 1);
  const work = budget.spent + workOfTelling(budget.workOfOne, count);
  if (rest === undefined) return { tree, problems, mended, reliableUntil: Infinity, work };
  // What stands on the line of the mistake is a part of it.
  const reliableUntil = lineAround(text, rest.span.start).start;
  return { tree, problems: [...problems, rest], mended, reliableUntil, work };
}

/** The most that parsing a text and projecting its tree can cost, without doing either. */
export function mostWorkOf(text: string): { readonly parsing: number; readonly values: number } {
  const once = readingWork(text);
  return {
    parsing: once * Math.min(maxParses(once), maxReadings) + workOfTelling(once, maxTold + 1),
    // Every value is behind a part of its own, unless an alias brings it.
    values: text.includes('*') ? maxNodes : Math.min(2 * once + 2, maxNodes),
  };
}

/** Work of putting mistakes into words: their lines are parsed again, alone and then the value by itself. */
function workOfTelling(workOfText: number, count: number): number {
  return count === 0 ? 0 : 2 * workOfText + 15 * count;
}
