// The plan in a few lines of plain text: above the right side of the diff, and in the confirmation.
import type { UpdatePlan } from '../../protocol/plan';
import { otherSides } from './otherSides';

/** Effect on traffic, the other side, warnings: one line each. */
export function planNotes({
  effects,
  fields,
  warnings,
}: Pick<UpdatePlan, 'effects' | 'fields' | 'warnings'>): readonly string[] {
  if (effects.length === 0) return ['Nothing changes: the connection holds these values already.'];
  return [
    ...effects.map(({ when, labels }) => `Effect: ${when} (${labels.join(', ')})`),
    ...otherSides(fields).map(
      ({ demand, labels }) => `Other side: ${demand} (${labels.join(', ')})`,
    ),
    ...warnings.map((warning) => `Warning: ${warning}`),
  ];
}
