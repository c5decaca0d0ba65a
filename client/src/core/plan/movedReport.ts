// The three-way difference: what the user saw, what somebody else made of it, what this update wants.
import type { MovedField, UpdatePlan } from '../../../../server/src/protocol/plan';
import type { Context } from '../redaction/context';
import { problem, type Problem } from '../model/problem';
import { documentStamp } from '../ports/documentStamp';
import type { SeenPlace } from '../model/documentPlace';
import { shortText, visibleText } from '../model/visibleText';

/** Shows the difference as a document, and returns why nothing is sent. */
export async function reportMoved(
  context: Context,
  { name, moved }: UpdatePlan,
  place: SeenPlace,
): Promise<Problem> {
  await context.presenter.showDocument({
    kind: 'report',
    name: `changed meanwhile ${documentStamp(context)}.txt`,
    language: 'plaintext',
    text: movedText(name ?? 'The connection', moved),
  });
  return changedInCloud(place);
}

/** Somebody changed the connection since it was looked at. */
export function changedInCloud(place: SeenPlace): Problem {
  return problem(
    'changed-in-cloud',
    'Somebody has changed the connection since you last looked at it, so nothing was sent.',
    'Preview the changes, and apply again when they are still right.',
    { kind: 'preview', place },
  );
}

/** One block per field, so that long values and screen readers get along with it. */
function movedText(name: string, moved: readonly MovedField[]): string {
  const head = `${shortText(name, 80)} has been changed since you last looked at it. Nothing was sent.`;
  if (moved.length === 0) {
    return `${head}\n\nNo field that can be read and updated is another one. It may be the pre-shared key, or something that an update cannot send.\n`;
  }
  return [head, ...moved.map(fieldText)].join('\n\n').concat('\n');
}

function fieldText({ label, earlier, now, planned }: MovedField): string {
  return [
    label,
    `  seen:        ${shown(earlier)}`,
    `  now:         ${shown(now)}`,
    `  this update: ${planned === undefined ? '(does not send it)' : shown(planned)}`,
  ].join('\n');
}

function shown(value: string | undefined): string {
  return value === undefined ? '(none)' : visibleText(value);
}
