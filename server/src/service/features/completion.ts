// Completion: what can be written at the cursor. The document layer says what the text allows there,
// the table says which reading makes sense and what belongs there.
import type { CompletionItem, Position, Range } from 'vscode-languageserver-types';
import { liveFactsOf } from '../analysis';
import type { CursorPlace } from '../document/cursorPlace';
import { detectIndentation, settleIndentation, type Indentation } from '../document/indentation';
import type { DataNode } from '../document/node';
import type { Span } from '../document/span';
import { table } from '../schema/table';
import {
  documentAtLine,
  offsetInDocument,
  positionInFile,
  type Snapshot,
  type SnapshotDocument,
} from '../snapshot';
import { CompletionMemo } from './completion/completionMemo';
import type { FoundPlace } from './completion/findPlace';
import { fitsTyped } from './completion/fitsTyped';
import { idsElsewhere } from './completion/knownIds';
import { propose, type Surroundings } from './completion/propose';
import { fieldText } from './fieldText';
import { noLiveNames, type LiveNames } from './liveNames';
import { toItem, type CompletionOptions, type Target } from './completion/toItem';

export type { CompletionOptions } from './completion/toItem';

/** What is known beside the file. */
export interface Elsewhere {
  /** The other files of the workspace, for the identifiers in them. */
  readonly others: Iterable<Snapshot>;
  readonly names: LiveNames;
}

const nothingElse: Elsewhere = { others: [], names: noLiveNames };

/**
 * The items for `position`, all of them: the client filters by what is typed. Every item replaces
 * text on one line; taking it gives YAML that holds what its label says. Never contains text of the
 * file that may be secret. `memo` has what an earlier request read and tried at the same place.
 */
export function complete(
  snapshot: Snapshot,
  position: Position,
  options: CompletionOptions,
  elsewhere = nothingElse,
  memo = new CompletionMemo(),
): readonly CompletionItem[] {
  const document = documentAtLine(snapshot, position.line);
  const { text } = document.segment;
  const found = memo.places.find(text, offsetInDocument(document, position));
  if (found === undefined) return [];
  const { place } = found;
  const rangeOf = ({ start, end }: Span): Range => ({
    start: positionInFile(document, start),
    end: positionInFile(document, end),
  });
  const quote = place.quotes === 'plain' ? '' : place.prefix.charAt(0);
  const surroundings = readSurroundings(found, document, snapshot, elsewhere);
  const proposals = surroundings === undefined ? [] : propose(place, surroundings, memo.trials);
  const isWrong = isWrongWord(
    place,
    proposals.map(({ label }) => quote + label),
  );
  const cut = isWrong ? place.span.start + place.prefix.length : place.span.start;
  const target: Target = {
    range: rangeOf({ start: cut, end: place.span.end }),
    quote: isWrong ? '' : quote,
    replaced: rangeOf({ start: place.span.start, end: cut }),
    blanksBefore: rangeOf(blanksBefore(text, place.span.start)),
  };
  return proposals.map((proposal, index) => toItem(proposal, index, target, options));
}

/** Nothing when the data of the document cannot be read. */
function readSurroundings(
  { place: { reading }, root }: FoundPlace,
  document: SnapshotDocument,
  snapshot: Snapshot,
  { others, names }: Elsewhere,
): Surroundings | undefined {
  if (root === undefined) return undefined;
  const indentation = settleIndentation(indentationHints(reading.text, root, document, snapshot));
  return {
    root,
    live: liveFactsOf(root, snapshot.live),
    indentation,
    lineBreak: document.segment.text.includes('\r\n') ? '\r\n' : '\n',
    idsElsewhere: (facts) => idsElsewhere(facts, { snapshot, document, others }, root),
    liveResources: ({ names: kind }) =>
      kind === undefined ? [] : names.ofKind(kind, fieldText(root, table.fieldWithRole('project'))),
  };
}

/**
 * Whether a word is typed that none of the few allowed ones resembles: filtered by it the list would
 * be empty just where it is needed most. A text that can be anything is left alone.
 */
function isWrongWord({ role, pointer, prefix }: CursorPlace, labels: readonly string[]): boolean {
  const isEnumeration = role !== 'key' && (table.factsAt(pointer)?.values.length ?? 0) > 0;
  return isEnumeration && labels.length > 0 && !labels.some((label) => fitsTyped(label, prefix));
}

/** A document without a block of its own is indented like the first one of the file. */
function* indentationHints(
  text: string,
  root: DataNode,
  document: SnapshotDocument,
  { documents: [first] }: Snapshot,
): Generator<Partial<Indentation>> {
  yield detectIndentation(text, root);
  if (first !== undefined && first !== document)
    yield detectIndentation(first.segment.text, first.analysis.root);
}

function blanksBefore(text: string, end: number): Span {
  let start = end;
  while (text[start - 1] === ' ') start--;
  return { start, end };
}
