// A plan as a diff of the connection before and after the update.
import type { UpdatePlan } from '../../../../server/src/protocol/plan';
import type { Context } from '../redaction/context';
import type { SeenPlace } from '../model/documentPlace';
import { documentStamp } from '../ports/documentStamp';
import { done, type Done } from '../ports/result';
import { shortText } from '../model/visibleText';

/** The update that is shown. */
export interface PlanSource {
  readonly place: SeenPlace;
  readonly connectionId: string;
}

/**
 * The plan as a result: both sides are read-only and contain no secret.
 *
 * @param apply the command that the user was about to run
 */
export function planResult(
  context: Context,
  plan: UpdatePlan,
  { place, connectionId }: PlanSource,
  apply: 'apply' | 'apply-with-rollback' = 'apply',
): Done {
  const title = shortText(plan.name ?? connectionId, 60);
  const stamp = documentStamp(context);
  return {
    ...done(planSentence(plan), { kind: 'copy-plan', place }, { kind: apply, place }),
    diff: {
      source: place,
      title: `${title}: Live ↔ After Update`,
      before: { name: `live ${stamp}.yaml`, text: plan.before },
      after: { name: `after update ${stamp}.yaml`, text: plan.after },
    },
  };
}

/** `2 of 5 fields change. At once, the tunnel renegotiates.` */
function planSentence({ fields, effects }: UpdatePlan): string {
  const changing = fields.filter(({ kind }) => kind !== 'same').length;
  if (changing === 0) {
    return 'No changes. The connection already has these values.';
  }
  const [first] = effects;
  const all = fields.length === 1 ? '1 field' : `${fields.length} fields`;
  const count =
    changing === fields.length
      ? `${all} ${changing === 1 ? 'changes' : 'change'}`
      : `${changing} of ${all} ${changing === 1 ? 'changes' : 'change'}`;
  const effect = first === undefined ? '' : ` Effect: ${first.when}.`;
  return `${count}.${effect}`;
}
