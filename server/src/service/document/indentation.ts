// How a document is indented, so that what is put in looks like what is there.
import { walk, type DataNode, type MapEntry } from './node';

/** Indentation of a document, in columns. */
export interface Indentation {
  /** From a key to the keys below it. */
  readonly unit: number;
  /** From a key to the dashes of its list; 0 is as common as 2. */
  readonly dash: number;
}

/** Column of `offset` in its line, in UTF-16 units. A byte order mark takes no column. */
export function columnOf(text: string, offset: number): number {
  const lineStart = text.lastIndexOf('\n', offset - 1) + 1;
  return offset - lineStart - (lineStart === 0 && text.startsWith('\uFEFF') ? 1 : 0);
}

/** What the blocks of a document show about its indentation; nothing about what it has no block of. */
export function detectIndentation(text: string, root: DataNode | undefined): Partial<Indentation> {
  const blocks = root === undefined ? [] : [...walk(root)].flatMap(nestedBlocks);
  const step = ({ keySpan, value }: MapEntry): number =>
    Math.max(columnOf(text, value.span.start) - columnOf(text, keySpan.start), 0);
  const map = blocks.find((entry) => entry.value.kind === 'map' && step(entry) > 0);
  const list = blocks.find((entry) => entry.value.kind === 'sequence');
  return { ...(map && { unit: step(map) }), ...(list && { dash: step(list) }) };
}

/** The entries of a block map whose values are blocks as well and stand right there. */
function nestedBlocks(node: DataNode): readonly MapEntry[] {
  if (node.kind !== 'map' || node.flow || node.borrowed) return [];
  return node.entries.filter(
    ({ value, borrowed }) => !borrowed && !value.borrowed && value.kind !== 'scalar' && !value.flow,
  );
}

/** The indentation that `hints` agree on, the first one that knows wins; two columns without any. */
export function settleIndentation(hints: Iterable<Partial<Indentation>>): Indentation {
  let known: Partial<Indentation> = {};
  for (const hint of hints) {
    known = { ...hint, ...known };
    if (known.unit !== undefined && known.dash !== undefined) break;
  }
  const { unit = 2 } = known;
  return { unit, dash: known.dash ?? unit };
}
