// The anchors of a document and the aliases that refer to them. They are read from the tokens of the
// text: the tree has no places of anchors.
import { Parser, type CST } from 'yaml';
import { exceededLimit } from './limits';
import { touches, type Span } from './span';

/** An anchor (`&name`) or an alias (`*name`). */
export interface AnchorToken {
  readonly kind: 'anchor' | 'alias';
  readonly name: string;
  /** The name, without the mark in front of it. */
  readonly span: Span;
}

/** One anchor and the aliases that mean it, in the order of the text. */
export interface AnchorGroup {
  readonly anchor: AnchorToken;
  readonly aliases: readonly AnchorToken[];
}

/** The anchors and aliases of the text of one document, in its order. None beyond the limits. */
export function findAnchorTokens(text: string): readonly AnchorToken[] {
  if (!/[&*]/.test(text) || exceededLimit(text) !== undefined) return [];
  const found: AnchorToken[] = [];
  for (const token of new Parser().parse(text)) collect(token, found);
  return found.sort((a, b) => a.span.start - b.span.start);
}

/**
 * The group of the anchor or alias under `offset`, the mark in front of its name included. An alias
 * means the last anchor with its name above it; one that has none belongs to no group.
 */
export function anchorGroupAt(
  tokens: readonly AnchorToken[],
  offset: number,
): AnchorGroup | undefined {
  const found = tokens.find(({ span }) =>
    touches({ start: span.start - 1, end: span.end }, offset),
  );
  if (found === undefined) return undefined;
  const same = tokens.filter(({ name }) => name === found.name);
  const at = same.indexOf(found);
  const from = found.kind === 'anchor' ? at : same.slice(0, at).findLastIndex(isAnchor);
  const anchor = same[from];
  if (anchor === undefined) return undefined;
  const rest = same.slice(from + 1);
  const next = rest.findIndex(isAnchor);
  return { anchor, aliases: next < 0 ? rest : rest.slice(0, next) };
}

/**
 * Whether a text can be the name of an anchor (YAML 1.2, 6.9.2): no white space, no brackets, no
 * commas, nothing that cannot be seen. A colon at its end is left to keys.
 */
export function isAnchorName(text: string): boolean {
  return /^[^\s,[\]{}\p{C}]*[^\s,[\]{}\p{C}:]$/u.test(text);
}

function isAnchor({ kind }: AnchorToken): boolean {
  return kind === 'anchor';
}

function collect(token: CST.Token, into: AnchorToken[]): void {
  switch (token.type) {
    case 'alias':
      add('alias', token, into);
      return;
    case 'document':
      collectMarks(token.start, into);
      if (token.value !== undefined) collect(token.value, into);
      return;
    case 'block-scalar':
      for (const mark of token.props) collect(mark, into);
      return;
    case 'block-map':
    case 'block-seq':
    case 'flow-collection':
      for (const { start, key, sep, value } of token.items) {
        collectMarks(start, into);
        if (key) collect(key, into);
        collectMarks(sep, into);
        if (value !== undefined) collect(value, into);
      }
      return;
    case 'anchor':
      add('anchor', token, into);
      return;
    default:
      return;
  }
}

function collectMarks(marks: readonly CST.SourceToken[] = [], into: AnchorToken[]): void {
  for (const mark of marks) collect(mark, into);
}

/** A mark that no name follows yet is none. */
function add(
  kind: AnchorToken['kind'],
  { source, offset }: { readonly source: string; readonly offset: number },
  into: AnchorToken[],
): void {
  const name = source.slice(1);
  if (name !== '')
    into.push({ kind, name, span: { start: offset + 1, end: offset + source.length } });
}
