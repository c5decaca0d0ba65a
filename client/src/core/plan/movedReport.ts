// The three-way difference: what the user saw, what someone else changed it to, what this update sends.
import type { MovedField, UpdatePlan } from '../../../../server/src/protocol/plan';
import type { Context } from '../redaction/context';
import { problem, type Problem } from '../model/problem';
import { documentStamp } from '../ports/documentStamp';
import type { SeenPlace } from '../model/documentPlace';
import { shortText, visibleText } from '../model/visibleText';

/** Why nothing is sent, with the difference as a document. */
export function movedProblem(
  context: Context,
  { name, moved }: UpdatePlan,
  place: SeenPlace,
): Problem {
  const document = {
    kind: 'report',
    name: `changed meanwhile ${documentStamp(context)}.txt`,
    language: 'plaintext',
    text: movedText(name ?? 'The connection', moved),
  } as const;
  return { ...changedInCloud(place), document };
}

/** Someone changed the connection since the user saw it. */
export function changedInCloud(place: SeenPlace): Problem {
  return problem(
    'changed-in-cloud',
    'Nothing was sent: the connection changed since your last preview.',
    'Review the changes and apply again.',
    { kind: 'preview', place },
  );
}

/** One block per field, for long values and screen readers. */
function movedText(name: string, moved: readonly MovedField[]): string {
  const head = `${shortText(name, 80)} changed since your last preview. Nothing was sent.`;
  if (moved.length === 0) {
    return `${head}\n\nNone of the readable fields has changed. It may be the pre-shared key, or something that an update can't send.\n`;
  }
  return [head, ...moved.map(fieldText)].join('\n\n').concat('\n');
}

function fieldText({ label, earlier, now, planned }: MovedField): string {
  return [
    label,
    `  seen:        ${shown(earlier)}`,
    `  now:         ${shown(now)}`,
    `  this update: ${planned === undefined ? '(not sent)' : shown(planned)}`,
  ].join('\n');
}

function shown(value: string | undefined): string {
  return value === undefined ? '(none)' : visibleText(value);
}
