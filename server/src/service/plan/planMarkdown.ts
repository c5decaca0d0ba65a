// The plan as Markdown, for a change ticket.
import type { PreparedUpdate } from '../../protocol/messages';
import type {
  ListChanges,
  MovedField,
  PlannedEffect,
  PlannedField,
  UpdatePlan,
} from '../../protocol/plan';
import { asMarkdown, visibleText } from '../features/plainText';
import { otherSides } from './otherSides';

/** Headings, a table of the fields, what happens to traffic, the other side, warnings. */
export function planMarkdown(
  plan: Omit<UpdatePlan, 'markdown'>,
  { projectId, connectionId }: PreparedUpdate,
): string {
  const { name, status, comparedAt, fields, effects, warnings, moved } = plan;
  return [
    `# Update of VPN connection ${asMarkdown(name ?? connectionId)}`,
    '',
    `- Connection: ${code(connectionId)}${status === undefined ? '' : `, ${asMarkdown(status)}`}`,
    `- Project: ${code(projectId)}`,
    `- Compared with the live connection at ${comparedAt}`,
    '',
    ...section('Fields', fieldTable(fields)),
    ...section('Effect on traffic', effectLines(effects)),
    ...section(
      'The other side',
      otherSides(fields).map(({ demand, labels }) => `- ${labels.map(code).join(', ')}: ${demand}`),
    ),
    ...section('Changed by somebody else since the last look', movedLines(moved)),
    ...section(
      'Warnings',
      warnings.map((warning) => `- ${asMarkdown(warning)}`),
    ),
  ]
    .join('\n')
    .replace(/\n*$/, '\n');
}

function section(title: string, lines: readonly string[]): readonly string[] {
  return lines.length === 0 ? [] : [`## ${title}`, '', ...lines, ''];
}

function fieldTable(fields: readonly PlannedField[]): readonly string[] {
  return [
    '| Field | Now | After | Takes effect |',
    '|---|---|---|---|',
    ...fields.map(
      ({ label, kind, before, after, list, when, note }) =>
        `| ${code(label)} | ${kind === 'unreadable' ? '(not readable)' : valueCell(before)} | ${list === undefined ? valueCell(after) : listCell(list)} | ${
          kind === 'same'
            ? `no change${note === undefined ? '' : `: ${note}`}`
            : asMarkdown(when ?? '')
        } |`,
    ),
  ];
}

function effectLines(effects: readonly PlannedEffect[]): readonly string[] {
  if (effects.length === 0) return ['Nothing changes.'];
  return effects.map(
    ({ when, text, labels }) => `- **${capital(when)}** (${labels.map(code).join(', ')}): ${text}`,
  );
}

function movedLines(moved: readonly MovedField[]): readonly string[] {
  if (moved.length === 0) return [];
  return [
    '| Field | Then | Now | This update |',
    '|---|---|---|---|',
    ...moved.map(
      ({ label, earlier, now, planned }) =>
        `| ${code(label)} | ${valueCell(earlier)} | ${valueCell(now)} | ${planned === undefined ? '(not sent)' : valueCell(planned)} |`,
    ),
  ];
}

function valueCell(value: string | undefined): string {
  return value === undefined ? '(none)' : code(value);
}

/** `+ 192.168.2.0/24`, one after the other. */
function listCell({ added, removed }: ListChanges): string {
  return [...added.map((item) => `+ ${item}`), ...removed.map((item) => `- ${item}`)]
    .map(code)
    .join(', ');
}

/** Values come from the file and from the cloud: they must not end the cell or the code span. */
function code(text: string): string {
  const oneLine = visibleText(text).replaceAll('|', '\\|');
  const longest = Math.max(0, ...(oneLine.match(/`+/g) ?? []).map(({ length }) => length));
  const fence = '`'.repeat(longest + 1);
  const space = longest > 0 ? ' ' : '';
  return `${fence}${space}${oneLine}${space}${fence}`;
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
