// A plan as a diff of the connection before and after the update.
import type { UpdatePlan } from '../../../../server/src/protocol/plan';
import type { Context } from '../redaction/context';
import type { PresentedDiff } from '../model/presented';
import { documentStamp } from '../ports/documentStamp';
import { shortText } from '../model/visibleText';

/** Both sides are read-only and contain no secret. */
export function planDiff(
  context: Context,
  { name, before, after }: UpdatePlan,
  connectionId: string,
): PresentedDiff {
  const title = shortText(name ?? connectionId, 60);
  const stamp = documentStamp(context);
  return {
    title: `${title}: Live ↔ After Update`,
    before: { name: `live ${stamp}.yaml`, text: before },
    after: { name: `after update ${stamp}.yaml`, text: after },
  };
}

/** `2 of 5 fields change. At once, the tunnel renegotiates.` */
export function planSentence({ fields, effects }: UpdatePlan): string {
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
