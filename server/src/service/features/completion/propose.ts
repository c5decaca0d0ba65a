// What can be written at a place that the table knows.
import type { LiveResource } from '../../../protocol/liveResources';
import type { CursorPlace } from '../../document/cursorPlace';
import type { Indentation } from '../../document/indentation';
import { nodeAtPointer, walk, type DataNode, type MapEntry } from '../../document/node';
import { childPointer, type Pointer } from '../../document/pointer';
import { isGm, type LiveFacts } from '../../rules/connectionFacts';
import { gmFields } from '../../rules/gm/gmFields';
import { RuleDocument } from '../../rules/ruleDocument';
import type { FieldFacts } from '../../schema/facts';
import { table } from '../../schema/table';
import { newLine, type Layout } from './blockText';
import { dataOf, type PlainData } from './hypothetical';
import { cursorStop } from './insertText';
import { proposeKey, proposeKeyName } from './keyProposals';
import { deriveValues, type DerivedValue } from './derivedValues';
import type { Proposal } from './proposal';
import { samplesOf } from './samples';
import { proposeSkeleton } from './skeleton';
import { judgeAll } from './judge';
import type { TrialMemo } from './trialMemo';
import { proposeValues } from './valueProposals';

/** The file around a place. */
export interface Surroundings {
  /** The data of the document; the key or value at the cursor holds a marker. */
  readonly root: DataNode;
  /** What the live connection says, when it has been read. */
  readonly live: LiveFacts | undefined;
  readonly indentation: Indentation;
  readonly lineBreak: string;
  /** Values of an identifying field in other documents, each with where it is used. */
  idsElsewhere(facts: FieldFacts): readonly DerivedValue[];
  /** Resources of the live account that such a field can mean. */
  liveResources(facts: FieldFacts): readonly LiveResource[];
}

/** Everything that can be written at `place`, in order. `memo` has the trials of the request before. */
export function propose(
  place: CursorPlace,
  around: Surroundings,
  memo: TrialMemo,
): readonly Proposal[] {
  const facts = table.factsAt(place.pointer);
  if (facts === undefined) return [];
  const proposals = new Proposer(place, around)
    .propose(facts)
    .map((proposal) =>
      proposal.onNextLine ? proposal : { ...proposal, insert: [place.lead, ...proposal.insert] },
    );
  return hasManyFields(around.root) ? proposals : judgeAll(proposals, place, around, memo);
}

class Proposer {
  readonly #place: CursorPlace;
  readonly #around: Surroundings;
  readonly #layout: Layout;

  constructor(place: CursorPlace, around: Surroundings) {
    this.#place = place;
    this.#around = around;
    this.#layout = { ...around, flow: place.flow, column: place.column };
  }

