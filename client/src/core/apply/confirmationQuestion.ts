// The question before an update is sent: everything a careful person wants to see once more.
import type { PreparedUpdate, SentField } from '../../../../server/src/protocol/messages';
import type { PlannedField, UpdatePlan } from '../../../../server/src/protocol/plan';
import { describeLogin, type FoundCredentials } from '../model/credentials';
import type { ConfirmationQuestion } from '../ports/ports';
import type { Destination } from '../targets/findDestination';
import { shortText, visibleText } from '../model/visibleText';
import { atMost, variableLines } from './dialogLines';

const longestValue = 120;

/** What is known in addition to the request. */
export interface QuestionParts {
  readonly plan?: UpdatePlan;
  /** Sentences about how the update is applied. */
  readonly terms?: readonly string[];
}

/**
 * Names target, project, connection, credentials, what changes and what that does to traffic. Without a
 * plan, because the connection can't be read, it names the fields that are sent.
 */
export function confirmationQuestion(
  update: PreparedUpdate,
  destination: Destination,
  found: FoundCredentials,
  { plan, terms = [] }: QuestionParts = {},
): ConfirmationQuestion {
  const detail = [
    `Target: ${destination.label}, ${destination.host}`,
    `Project: ${visibleText(update.projectId)}`,
    `Connection: ${connectionLine(update, plan)}`,
    `Credentials: ${describeLogin(found.credentials)} from ${found.origin}`,
    '',
    ...(plan === undefined ? sentLines(update) : planLines(update, plan)),
    ...variableLines(update.secrets),
    ...(terms.length === 0 ? [] : ['', ...terms]),
  ];
  return {
    title: `Apply update to "${shortText(plan?.name ?? update.connectionId, 80)}"?`,
    detail: detail.join('\n'),
    proceed: 'Apply Update',
    review: plan === undefined ? 'Show Request' : 'Preview Changes',
  };
}

function connectionLine({ connectionId }: PreparedUpdate, plan: UpdatePlan | undefined): string {
  const id = visibleText(connectionId);
  const known = [plan?.name, plan?.status].filter((part) => part !== undefined);
  return known.length === 0 ? id : `${known.map((part) => shortText(part, 80)).join(', ')} (${id})`;
}

function sentLines({ fields, warnings }: PreparedUpdate): readonly string[] {
  return [
    "You don't have permission to read this connection, so the changes can't be shown.",
    fields.length === 1 ? '1 field is sent:' : `${fields.length} fields are sent:`,
    ...atMost(fields.map(fieldLine), '  '),
    ...(warnings.length === 0 ? [] : ['', 'Warnings:', ...atMost(warnings.map(visibleText), '  ')]),
  ];
}

/** What is sent, which may be less than what is planned; then the effects and warnings of the plan. */
function planLines(update: PreparedUpdate, { fields, notes }: UpdatePlan): readonly string[] {
  const changing = fields.filter(({ kind }) => kind !== 'same');
  const same = fields.filter(
    ({ kind, pointer }) =>
      kind === 'same' && update.fields.some((sent) => sent.pointer === pointer),
  );
  return [
    ...(changing.length === 0
      ? []
      : [
          changing.length === 1 ? '1 change:' : `${changing.length} changes:`,
          ...atMost(changing.map(changeLine), '  '),
        ]),
    ...(same.length === 0
      ? []
      : [shortText(`Unchanged (also sent): ${same.map(({ label }) => label).join(', ')}`, 400)]),
    '',
    ...atMost(
      notes.map((note) => shortText(note, 400)),
      '  ',
    ),
  ];
}

function changeLine({ label, before, after, kind }: PlannedField): string {
  const now =
    kind === 'unreadable' ? "(can't be read)" : shortText(before ?? '(none)', longestValue);
  return `  ${label}: ${now} → ${shortText(after, longestValue)}`;
}

function fieldLine({ label, display }: SentField): string {
  return `  ${label}: ${shortText(display, longestValue)}`;
}
