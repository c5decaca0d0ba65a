// What somebody else changed between two looks at a connection.
import type { Json } from '../../protocol/messages';
import { joinItems } from '../../protocol/joinItems';
import type { MovedField, PlannedField } from '../../protocol/plan';
import { sameValue } from '../../protocol/sameValue';
import { childPointer, type Pointer } from '../document/pointer';
import type { FieldFacts } from '../schema/facts';
import { valueAt } from '../../protocol/json';
import { table } from '../schema/table';
import { displayOf } from './listItems';

/** The fields that an update could send and that are not what they were, in the order of the table. */
export function movedFields(
  earlier: Json,
  live: Json,
  planned: readonly PlannedField[],
): readonly MovedField[] {
  const body = table.fieldWithRole('body');
  return leavesOf(body, body.path).flatMap(({ facts, pointer, label }) => {
    const [then, now] = [valueAt(earlier, pointer) ?? null, valueAt(live, pointer) ?? null];
    if (facts.sensitive || sameValue(pointer, then, now)) return [];
    const own = planned.find((field) => field.pointer === pointer);
    return [
      {
        label,
        ...(then !== null && { earlier: displayOf(pointer, joinItems(pointer, then)) }),
        ...(now !== null && { now: displayOf(pointer, joinItems(pointer, now)) }),
        ...(own !== undefined && { planned: own.after }),
      },
    ];
  });
}

interface TableLeaf {
  readonly facts: FieldFacts;
  readonly pointer: Pointer;
  readonly label: string;
}

/** Lists count as one value, as they do in an update. */
function leavesOf(
  facts: FieldFacts,
  pointer: Pointer,
  names: readonly string[] = [],
): readonly TableLeaf[] {
  if (facts.type !== 'object') return [{ facts, pointer, label: names.join('.') }];
  return [...facts.properties].flatMap(([key, field]) =>
    leavesOf(field, childPointer(pointer, key), [...names, key]),
  );
}
