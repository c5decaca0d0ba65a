// Inlay hints: what a value amounts to, and when a change of it takes effect. Nothing about secrets.
import type { InlayHint, Range } from 'vscode-languageserver-types';
import { liveFactsOf } from '../analysis';
import { formatIpv4, parseIpv4Block } from '../address/ipv4';
import type { DataNode } from '../document/node';
import { parentPointer } from '../document/pointer';
import { lineAround } from '../document/span';
import { RuleDocument, type Field } from '../rules/ruleDocument';
import { rangeOf } from '../schema/messages';
import { positionInFile, type Snapshot, type SnapshotDocument } from '../snapshot';
import { documentsInRange, isLineInRange } from './documentsInRange';
import { durationInWords } from './durationInWords';
import type { HintKind } from './hintKinds';
import { noLiveNames, type LiveNames } from './liveNames';
import { plainText, visibleText } from './plainText';

/**
 * The hints of these kinds for the lines of a range of a file; the rest of the file costs nothing.
 * `names` are those of the live account.
 */
export function inlayHints(
  snapshot: Snapshot,
  range: Range,
  kinds: ReadonlySet<HintKind>,
  names = noLiveNames,
): InlayHint[] {
  if (kinds.size === 0) return [];
  return documentsInRange(snapshot, range).flatMap((document) =>
    hintsOf(document, kinds, names).flatMap(({ offset, label, tooltip }) => {
      const position = positionInFile(document, offset);
      const text = { label: visibleText(label), tooltip: visibleText(tooltip) };
      return isLineInRange(position.line, range) ? [{ position, ...text, paddingLeft: true }] : [];
    }),
  );
}

interface HintText {
  readonly label: string;
  readonly tooltip: string;
}

interface PlacedHint extends HintText {
  readonly offset: number;
}

type Maker = (field: Field, document: RuleDocument, names: LiveNames) => HintText | undefined;

const makers: Readonly<Record<HintKind, Maker>> = {
  durations: durationHint,
  addresses: addressHint,
  names: nameHint,
  effects: effectHint,
};

function hintsOf(
  { analysis: { root, text, live } }: SnapshotDocument,
  kinds: ReadonlySet<HintKind>,
  names: LiveNames,
): readonly PlacedHint[] {
  if (root === undefined) return [];
  const document = new RuleDocument(root, liveFactsOf(root, live));
  return document
    .fieldsWhere(({ sensitive }) => !sensitive)
    .flatMap((field) => {
      if (field.node.borrowed) return [];
      const hints = [...kinds].flatMap((kind) => makers[kind](field, document, names) ?? []);
      if (hints.length === 0) return [];
      const offset = placeOf(field.node, document, text);
      return hints.map((hint) => ({ offset, ...hint }));
    });
}

/** Only of a time that the API accepts: of a wrong one, the range is what helps, and that is a problem's. */
function durationHint({ node, facts }: Field): HintText | undefined {
  if (facts.unit !== 'seconds' || node.kind !== 'scalar' || node.tag !== undefined)
    return undefined;
  const { value } = node;
  const { minimum = 0, maximum = Infinity } = facts;
  if (typeof value !== 'number' || value < minimum || value > maximum) return undefined;
  const label = durationInWords(value);
  const tooltip = `${facts.title}. Range: ${rangeOf(facts)}.`;
  return label === undefined ? undefined : { label, tooltip };
}

/** Not among several networks on one line, whose text the hints would tear apart. */
function addressHint({ node, facts }: Field, document: RuleDocument): HintText | undefined {
  if (facts.address?.kind !== 'network' || node.kind !== 'scalar' || node.tag !== undefined)
    return undefined;
  const list = document.node(parentPointer(node.pointer));
  if (list?.kind === 'sequence' && list.flow && list.items.length > 1) return undefined;
  const block = typeof node.value === 'string' ? parseIpv4Block(node.value) : undefined;
  if (block === undefined) return undefined;
  const count = block.last - block.first + 1;
  return {
    label: count === 1 ? '1 address' : `${withSeparators(count)} addresses`,
    tooltip: `${formatIpv4(block.first)} to ${formatIpv4(block.last)}`,
  };
}

/** `65,536`: hints are in English, and a tooltip must not depend on where the server runs. */
function withSeparators(count: number): string {
  return String(count).replace(/\B(?=(?:\d{3})+$)/g, ',');
}

/** What the identifier means: its name, and the status that it had when it was listed. */
function nameHint({ node, facts }: Field, _: RuleDocument, names: LiveNames): HintText | undefined {
  if (facts.names === undefined || node.kind !== 'scalar' || node.tag !== undefined) {
    return undefined;
  }
  const resource =
    typeof node.value === 'string' ? names.named(facts.names, node.value) : undefined;
  if (resource === undefined || (resource.name === '' && resource.status === '')) return undefined;
  const { name, status, addresses, listedAt } = resource;
  return {
    label: [name, status].filter((text) => text !== '').join(' · '),
    tooltip: [`As of ${listedAt}`, ...addresses].join(', '),
  };
}

/**
 * The effect of a field, unless it depends on an IKE version that is not known. The entries of a list
 * take effect with the list, which says so once.
 */
function effectHint({ node, facts }: Field, { connection }: RuleDocument): HintText | undefined {
  const effect = facts.effects['any'] ?? facts.effects[connection.ikeVersion?.value ?? ''];
  if (effect === undefined || facts.path.includes('/*') || isAbsent(node)) return undefined;
  return { label: effect.title, tooltip: plainText(effect.text) };
}

function isAbsent(node: DataNode): boolean {
  return node.kind === 'scalar' && node.style === 'empty';
}

/** Behind a value on one line; of a block, behind the line on which it begins. */
function placeOf(node: DataNode, document: RuleDocument, text: string): number {
  if (node.kind === 'scalar')
    return node.style === 'block' ? lineAround(text, node.span.start).end : node.span.end;
  if (node.flow) return node.span.end;
  const key = document.entry(node.pointer)?.keySpan;
  return key === undefined ? node.span.start : text.indexOf(':', key.end) + 1;
}
