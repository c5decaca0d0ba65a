// A mend for one problem, as changes of the document's text. Offsets count from the start of the
// document; positions in the file exist only at the edge.
import type { Edit } from '../../document/edit';
import type { Certainty } from '../../problem';
import { childOf, type DataNode, type ScalarNode } from '../../document/node';
import { pointerSegments, type Pointer } from '../../document/pointer';

export { applyEdits, type Edit } from '../../document/edit';

export interface Fix {
  /** What it does, in the imperative. Never holds a text of a secret field. */
  readonly title: string;
  readonly edits: readonly Edit[];
  /** The one obvious mend. */
  readonly preferred?: true;
  /** Obvious enough to be made without being asked one by one. */
  readonly safe?: true;
  /** The same for the whole file, in whichever document of it the problem stands. */
  readonly isForFile?: true;
  /**
   * The problem hides what stands there from the checks. Once it is mended they may speak: what they
   * say was wrong before.
   */
  readonly reveals?: true;
  /** What it writes stood elsewhere in the document before: what is wrong with it is not its doing. */
  readonly moves?: true;
}

/** Whether the first of the mends of a problem is preferred, and made without asking. */
export function standing(certainty: Certainty = 'likely'): Pick<Fix, 'preferred' | 'safe'> {
  return {
    ...(certainty !== 'open' && { preferred: true }),
    ...(certainty === 'spelling' && { safe: true }),
  };
}

/** The line break that the document uses. */
export function lineBreakOf(text: string): string {
  return text.includes('\r\n') ? '\r\n' : '\n';
}

/** Every node on the way to `pointer`, the root first and the node itself last. */
export function pathTo(root: DataNode, pointer: Pointer): readonly DataNode[] {
  const path = [root];
  for (const segment of pointerSegments(pointer)) {
    const next = childOf(path.at(-1), segment);
    if (next === undefined) return path;
    path.push(next);
  }
  return path;
}

/** Whether the value at `pointer` stands between brackets or braces. */
export function isInFlow(root: DataNode, pointer: Pointer): boolean {
  return pathTo(root, pointer)
    .slice(0, -1)
    .some((node) => node.kind !== 'scalar' && node.flow);
}

/** The scalar at `pointer`, if its text stands right there. */
export function ownScalar(root: DataNode | undefined, pointer: Pointer): ScalarNode | undefined {
  const node = root === undefined ? undefined : pathTo(root, pointer).at(-1);
  return node?.kind === 'scalar' && node.pointer === pointer && !node.borrowed ? node : undefined;
}
