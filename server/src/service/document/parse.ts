// Text of one YAML document to a YAML tree. Never throws: what is wrong comes back as problems, and
// the tree holds whatever could be understood.
import type { Document } from 'yaml';
import type { Problem } from '../problem';
import { findConflictMarker } from './conflictMarkers';
import { exceededLimit, ParseBudget } from './limits';
import { parseYaml } from './parseYaml';
import { lineAround, touches, type Span } from './span';
import { findStrayMark } from './strayMark';
import { describeSyntaxError } from './syntaxErrors';
import { completeKeys, findUnfinishedWord, stepOver, unfinishedLine } from './unfinishedLine';

/** The YAML tree of one document with the problems of its syntax. */
export interface ParsedDocument {
  /** Nothing when the text is beyond the limits or in conflict: then the one problem says so. */
  readonly tree?: Document.Parsed;
  readonly problems: readonly Problem[];
  /** Offset behind which the tree cannot be trusted; infinite without a syntax error. */
  readonly reliableUntil: number;
}

/** How many unfinished lines are stepped over before the rest counts as a syntax error. */
const maxUnfinished = 8;

/** Parses the text of one document (see `splitSegments`). */
export function parseSegment(text: string): ParsedDocument {
  const obstacle = exceededLimit(text) ?? findConflictMarker(text) ?? findStrayMark(text);
  if (obstacle !== undefined) return { problems: [obstacle], reliableUntil: 0 };
  const budget = new ParseBudget(text);
  budget.take();
  const words: Span[] = [];
  let current = text;
  for (;;) {
    const tree = parseYaml(current);
    const error = tree.errors[0];
    const word =
      error && words.length < maxUnfinished ? findUnfinishedWord(current, error) : undefined;
    if (word !== undefined && budget.take()) {
      words.push(word);
      current = stepOver(current, word);
      continue;
    }
    completeKeys(tree, text, words);
    const problems = words.map(unfinishedLine);
    if (error === undefined) return { tree, problems, reliableUntil: Infinity };
    const problem = describeSyntaxError(current, error, tree);
    // What stands on the line of the mistake is a part of it.
    const line = lineAround(text, problem.span.start);
    const isKnown = words.some(({ start }) => touches(line, start));
    return {
      tree,
      problems: isKnown ? problems : [...problems, problem],
      reliableUntil: line.start,
    };
  }
}
