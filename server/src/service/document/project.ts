// The one projection of a YAML tree (never `toJS()`): nodes with their places, within bounds, with
// aliases and merges resolved. Tells what YAML itself does not allow: duplicate keys, aliases without
// an anchor.
import {
  isAlias,
  isCollection,
  isMap,
  isPair,
  isScalar,
  isSeq,
  type Alias,
  type Document,
  type Node,
  type Pair,
  type YAMLMap,
} from 'yaml';
import type { Problem, ProblemData } from '../problem';
import { blockSpan } from './blockSpan';
import { depthMessage, limitProblem, maxDepth, maxNodes } from './limits';
import type { DataNode, MapEntry } from './node';
import { childPointer, type Pointer } from './pointer';
import { emptyScalar, readScalar } from './readScalar';
import { firstLine, type Span } from './span';
import { lengthWork } from './work';
import { isMergeKey, keyName, ownTag, spanOf } from './yamlNode';

/** A document as nodes, and what the projection found on its way. */
export interface Projection {
  /** Nothing when the document is empty or beyond the limits. */
  readonly root?: DataNode;
  readonly problems: readonly Problem[];
  /** False when a merge brings keys that nobody can know. */
  readonly isWhole: boolean;
  /** Its values, as far as they were projected: what the limit counts (see `maxNodes`). */
  readonly work: number;
}

/** Projects a parsed document. `text` is the text that was parsed. */
export function projectDocument(tree: Document.Parsed, text: string): Projection {
  if (tree.contents === null) return { problems: [], isWhole: true, work: 0 };
  const projector = new Projector(text);
  try {
    const root = projector.node(tree.contents, '', undefined, 0);
    const { problems, isWhole, work } = projector;
    return isNothing(root) ? { problems, isWhole, work } : { root, problems, isWhole, work };
  } catch (error) {
    if (!(error instanceof LimitExceeded)) throw error;
    const problems = [limitProblem(text, error.message, error.offset)];
    return { problems, isWhole: false, work: Math.min(projector.work, maxNodes) };
  }
}

/** Thrown and caught in this file only: the quickest way out of a recursion that grew too large. */
class LimitExceeded extends Error {
  /** `offset`: where it was noticed; nothing when no place is to blame. */
  constructor(
    message: string,
    readonly offset?: number,
  ) {
    super(message);
  }
}

/** The anchored values that an alias is being resolved in, innermost first: finds cycles. */
interface Borrowing {
  readonly span: Span;
  readonly target: Node;
  readonly outer: Borrowing | undefined;
}

/** One of several pairs that may have the same key. */
interface Occurrence {
  readonly keySpan: Span;
  readonly value: Node | null;
}

/** Two pairs with the same key, and whether they say the same. */
interface Duplicate {
  readonly first: Occurrence;
  readonly later: Occurrence;
  readonly isSame: boolean;
}

/** How many duplicate keys of one block are reported; the others show up when these are mended. */
const maxRepeated = 8;

class Projector {
  readonly problems: Problem[] = [];
  isWhole = true;
  work = 0;
  readonly #text: string;
  readonly #anchors = new Map<string, Node>();

  constructor(text: string) {
    this.#text = text;
  }

