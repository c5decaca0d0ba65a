// A plan as a page, and as a diff of the connection before and after the update.
import type { PreparedUpdate } from '../../../../server/src/protocol/messages';
import type { UpdatePlan } from '../../../../server/src/protocol/plan';
import type { SeenPlace } from '../model/documentPlace';
import type { PlanSection, PresentedDiff } from '../model/presented';
import { shortText } from '../model/visibleText';
import { documentStamp } from '../ports/documentStamp';
import type { Done } from '../ports/result';
import type { Context } from '../redaction/context';
import { targetStatus } from '../targets/resolveTarget';
import type { PlannedUpdate } from './planLive';

/** The plan of one update as a result. */
export function planResult(context: Context, planned: PlannedUpdate, plan: UpdatePlan): Done {
  const section = planSection(context, planned, plan);
  return { kind: 'done', plan: { title: `Plan: ${section.name}`, sections: [section] } };
}

/** What the page shows of one update. Nothing in it is a secret. */
export function planSection(
  context: Context,
  { place, update, destination }: PlannedUpdate,
  plan: UpdatePlan,
): PlanSection {
  const { status, comparedAt, fields, effects, warnings, moved, picture } = plan;
  const { target, label, host } = destination;
  const name = shortText(plan.name ?? update.connectionId, 60);
  const source = anchored(place, update);
  return {
    ...{ source, name, comparedAt, fields, effects, warnings, moved },
    ...(status !== undefined && { status }),
    ...(picture !== undefined && { picture }),
    target: {
      ...{ label, host },
      isProduction: targetStatus(target, context.settings.read()) === 'production',
    },
    summary: planSentence(plan),
    diff: planDiff(context, name, source, plan),
  };
}

/**
 * The place of the update by its first field: edits around that move it along with the document. The
 * cursor, where the command may have come from, can be between two documents a moment later.
 */
function anchored(place: SeenPlace, { range, places }: PreparedUpdate): SeenPlace {
  const own = places
    .map((field) => field.range.start)
    .find(({ line }) => line >= range.start.line && line < range.end.line);
  return own === undefined ? place : { ...place, position: own };
}

function planDiff(
  context: Context,
  name: string,
  source: SeenPlace,
  { before, after }: UpdatePlan,
): PresentedDiff {
  const stamp = documentStamp(context);
  return {
    source,
    title: `${name}: Live ↔ After Update`,
    before: { name: `live ${stamp}.yaml`, text: before },
    after: { name: `after update ${stamp}.yaml`, text: after },
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
  return first === undefined ? `${count}.` : `${count}. ${capital(first.when)}.`;
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
