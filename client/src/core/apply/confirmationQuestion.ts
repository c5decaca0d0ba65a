// The question before an update is sent: at most seven short lines, which fit on a small screen. The
// plan, one button away, has the rest.
import type { PreparedUpdate } from '../../../../server/src/protocol/messages';
import type { ListChanges, PlannedField, UpdatePlan } from '../../../../server/src/protocol/plan';
import { describeLogin, type FoundCredentials } from '../model/credentials';
import type { ConfirmationQuestion } from '../ports/ports';
import type { Destination } from '../targets/findDestination';
import type { TargetStatus } from '../targets/resolveTarget';
import { shortText } from '../model/visibleText';
import { variableLines } from './dialogLines';

/** With the title, eight. */
const mostLines = 7;

/** In characters: about two lines of the dialog. */
const longestLine = 150;

/** In characters, of a value before and after. */
const longestValue = 40;

/** What is known in addition to the request. */
export interface QuestionParts {
  readonly plan?: UpdatePlan;
  readonly status?: TargetStatus;
  /** A sentence about how the update is rolled back. */
  readonly terms?: string;
}

/**
 * Names the target, the connection, what changes, the worst effect on traffic and what the peer has to
 * do. Without a plan, because the connection can't be read, it names the fields that are sent.
 */
export function confirmationQuestion(
  update: PreparedUpdate,
  destination: Destination,
  found: FoundCredentials,
  { plan, status, terms }: QuestionParts = {},
): ConfirmationQuestion {
  const login = `${describeLogin(found.credentials)} from ${found.origin}`;
  const lines = [
    `Target: ${destination.label}, ${destination.host}, with ${login}`,
    `Connection: ${plan?.status === undefined ? '' : `${plan.status}, `}${update.connectionId}`,
    ...(plan === undefined ? sentLines(update) : planLines(update, plan)),
    ...variableLines(update.secrets),
    ...(terms === undefined ? [] : [terms]),
  ];
  const [warning] = plan?.warnings ?? update.warnings;
  const detail =
    warning === undefined || lines.length >= mostLines ? lines : [...lines, `Warning: ${warning}`];
  const name = shortText(plan?.name ?? update.connectionId, 60);
  return {
    title: `Apply update to "${name}"${status === 'production' ? ' in PRODUCTION' : ''}?`,
    detail: detail.map((line) => shortText(line, longestLine)).join('\n'),
    proceed: 'Apply Update',
    review: plan === undefined ? 'Show Request' : 'Preview Changes',
  };
}

function sentLines({ fields, warnings }: PreparedUpdate): readonly string[] {
  const labels = fields.map(({ label }) => label).join(', ');
  return [
    "Changes: not known, because you don't have permission to read this connection.",
    `${counted(fields.length, 'field is', 'fields are')} sent${warned(warnings)}: ${labels}`,
  ];
}

/** What changes, then the worst that happens, each in one line. */
function planLines(
  update: PreparedUpdate,
  { fields, effects, warnings }: UpdatePlan,
): readonly string[] {
  const changing = fields.filter(({ kind }) => kind !== 'same');
  const unchanged = fields.filter(
    ({ kind, pointer }) =>
      kind === 'same' && update.fields.some((sent) => sent.pointer === pointer),
  ).length;
  const also = unchanged === 0 ? '' : `, ${unchanged} unchanged`;
  const changes = counted(changing.length, 'change', 'changes');
  const [effect] = effects;
  const peer = changing.flatMap(({ otherSide }) => (otherSide === undefined ? [] : [otherSide]));
  const more = new Set(peer).size - 1;
  return [
    `${changes}${also}${warned(warnings)}: ${changing.map(changeText(changing)).join(', ')}`,
    ...(effect === undefined ? [] : [`Traffic: ${effect.when}`]),
    ...(peer[0] === undefined ? [] : [`Peer: ${peer[0]}${more > 0 ? ` (+${more} more)` : ''}`]),
  ];
}

/** One or two changes are shown with their values, more with their labels. */
function changeText(changing: readonly PlannedField[]): (field: PlannedField) => string {
  return ({ label, before, after, list, kind }) => {
    if (changing.length > 2) return label;
    if (list !== undefined) return `${label}: ${shortText(listText(list), 2 * longestValue)}`;
    const now =
      kind === 'unreadable' ? "(can't be read)" : shortText(before ?? '(none)', longestValue);
    return `${label}: ${now} → ${shortText(after, longestValue)}`;
  };
}

/** `+ 192.168.2.0/24, - 10.0.0.0/8` */
function listText({ added, removed }: ListChanges): string {
  return [...added.map((item) => `+ ${item}`), ...removed.map((item) => `- ${item}`)].join(', ');
}

function warned(warnings: readonly string[]): string {
  return warnings.length === 0 ? '' : `, ${counted(warnings.length, 'warning', 'warnings')}`;
}

function counted(count: number, one: string, many: string): string {
  return `${count} ${count === 1 ? one : many}`;
}
