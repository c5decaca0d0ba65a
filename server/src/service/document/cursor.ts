// What a cursor stands at. A marker is put into the text at the cursor, the text is parsed, and the
// tree says where the marker went: into a key, a value or an item, under which pointer. The text alone
// often allows two readings (`name` on a line of its own is a value, or the beginning of a key); all of
// them are returned, and the table decides which one makes sense.
import { isBetweenBrackets } from './brackets';
import { findConflictMarker } from './conflictMarkers';
import { readPlace } from './cursorMarker';
import type { CursorPlace } from './cursorPlace';
import { repairRows } from './cursorRepair';
import { cutAtCursor, hasColon, isFirstOnRow, type CursorText, type Insertion } from './cursorText';
import { exceededLimit } from './limits';
import { mayMergeItems } from './mergedItems';
import { ParseBudget } from './work';

/**
 * The readings of the place at `offset` in the text of one document, the likelier ones first. None in
 * comments, in block texts, and where neither a key nor a value nor an item can stand. Each further
 * reading costs a parse, so stop at the first one that makes sense.
 */
export function* locateCursor(text: string, offset: number): Generator<CursorPlace> {
  if ((exceededLimit(text) ?? findConflictMarker(text)) !== undefined) return;
  const original = cutAtCursor(text, offset);
  if (original === undefined) return;
  const budget = new ParseBudget(text);
  // Merged items are no mistake for the parser: it would read the wrong thing without a complaint.
  const unmerged = mayMergeItems(text) ? repairRows(original, budget) : undefined;
  const found = yield* readPlaces(unmerged ?? original, budget);
  if (found !== 'broken' || unmerged !== undefined) return;
  const above = { ...original, rows: original.rows.slice(0, original.row + 1) };
  const repaired = repairRows(original, budget) ?? repairRows(above, budget);
  if (repaired === undefined) return;
  const isBlockAllowed = !isBetweenBrackets(original);
  for (const place of readPlaces(repaired, budget)) if (place.flow || isBlockAllowed) yield place;
}

/** Whether anything was found; `broken` when nothing was because the text is not valid YAML. */
type Outcome = 'found' | 'nothing' | 'broken';

function* readPlaces(text: CursorText, budget: ParseBudget): Generator<CursorPlace, Outcome> {
  // A word directly behind `key:` or `-` lacks the blank that makes it a value.
  const previous = text.rows[text.row]?.[text.column - 1];
  if (previous === ':' || previous === '-') {
    const spaced = yield* readEach(
      text,
      [
        { lead: ' ', colon: '' },
        { lead: ' ', colon: ':' },
      ],
      budget,
    );
    if (spaced === 'found') return spaced;
  }
  return yield* readEach(text, insertionsFor(text), budget);
}

function insertionsFor(text: CursorText): readonly Insertion[] {
  const asWritten: Insertion = { lead: '', colon: '' };
  const asKey: Insertion = { lead: '', colon: ':' };
  if (!isFirstOnRow(text)) return [asWritten, asKey];
  const asItem: Insertion = { lead: '- ', colon: '' };
  return hasColon(text) ? [asWritten] : [asKey, asWritten, asItem];
}

function* readEach(
  text: CursorText,
  insertions: readonly Insertion[],
  budget: ParseBudget,
): Generator<CursorPlace, Outcome> {
  let outcome: Outcome = 'nothing';
  for (const insertion of insertions) {
    if (!budget.take()) return outcome;
    const place = readPlace(text, insertion);
    if (place === 'broken' && outcome === 'nothing') outcome = place;
    if (place === undefined || place === 'broken') continue;
    outcome = 'found';
    yield place;
    // A key without our colon, and what stands beside its key, cannot be anything else.
    if (place.besideKey || (place.role === 'key' && insertion.colon === '')) break;
  }
  return outcome;
}
