// The question before an update is sent: everything a careful person wants to see once more.
import type { PreparedUpdate, SentField } from '../../../../server/src/protocol/messages';
import { describeLogin, type FoundCredentials } from '../auth/credentials';
import type { ConfirmationQuestion } from '../ports';
import type { Destination } from '../target/findDestination';
import { shortText, visibleText } from '../visibleText';

/** More lines do not fit a modal dialog. */
const mostLines = 25;
const longestValue = 120;

/** Names host, project, connection, credentials, the fields that are sent and the warnings. */
export function confirmationQuestion(
  update: PreparedUpdate,
  destination: Destination,
  found: FoundCredentials,
): ConfirmationQuestion {
  const count = update.fields.length;
  const detail = [
    `Host: ${destination.host} (${destination.label})`,
    `Project: ${visibleText(update.projectId)}`,
    `Connection: ${visibleText(update.connectionId)}`,
    `Credentials: ${describeLogin(found.credentials)} from ${found.origin}`,
    '',
    `Sends ${count} ${count === 1 ? 'field' : 'fields'}:`,
    ...atMost(update.fields.map(fieldLine)),
    ...(update.warnings.length === 0
      ? []
      : ['', 'Warnings:', ...atMost(update.warnings.map(visibleText))]),
  ];
  return {
    title: `Apply this update to ${destination.host}?`,
    detail: detail.join('\n'),
    proceed: 'Apply Update',
    review: 'Show Request',
  };
}

function fieldLine({ label, display }: SentField): string {
  return `  ${label}: ${shortText(display, longestValue)}`;
}

function atMost(lines: readonly string[]): readonly string[] {
  const rest = lines.length - mostLines;
  return rest <= 0
    ? lines
    : [...lines.slice(0, mostLines), `  … and ${rest} more: see Show Request`];
}
