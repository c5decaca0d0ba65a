// What can be written at a place that the table knows.
import type { CursorPlace } from '../../document/cursorPlace';
import type { Indentation } from '../../document/indentation';
import { childOf, type DataNode } from '../../document/node';
import { pointerSegments } from '../../document/pointer';
import type { FieldFacts } from '../../schema/facts';
import { table } from '../../schema/table';
import { newLine, type Layout } from './blockText';
import { cursorStop, type InsertText } from './insertText';
import { missingKeys, proposeKey, proposeKeyName } from './keyProposals';
import type { Proposal } from './proposal';
import { proposeSkeleton } from './skeleton';
import { proposeValues } from './valueProposals';

/** The document around a place. */
export interface Surroundings {
  /** The data of the document; the key or value at the cursor holds a marker. */
  readonly root: DataNode | undefined;
  readonly indentation: Indentation;
  readonly lineBreak: string;
}

/** Everything that can be written at `place`, in order. */
export function propose(place: CursorPlace, around: Surroundings): readonly Proposal[] {
  const facts = table.factsAt(place.pointer);
  if (facts === undefined) return [];
  const { flow, column } = place;
  const layout: Layout = { ...around, flow, column };
  return proposeFor(place, facts, layout, around).map((proposal) =>
    proposal.onNextLine ? proposal : { ...proposal, insert: [place.lead, ...proposal.insert] },
  );
}

function proposeFor(
  place: CursorPlace,
  facts: FieldFacts,
  layout: Layout,
  { root }: Surroundings,
): readonly Proposal[] {
  const { flow } = place;
  if (place.role === 'key') return proposeKeys(place, facts, layout, root);
  switch (facts.type) {
    case 'object':
      if (flow) return [proposeBrackets('{ ', ' }', facts)];
      return place.role === 'item'
        ? missingKeys(facts, none).map((key) => proposeKey(key, layout))
        : proposeBlockBelow(facts, layout);
    case 'array':
      return [...(flow ? [] : proposeListBelow(facts, layout)), proposeBrackets('[', ']', facts)];
    default:
      return place.follows === 'value' ? [] : proposeValues(facts, place);
  }
}

const none: ReadonlySet<string> = new Set();

function proposeKeys(
  place: CursorPlace,
  facts: FieldFacts,
  layout: Layout,
  root: DataNode | undefined,
): readonly Proposal[] {
  const missing = missingKeys(facts, presentKeys(place, root));
  if (place.follows === 'nothing') {
    const keys = missing.map((key) => proposeKey(key, layout));
    const isEmpty = place.pointer === '' && presentKeys(place, root).size === 0;
    return isEmpty && !place.flow ? [proposeSkeleton(facts, layout), ...keys] : keys;
  }
  // The reading with our colon: the value of the key stands below already.
  const colon = place.needsColon ? ':' : '';
  return missing.map((key) => proposeKeyName(key, [key.key + colon]));
}

/** The keys beside the one at the cursor. */
function presentKeys(
  { pointer, reading }: CursorPlace,
  root: DataNode | undefined,
): ReadonlySet<string> {
  const map = pointerSegments(pointer).reduce<DataNode | undefined>(childOf, root);
  const keys = map?.kind === 'map' ? map.entries.map(({ key }) => key) : [];
  return new Set(keys.filter((key) => !key.includes(reading.marker)));
}

/** Keys for an object whose value would begin beside its key: they go on the next line. */
function proposeBlockBelow(facts: FieldFacts, layout: Layout): readonly Proposal[] {
  const { unit } = layout.indentation;
  const inner = { ...layout, column: layout.column + unit };
  return missingKeys(facts, none).map((key) =>
    onNextLine(proposeKey(key, inner), newLine(layout, unit)),
  );
}

/** The first item of a list whose value would begin beside its key. */
function proposeListBelow({ items }: FieldFacts, layout: Layout): readonly Proposal[] {
  if (items === undefined) return [];
  const { dash } = layout.indentation;
  const start = `${newLine(layout, dash)}- `;
  const inner = { ...layout, column: layout.column + dash + 2 };
  const proposals =
    items.type === 'object'
      ? missingKeys(items, none).map((key) => proposeKey(key, inner))
      : proposeValues(items, { flow: false, quotes: 'plain' });
  return proposals.map((proposal) => onNextLine(proposal, start));
}

function onNextLine(proposal: Proposal, start: string): Proposal {
  return { ...proposal, insert: [start, ...proposal.insert], onNextLine: true };
}

function proposeBrackets(open: string, close: string, facts: FieldFacts): Proposal {
  const insert: InsertText = [open, cursorStop, close];
  return {
    label: `${open.trim()} ${close.trim()}`,
    kind: 'block',
    insert,
    detail: facts.title,
    rank: 'usual',
  };
}