  propose(facts: FieldFacts): readonly Proposal[] {
    const { role, flow, pointer, follows } = this.#place;
    if (role === 'key') return this.#keys(facts);
    switch (facts.type) {
      case 'object':
        if (flow) return [proposeBrackets('{ ', ' }', facts)];
        return role === 'item'
          ? this.#missing(facts, pointer).map(([key, samples]) =>
              proposeKey(key, this.#layout, samples),
            )
          : this.#blockBelow(facts);
      case 'array':
        return [...(flow ? [] : this.#listBelow(facts)), proposeBrackets('[', ']', facts)];
      default:
        return follows === 'value' ? [] : this.#values(facts, pointer, this.#place);
    }
  }

  #keys(facts: FieldFacts): readonly Proposal[] {
    const { pointer, follows, needsColon, flow } = this.#place;
    const entries = this.#entries();
    const own = entries.find((entry) => this.#isAtCursor(entry));
    const others = entries.filter((entry) => entry !== own);
    const present = new Set(others.filter(({ borrowed }) => !borrowed).map(({ key }) => key));
    const missing = this.#missing(facts, pointer, present);
    if (follows !== 'nothing') {
      const colon = needsColon ? ':' : '';
      const isTried = follows === 'value' && own !== undefined && !isLarge(own.value);
      const value = isTried ? [dataOf(own.value)] : undefined;
      return markMerged(
        missing.map(([key, samples]) => proposeKeyName(key, colon, value ?? samples)),
        others,
      );
    }
    const keys = markMerged(
      missing.map(([key, samples]) => proposeKey(key, this.#layout, samples)),
      others,
    );
    const isNew = pointer === '' && present.size === 0 && !flow;
    return isNew ? [proposeSkeleton(facts, this.#layout), ...keys] : keys;
  }

  /** The entries of the map that the key at the cursor belongs to, its own among them. */
  #entries(): readonly MapEntry[] {
    const map = nodeAtPointer(this.#around.root, this.#place.pointer);
    return map?.kind === 'map' ? map.entries : [];
  }

  #isAtCursor({ key }: MapEntry): boolean {
    return key.includes(this.#place.reading.marker);
  }

  /** The keys that the object at `pointer` lacks, in the order of the table, with values to try them with. */
  #missing(
    inside: FieldFacts,
    pointer: Pointer,
    present: ReadonlySet<string> = new Set(),
  ): readonly (readonly [FieldFacts, readonly PlainData[]])[] {
    return [...inside.properties.values()]
      .filter((facts) => facts.suggested && !present.has(facts.key))
      .map((facts) => {
        const derived = this.#derive(facts, childPointer(pointer, facts.key));
        const first = derived.map(({ value }) =>
          facts.type === 'integer' ? Number(value) : value,
        );
        return [facts, [...first, ...samplesOf(facts)]];
      });
  }

  /** Keys for an object whose value would begin beside its key: they go on the next line. */
  #blockBelow(facts: FieldFacts): readonly Proposal[] {
    if (commentFollows(this.#place)) return [];
    const { unit } = this.#layout.indentation;
    const inner = { ...this.#layout, column: this.#layout.column + unit };
    return this.#missing(facts, this.#place.pointer).map(([key, samples]) =>
      onNextLine(proposeKey(key, inner, samples), newLine(this.#layout, unit)),
    );
  }

  /** The first item of a list whose value would begin beside its key. */
  #listBelow({ items }: FieldFacts): readonly Proposal[] {
    if (items === undefined || commentFollows(this.#place)) return [];
    const { dash } = this.#layout.indentation;
    const start = `${newLine(this.#layout, dash)}- `;
    const inner = { ...this.#layout, column: this.#layout.column + dash + 2 };
    const pointer = childPointer(this.#place.pointer, 0);
    const proposals =
      items.type === 'object'
        ? this.#missing(items, pointer).map(([key, samples]) => proposeKey(key, inner, samples))
        : this.#values(items, pointer, { flow: false, quotes: 'plain' });
    return proposals.map((proposal) => ({
      ...onNextLine(proposal, start),
      holds: proposal.holds.map((item) => [item]),
    }));
  }

  #values(
    facts: FieldFacts,
    pointer: Pointer,
    { flow, quotes }: Pick<CursorPlace, 'flow' | 'quotes'>,
  ): readonly Proposal[] {
    const derived = this.#derive(facts, pointer);
    const live = this.#around.liveResources(facts);
    return proposeValues(facts, { flow, quotes, knowsGm: () => this.#knowsGm(), derived, live });
  }

  /** Whether the document says that its gateway is one of flavor GM, or takes it for one already. */
  #knowsGm(): boolean {
    const document = new RuleDocument(this.#around.root, this.#around.live);
    const known = isGm(document.connection);
    return known ?? gmFields(document).some(({ isExclusive }) => isExclusive);
  }

  #derive(facts: FieldFacts, pointer: Pointer): readonly DerivedValue[] {
    return [
      ...this.#around.idsElsewhere(facts),
      ...deriveValues(pointer, facts, this.#around.root),
    ];
  }
}

/** What a merge brings in can be written again, which is how a document differs from what it shares. */
function markMerged(
  proposals: readonly Proposal[],
  entries: readonly MapEntry[],
): readonly Proposal[] {
  const merged = new Set(entries.filter(({ borrowed }) => borrowed).map(({ key }) => key));
  return proposals.map((proposal) =>
    merged.has(proposal.label)
      ? { ...proposal, note: 'overrides the merge', rank: 'example' }
      : proposal,
  );
}

/**
 * Fields of a document that rules judge with each proposal in it, and values of a block that is tried under each
 * key which could be there; an update has a few hundred.
 */
const mostTried = 1_000;

/** Whether the rules have more to look at, for each proposal, than anybody waits for. */
function hasManyFields(root: DataNode): boolean {
  return new RuleDocument(root).fieldsWhere(() => true).length > mostTried;
}

/** Whether there is more in it than anybody waits for. */
function isLarge(node: DataNode): boolean {
  let count = 0;
  const nodes = walk(node);
  while (nodes.next().done !== true) if (++count > mostTried) return true;
  return false;
}

/** What begins on the next line would take the comment along, which is about the key beside it. */
function commentFollows({ reading: { text, marker } }: CursorPlace): boolean {
  const [, rest = ''] = text.split(marker);
  return /^\S*[ \t]+#/.test(rest);
}

function onNextLine(proposal: Proposal, start: string): Proposal {
  return { ...proposal, insert: [start, ...proposal.insert], onNextLine: true };
}

function proposeBrackets(open: string, close: string, facts: FieldFacts): Proposal {
  return {
    label: `${open.trim()} ${close.trim()}`,
    kind: 'block',
    insert: [open, cursorStop, close],
    holds: samplesOf(facts),
    detail: facts.title,
    rank: 'example',
  };
}
