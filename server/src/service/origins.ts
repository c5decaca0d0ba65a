// Where the texts stand that come through an alias or a merge: a problem with one of them is marked at
// the alias, where it matters, and the text that is wrong stands somewhere else.
import { entryAtPointer, nodeAtPointer, type DataNode } from './document/node';
import type { Pointer } from './document/pointer';
import { firstLine, type Span } from './document/span';
import type { Problem } from './problem';

/** The problems, each with the place of the text that it is about when that is not where it is marked. */
export function withOrigins(
  problems: readonly Problem[],
  root: DataNode,
  text: string,
): readonly Problem[] {
  return problems.map((problem) => {
    const origin = originOf(root, problem.pointer);
    if (origin === undefined) return problem;
    const place = { span: firstLine(text, origin), message: 'It is written here.' };
    return { ...problem, related: [place, ...(problem.related ?? [])] };
  });
}

function originOf(root: DataNode, pointer: Pointer): Span | undefined {
  return entryAtPointer(root, pointer)?.origin ?? nodeAtPointer(root, pointer)?.origin;
}
