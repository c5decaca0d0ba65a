// Hover: the card of the field, or of the value, under the pointer.
import type { Hover, Position } from 'vscode-languageserver-types';
import type { DataNode, MapEntry } from '../document/node';
import { nodeAt, taggedAt, type NodeAt } from '../document/nodeAt';
import { parentPointer } from '../document/pointer';
import type { Span } from '../document/span';
import { referenceUrl } from '../rules/referenceAnchor';
import type { FieldFacts, ValueFacts } from '../schema/facts';
import { table } from '../schema/table';
import { documentAtLine, offsetInDocument, positionInFile, type Snapshot } from '../snapshot';
import { fieldCard, shortCard, valueCard } from './fieldCard';
import { plainText } from './plainText';

export interface HoverOptions {
  /** The client renders Markdown; otherwise it gets plain text. */
  readonly format: 'markdown' | 'plaintext';
}

/** What the table says about the key or value at `position`. Never shows the value of a secret field. */
export function hover(
  snapshot: Snapshot,
  position: Position,
  options: HoverOptions,
): Hover | undefined {
  const document = documentAtLine(snapshot, position.line);
  const { root, text } = document.analysis;
  if (root === undefined) return undefined;
  const offset = offsetInDocument(document, position);
  const found = nodeAt(root, offset) ?? taggedAt(root, text, offset);
  if (found === undefined) return undefined;
  const hasProblem = document.analysis.problems.some(({ span }) => touch(span, found.span));
  const card = hasProblem ? (shortCardOf(found) ?? cardOf(found)) : cardOf(found);
  if (card === undefined) return undefined;
  return {
    contents: {
      kind: options.format,
      value: options.format === 'markdown' ? card : plainText(card),
    },
    range: {
      start: positionInFile(document, found.span.start),
      end: positionInFile(document, found.span.end),
    },
  };
}

/**
 * Beside a problem only what is allowed: the editor shows the problem first, and its quick fixes below
 * the card, where a long one would hide them.
 */
function shortCardOf(found: NodeAt): string | undefined {
  const pointer = found.part === 'key' ? found.entry.value.pointer : found.node.pointer;
  const facts = table.factsAt(pointer);
  if (facts === undefined) return undefined;
  const value = found.part === 'key' || facts.sensitive ? undefined : knownValue(found.node, facts);
  return `${shortCard(facts, value)}\n\n${inReference(facts)}`;
}

function touch(a: Span, b: Span): boolean {
  return a.start <= b.end && b.start <= a.end;
}

function cardOf(found: NodeAt): string | undefined {
  const pointer = found.part === 'key' ? found.entry.value.pointer : found.node.pointer;
  const facts = table.factsAt(pointer);
  if (facts === undefined) return found.part === 'key' ? refusalCard(found.entry) : undefined;
  const card = `${fieldCard(facts)}\n- ${inReference(facts)}`;
  const value = found.part === 'key' || facts.sensitive ? undefined : knownValue(found.node, facts);
  return value === undefined ? card : `${valueCard(facts, value)}\n\n---\n\n${card}`;
}

/** Why a key that people try cannot be sent. Other unknown keys say nothing: they may be anything. */
function refusalCard({ key, value }: MapEntry): string | undefined {
  const owner = table.factsAt(parentPointer(value.pointer));
  const reason = owner?.refusedKeys[key];
  if (owner === undefined || reason === undefined) return undefined;
  return `**\`${key}\`** · ${owner.title}\n\n${reason}\n\n- ${inReference(owner)}`;
}

function inReference({ path }: FieldFacts): string {
  return `[More in the reference](${referenceUrl(path)})`;
}

function knownValue(node: DataNode, facts: FieldFacts): ValueFacts | undefined {
  const value = node.kind === 'scalar' ? node.value : undefined;
  const same = (known: string): boolean =>
    known === value || (facts.ignoresCase && known.toLowerCase() === String(value).toLowerCase());
  return [...facts.values, ...facts.suggestions].find((each) => same(each.value));
}
