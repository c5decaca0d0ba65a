// Puts the keys of each block into the order of the table. The comments directly above a key and behind
// it go with it; blank lines stay where they are. Every character is kept, only its place changes.
import type { Analysis } from '../analysis';
import { applyEdits, type Edit } from '../document/edit';
import { entrySpan, type DataNode, type MapEntry, type MapNode } from '../document/node';
import { parseSegment } from '../document/parse';
import { projectDocument } from '../document/project';
import { contentEnd, lineAround, type Span } from '../document/span';
import type { WorkBudget } from '../document/work';
import type { FieldFacts } from '../schema/facts';
import { table } from '../schema/table';

/** How many blocks are tried one by one when moving all of them would change what the document says. */
const maxTrials = 20;

/**
 * The edits that organize one document, one for each block; none for a document with a syntax error, or when
 * `budget`, which all documents of a file share, is used up.
 */
export function organizeKeys(
  { root, text, isReadable, work }: Analysis,
  budget: WorkBudget,
): readonly Edit[] {
  if (root === undefined || !isReadable) return [];
  const keeps = (edits: readonly Edit[]): boolean =>
    edits.length === 0 || (budget.take(work) && keepsData(root, text, edits));
  const blocks = [...blocksIn(root, table.root)].filter((block) => isOutOfOrder(block, text));
  const all = editsFor(blocks, text);
  if (keeps(all)) return all;
  if (blocks.length > maxTrials) return [];
  const edits = editsFor(
    blocks.filter((block) => keeps(editsFor([block], text))),
    text,
  );
  return keeps(edits) ? edits : [];
}

/** A block of keys that the table knows, with what stands in it in its present and its wanted order. */
interface Block {
  readonly node: MapNode;
  readonly present: readonly MapEntry[];
  readonly wanted: readonly MapEntry[];
}

/** The blocks of a document, inner ones first. Between braces, keys keep the order they have. */
function* blocksIn(node: DataNode, facts: FieldFacts | undefined): Generator<Block> {
  if (node.borrowed || facts === undefined || node.kind === 'scalar' || node.flow) return;
  if (node.kind === 'sequence') {
    for (const item of node.items) yield* blocksIn(item, facts.items);
    return;
  }
  for (const { key, value } of node.entries) yield* blocksIn(value, facts.properties.get(key));
  const present = node.entries.filter(({ borrowed }) => !borrowed);
  const names = [...facts.properties.keys()];
  const wanted = [...present].sort((a, b) => rank(a.key, names) - rank(b.key, names));
  yield { node, present, wanted };
}

/** Shared values for anchors come first, known keys in the order of the table, all others behind them. */
function rank(key: string, names: readonly string[]): number {
  const index = names.indexOf(key);
  if (index >= 0) return index;
  return table.isForSharedValues(key) ? -1 : names.length;
}

/** Whether keys of the block have to move, and nothing stands between them that could not stay. */
function isOutOfOrder({ present, wanted }: Block, text: string): boolean {
  if (wanted.every((entry, index) => entry === present[index])) return false;
  const parts = present.map((entry, index) => partOf(entry, text, index === 0));
  return parts.every(({ start }, index) => {
    const previous = parts[index - 1];
    if (previous === undefined) return true;
    const gap = text.slice(previous.end, start);
    return /^[ \t]*\r?\n(?:[ \t]*(?:#.*)?\r?\n)*[ ]*$/.test(gap);
  });
}

/** The edits that reorder `blocks`, inner ones first; a block in one that moves is part of its edit. */
function editsFor(blocks: readonly Block[], text: string): readonly Edit[] {
  return blocks.reduce<readonly Edit[]>((edits, { present, wanted }) => {
    const parts = new Map(
      present.map((entry, index) => [entry, partOf(entry, text, index === 0)] as const),
    );
    const places = [...parts.values()];
    const span = { start: places[0]?.start ?? 0, end: places.at(-1)?.end ?? 0 };
    const isInside = (edit: Edit): boolean =>
      span.start <= edit.span.start && edit.span.end <= span.end;
    const inner = edits.filter(isInside);
    const moved = wanted.map((entry, index) => {
      const gapEnd = places[index + 1]?.start ?? span.end;
      return cut(text, parts.get(entry) ?? span, inner) + text.slice(places[index]?.end, gapEnd);
    });
    return [...edits.filter((edit) => !isInside(edit)), { span, text: moved.join('') }];
  }, []);
}

/** The text of `part` with the edits made that lie in it. */
function cut(text: string, part: Span, edits: readonly Edit[]): string {
  const own = edits.filter(({ span }) => part.start <= span.start && span.end <= part.end);
  const shifted = own.map(({ span, text: inserted }) => ({
    span: { start: span.start - part.start, end: span.end - part.start },
    text: inserted,
  }));
  return applyEdits(text.slice(part.start, part.end), shifted);
}

/**
 * What moves with a key: from the first comment directly above it, in its column, to the comments below
 * its value that are indented further. Above the first key behind a dash nothing is its own.
 */
function partOf(entry: MapEntry, text: string, isFirst: boolean): Span {
  const { keySpan } = entry;
  const line = lineAround(text, keySpan.start).start;
  const indentation = text.slice(line, keySpan.start);
  const isOwnLine = /^ *$/.test(indentation);
  const { end } = lineAround(text, contentEnd(text, entrySpan(entry)));
  const start = isOwnLine || !isFirst ? startOfComments(text, line, indentation) : keySpan.start;
  return {
    start: start === line ? keySpan.start : start,
    end: endOfComments(text, end, indentation),
  };
}

/** Start of the first of the comment lines directly above `line`, behind their indentation. */
function startOfComments(text: string, line: number, indentation: string): number {
  let start = line;
  for (let at = line; at > 0;) {
    const above = lineAround(text, at - 1);
    if (!text.startsWith(`${indentation}#`, above.start)) break;
    start = above.start + indentation.length;
    at = above.start;
  }
  return start;
}

function endOfComments(text: string, end: number, indentation: string): number {
  let last = end;
  for (;;) {
    const next = last + (text.startsWith('\r\n', last) ? 2 : 1);
    const { start, end: lineEnd } = lineAround(text, next);
    const lead = /^ *(?=#)/.exec(text.slice(start, lineEnd))?.[0];
    if (next >= text.length || lead === undefined || lead.length <= indentation.length) return last;
    last = lineEnd;
  }
}

/** Whether the text with the edits made says the same, whatever the order of its keys. */
function keepsData(root: DataNode, text: string, edits: readonly Edit[]): boolean {
  const after = applyEdits(text, edits);
  const { tree, problems } = parseSegment(after);
  if (tree === undefined || problems.length > 0) return false;
  const projection = projectDocument(tree, after).root;
  return projection !== undefined && isSame(root, projection);
}

function isSame(a: DataNode, b: DataNode): boolean {
  if (a.tag !== b.tag || a.borrowed !== b.borrowed) return false;
  if (a.kind === 'scalar')
    return b.kind === 'scalar' && a.style === b.style && Object.is(a.value, b.value);
  if (a.kind === 'sequence')
    return (
      b.kind === 'sequence' &&
      a.items.length === b.items.length &&
      a.items.every((item, index) => isSame(item, b.items[index] ?? item))
    );
  if (b.kind !== 'map' || a.entries.length !== b.entries.length) return false;
  const others = new Map(b.entries.map(({ key, value }) => [key, value]));
  return a.entries.every(({ key, value }) => {
    const other = others.get(key);
    return other !== undefined && isSame(value, other);
  });
}
