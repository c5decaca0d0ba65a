// One problem for one cause: what is only said because another mistake hides something, or because it
// was put at the wrong place, is not said.
import { nodeAtPointer, type DataNode } from './document/node';
import { childPointer, lastSegment, type Pointer } from './document/pointer';
import { touches, type Span } from './document/span';
import type { Problem, ProblemData } from './problem';
import { rules } from './rules';

/** What is not certain about the data of a document. */
export interface Doubts {
  /** Behind this offset the data is a guess. */
  readonly reliableUntil: number;
  /** Lines whose mistakes were read past: the data on them is a guess. */
  readonly mended: readonly Span[];
  /** Nothing was stepped over, and no key stands in an anchor that is not there. */
  readonly isWhole: boolean;
}

/** Those of `problems` that are mistakes of their own. */
export function withoutConsequences(
  problems: readonly Problem[],
  root: DataNode,
  doubts: Doubts,
): readonly Problem[] {
  const misplaced = problems.flatMap(({ pointer, data }) =>
    data?.kind === 'move-key' ? [{ pointer, data }] : [],
  );
  return problems.filter((problem) => {
    const node = nodeAtPointer(root, problem.pointer);
    const isMissing = isAboutMissing(problem, node);
    if (isGuess(problem, doubts)) return false;
    if (isMissing && (!doubts.isWhole || isExplained(problem, misplaced))) return false;
    return !reaches(node, doubts.reliableUntil);
  });
}

/** Whether it rests on what may not be what the text was meant to say. */
export function isGuess(
  { span, related = [], data }: Problem,
  { reliableUntil, mended }: Pick<Doubts, 'reliableUntil' | 'mended'>,
): boolean {
  if (span.start >= reliableUntil) return true;
  const places = data?.kind === 'duplicate-key' ? [{ span }, ...related] : [{ span }];
  return places.some((place) => mended.some((lines) => touches(lines, place.span.start)));
}

const rulesAboutMissing = new Set(
  rules.filter(({ aboutMissing }) => aboutMissing === true).map(({ id }) => id),
);

/** Whether it says that something is not there, which may stand where the text could not be read. */
function isAboutMissing({ code, data }: Problem, node: DataNode | undefined): boolean {
  if (node?.kind === 'scalar' && node.style === 'empty' && node.tag === undefined) return true;
  return data?.kind === 'missing-keys' || rulesAboutMissing.has(code);
}

/** A key that belongs somewhere else. */
interface Misplaced {
  readonly pointer: Pointer;
  readonly data: Extract<ProblemData, { readonly kind: 'move-key' }>;
}

/** Whether what is missing stands somewhere else: the key itself, or what a block would hold. */
function isExplained({ pointer, data }: Problem, misplaced: readonly Misplaced[]): boolean {
  const keys = data?.kind === 'missing-keys' ? data.keys : undefined;
  return misplaced.some(({ pointer: at, data: { homes } }) => {
    if (keys === undefined) return homes.includes(pointer);
    return keys.some(
      (key) =>
        homes.includes(childPointer(pointer, key)) ||
        (homes.includes(pointer) && lastSegment(at) === key),
    );
  });
}

/** Whether a block or list holds the syntax error: then even its kind may be the parser's guess. */
function reaches(node: DataNode | undefined, reliableUntil: number): boolean {
  return node !== undefined && node.kind !== 'scalar' && node.span.end > reliableUntil;
}
