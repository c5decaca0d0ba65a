// From what documents have in common to problems: one for each place, however many others it names.
import { rangeInFile } from '../features/diagnostics';
import type { ProblemsElsewhere } from '../features/policy';
import type { PlaceElsewhere, Problem } from '../problem';
import { overlapMessages, overlapRule, type Overlap } from '../rules/files/overlap';
import type { Snapshot } from '../snapshot';

/**
 * The problems of a file's documents, by index. `snapshotOf` gives the other files; a place in one
 * that it does not know is left out.
 */
export function overlapProblems(
  overlaps: ReadonlyMap<number, readonly Overlap[]>,
  snapshotOf: (uri: string) => Snapshot | undefined,
): ProblemsElsewhere {
  const problems = new Map<number, readonly Problem[]>();
  for (const [index, found] of overlaps) {
    const byPlace = new Map<string, Overlap[]>();
    for (const each of found)
      byPlace.set(each.pointer, [...(byPlace.get(each.pointer) ?? []), each]);
    problems.set(
      index,
      [...byPlace.values()].flatMap((group) => toProblem(group, snapshotOf)),
    );
  }
  return problems;
}

function toProblem(
  group: readonly Overlap[],
  snapshotOf: (uri: string) => Snapshot | undefined,
): readonly Problem[] {
  const [first] = group;
  if (first === undefined) return [];
  const { kind, span, pointer } = first;
  const messages = overlapMessages[kind];
  const elsewhere = [...group].sort(byOther).flatMap(({ other, otherSpan }): PlaceElsewhere[] => {
    const document = snapshotOf(other.uri)?.documents[other.index];
    if (document === undefined) return [];
    const range = rangeInFile(document, otherSpan);
    return [{ uri: other.uri, range, message: messages.there }];
  });
  const { id, severity } = overlapRule;
  return [{ code: id, severity, pointer, span, message: messages.here, elsewhere }];
}

/** The same order whichever document came first. */
function byOther({ other: a }: Overlap, { other: b }: Overlap): number {
  if (a.uri !== b.uri) return a.uri < b.uri ? -1 : 1;
  return a.index - b.index;
}
