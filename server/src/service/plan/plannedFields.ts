// Each field that is sent beside what the connection holds.
import type { Json, PreparedUpdate, SentField } from '../../protocol/messages';
import { joinItems } from '../../protocol/joinItems';
import type { PlannedField } from '../../protocol/plan';
import { compareValues } from '../../protocol/sameValue';
import type { Effect, FieldFacts } from '../schema/facts';
import { valueAt } from '../../protocol/json';
import { table } from '../schema/table';
import { displayOf, listChanges } from './listItems';
import { effectsNow, whenOf, type Present } from './takesEffect';

/** A field of the plan, with what the rest of the plan needs of it. */
export interface ComparedField {
  readonly planned: PlannedField;
  readonly effects: readonly Effect[];
}

/** Compares field by field, in the order of the file. */
export function compareFields(
  update: PreparedUpdate,
  live: Json,
  present: Present,
): readonly ComparedField[] {
  return update.fields.flatMap((field) => {
    const facts = table.factsAt(field.pointer);
    return facts === undefined ? [] : [compareField(field, facts, { update, live, present })];
  });
}

interface Compared {
  readonly update: PreparedUpdate;
  readonly live: Json;
  readonly present: Present;
}

function compareField(
  { pointer, label, display, sensitive }: SentField,
  facts: FieldFacts,
  { update, live, present }: Compared,
): ComparedField {
  const sent = valueAt(update.body, pointer) ?? null;
  const held = valueAt(live, pointer);
  const comparison = sensitive ? 'unreadable' : compareValues(pointer, sent, held);
  const kind =
    comparison === 'renumbered' ? 'same' : comparison === 'different' ? 'changes' : comparison;
  const effects = kind === 'same' ? [] : effectsNow(facts, present);
  const shown = sensitive ? display : displayOf(pointer, sent);
  const planned: PlannedField = {
    pointer,
    label,
    kind,
    after: shown,
    ...(!sensitive && beforeOf(pointer, held, kind === 'changes' ? sent : held)),
    ...(effects.length > 0 && { when: phraseOf(facts, effects, present) }),
    ...(kind !== 'same' && facts.otherSide !== undefined && { otherSide: facts.otherSide }),
    ...(comparison === 'renumbered' && { note: renumbered }),
    ...(comparison === 'unreadable' && { note: unreadable }),
  };
  return { planned, effects };
}

/** What the connection has, and for a list what becomes of its items. */
function beforeOf(
  pointer: string,
  held: Json | undefined,
  next: Json | undefined,
): Pick<PlannedField, 'before' | 'list'> {
  const now = joinItems(pointer, held ?? null);
  const list = listChanges(pointer, now, next ?? null);
  return {
    ...(now !== null && { before: displayOf(pointer, now) }),
    ...(list !== undefined && { list }),
  };
}

const renumbered = 'Only the numbers of the entries differ, and the service assigns those.';
const unreadable = "The API never returns it, so it isn't known whether it changes.";

/** With an unknown IKE version the possibilities stand side by side. */
function phraseOf(facts: FieldFacts, effects: readonly Effect[], present: Present): string {
  const [first, ...others] = effects;
  if (first !== undefined && others.length === 0) return whenOf(first, present);
  return Object.entries(facts.effects)
    .map(([version, effect]) => `with IKE${version} ${whenOf(effect, present)}`)
    .join('; ');
}