  node(
    node: Node | null,
    pointer: Pointer,
    from: Borrowing | undefined,
    depth: number,
    at?: Span,
  ): DataNode {
    this.#take(1);
    if (depth > maxDepth) throw new LimitExceeded(depthMessage);
    if (node === null)
      return emptyScalar(pointer, from?.span ?? at ?? { start: 0, end: 0 }, from !== undefined);
    if (isAlias(node)) return this.#alias(node, pointer, from, depth);
    if (node.anchor !== undefined) this.#anchors.set(node.anchor, node);
    // Written out rather than spread: this runs for every value of a document at every keystroke.
    const written = isScalar(node) ? spanOf(node) : blockSpan(node, this.#text);
    const span = from?.span ?? written;
    const borrowed = from !== undefined;
    const origin = borrowed ? written : undefined;
    const tag = ownTag(node);
    if (isScalar(node)) {
      this.#take(lengthWork(written.end - written.start));
      return readScalar(node, this.#text, { pointer, span, tag, borrowed, origin, written });
    }
    const flow = node.flow === true;
    if (isMap(node)) {
      const entries = this.#entries(node, pointer, from, depth);
      return { kind: 'map', pointer, span, tag, borrowed, origin, flow, entries };
    }
    const items = node.items.map((item, index) =>
      this.node(itemNode(item), childPointer(pointer, index), from, depth + 1, span),
    );
    return { kind: 'sequence', pointer, span, tag, borrowed, origin, flow, items };
  }

  #take(work: number): void {
    this.work += work;
    if (this.work > maxNodes)
      throw new LimitExceeded(
        'This document has too many values once its aliases are resolved. Remove aliases.',
      );
  }

  #alias(alias: Alias, pointer: Pointer, from: Borrowing | undefined, depth: number): DataNode {
    const span = from?.span ?? spanOf(alias);
    const target = this.#anchors.get(alias.source);
    for (let outer = from; outer !== undefined; outer = outer.outer) {
      if (outer.target === target)
        throw new LimitExceeded('An alias refers to itself. Remove it.', spanOf(alias).start);
    }
    if (target === undefined) {
      this.#report(
        'yaml/unresolved-alias',
        pointer,
        span,
        'No anchor with this name stands above. Define it with `&`, or put the text in quotes if it is not an alias.',
        // Inside what another alias brings in, its text stands somewhere else.
        from === undefined ? { kind: 'unresolved-alias' } : undefined,
      );
      const source = `*${alias.source}`;
      return { ...emptyScalar(pointer, span, true), tag: unresolvedTag, source };
    }
    return this.node(target, pointer, { span, target, outer: from }, depth + 1);
  }

  #entries(
    map: YAMLMap,
    pointer: Pointer,
    from: Borrowing | undefined,
    depth: number,
  ): readonly MapEntry[] {
    const own: MapEntry[] = [];
    const seen = new Map<string, Occurrence>();
    const merged: MapEntry[] = [];
    const contested = new Set<string>();
    let repeated = 0;
    for (const pair of map.items as Pair<Node | null, Node | null>[]) {
      const { key } = pair;
      if (isMergeKey(key)) {
        merged.push(...this.#merge(pair, pointer, from, depth));
        continue;
      }
      const written = key === null ? spanOf(map) : spanOf(key);
      const keySpan = from?.span ?? written;
      // Between braces it is mostly a template, of which the check of the value speaks.
      if (isCollection(key) && map.flow !== true) {
        this.#report('yaml/syntax', pointer, keySpan, collectionMessage);
        continue;
      }
      const name = keyName(key);
      this.#take(lengthWork(name.length));
      const first = seen.get(name);
      if (first !== undefined) {
        const later = { keySpan, value: pair.value };
        const isSame = this.#textBehind(first) === this.#textBehind(later);
        if (!isSame) contested.add(name);
        if (++repeated <= maxRepeated)
          this.#reportDuplicate(childPointer(pointer, name), { first, later, isSame });
        continue;
      }
      seen.set(name, { keySpan, value: pair.value });
      const after = { start: keySpan.end, end: keySpan.end };
      const value = this.node(pair.value, childPointer(pointer, name), from, depth + 1, after);
      const borrowed = from !== undefined;
      own.push({ key: name, keySpan, value, borrowed, origin: borrowed ? written : undefined });
    }
    const known = markContested(own, contested);
    if (merged.length === 0) return known;
    const entries = new Map(known.map((entry) => [entry.key, entry]));
    for (const entry of merged) if (!entries.has(entry.key)) entries.set(entry.key, entry);
    return [...entries.values()];
  }

  /** The entries that `<<` brings in: from one alias or a list of them, the first one wins. */
  #merge(
    pair: Pair<Node | null, Node | null>,
    pointer: Pointer,
    from: Borrowing | undefined,
    depth: number,
  ): readonly MapEntry[] {
    const sources = isSeq(pair.value) ? (pair.value.items as Node[]) : [pair.value];
    return sources.flatMap((source) => {
      const written = spanOf(source);
      const span = from?.span ?? (written.start === written.end ? spanOf(pair.key) : written);
      const resolved = this.node(source, pointer, from, depth + 1, span);
      if (resolved.kind === 'map')
        return resolved.entries.map((entry) => ({
          ...entry,
          keySpan: span,
          borrowed: true,
          origin: entry.origin ?? entry.keySpan,
        }));
      this.isWhole = false;
      if (resolved.tag !== unresolvedTag)
        this.#report('yaml/syntax', pointer, span, 'Only a block of keys can be merged here.');
      return [];
    });
  }

  #reportDuplicate(pointer: Pointer, { first, later, isSame }: Duplicate): void {
    const { start, end } = later.keySpan;
    this.problems.push({
      code: 'yaml/duplicate-key',
      severity: 'error',
      pointer,
      span: firstLine(this.#text, later.keySpan),
      message: 'This key stands here twice. Remove one of them.',
      related: [{ span: first.keySpan, message: 'It stands here first.' }],
      data: {
        kind: 'duplicate-key',
        later: { start, end: Math.max(end, later.value?.range?.[1] ?? end) },
        isSame,
      },
    });
  }

  /** What stands behind a key, its anchor and tag included. */
  #textBehind({ keySpan, value }: Occurrence): string {
    return this.#text.slice(keySpan.end, value?.range?.[1] ?? keySpan.end).trim();
  }

  #report(code: string, pointer: Pointer, at: Span, message: string, data?: ProblemData): void {
    const span = firstLine(this.#text, at);
    this.problems.push({ code, severity: 'error', pointer, span, message, ...(data && { data }) });
  }
}

function markContested(
  entries: readonly MapEntry[],
  keys: ReadonlySet<string>,
): readonly MapEntry[] {
  if (keys.size === 0) return entries;
  return entries.map((entry) =>
    keys.has(entry.key) ? { ...entry, value: { ...entry.value, contested: true } } : entry,
  );
}

/** Tag of a value that an unresolved alias stands for: already reported, so no check looks at it again. */
export const unresolvedTag = '!unresolved-alias';

/** A pair directly in a list (`[a: b]`) is nothing that an update could hold. */
function itemNode(item: unknown): Node | null {
  return isPair(item) ? null : (item as Node | null);
}

function isNothing(node: DataNode): boolean {
  return (
    node.kind === 'scalar' && node.value === null && node.tag === undefined && node.source === ''
  );
}

const collectionMessage = 'A list or a block cannot be a key here. Write a name without brackets.';
