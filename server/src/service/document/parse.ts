// Text of one YAML document to a YAML tree. Never throws: what is wrong comes back as problems, and
// the tree holds whatever could be understood.
import { parseDocument, type Document, type YAMLError } from 'yaml';
import type { Problem } from '../problem';
import { findConflictMarker } from './conflictMarkers';
import { exceededLimit, ParseBudget } from './limits';
import { lineAround } from './span';
import { findStrayCharacter } from './strayCharacter';
import { describeSyntaxError } from './syntaxErrors';
import { blankUnfinishedLine } from './unfinishedLine';

/** The YAML tree of one document with the problems of its syntax. */
export interface ParsedDocument {
  /** Nothing when the text is beyond the limits or in conflict: then the one problem says so. */
  readonly tree?: Document.Parsed;
  readonly problems: readonly Problem[];
  /** Offset behind which the tree cannot be trusted; infinite without a syntax error. */
  readonly reliableUntil: number;
}

/** How many unfinished lines are stepped over before the rest counts as a syntax error. */
const maxUnfinishedLines = 8;

/** Parses the text of one document (see `splitSegments`). */
export function parseSegment(text: string): ParsedDocument {
  const obstacle = exceededLimit(text) ?? findConflictMarker(text) ?? findStrayCharacter(text);
  if (obstacle !== undefined) return { problems: [obstacle], reliableUntil: 0 };
  const budget = new ParseBudget(text);
  budget.take();
  const problems: Problem[] = [];
  let current = text;
  for (let attempt = 0; ; attempt++) {
    const tree = parseYaml(current);
    const error = tree.errors[0];
    if (error === undefined) return { tree, problems, reliableUntil: Infinity };
    const blanked = attempt < maxUnfinishedLines ? blankUnfinishedLine(current, error) : undefined;
    if (blanked === undefined || !budget.take()) {
      const problem = describeSyntaxError(text, error, tree);
      // What stands on the line of the mistake is a part of it.
      const reliableUntil = lineAround(text, problem.span.start).start;
      return { tree, problems: [...problems, problem], reliableUntil };
    }
    problems.push(blanked.problem);
    current = blanked.text;
  }
}

/** The YAML tree of `text`; all errors are in its `errors`. */
export function parseYaml(text: string): Document.Parsed {
  return parseDocument(text, {
    version: '1.2',
    schema: 'core',
    merge: true,
    intAsBigInt: false,
    prettyErrors: false,
    uniqueKeys: false,
    logLevel: 'silent',
  });
}

export type { YAMLError };
