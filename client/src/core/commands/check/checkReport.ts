// The checks as a document: one item for each, starting with its result.
import { literalMarkdown, visibleText } from '../../model/visibleText';
import type { CheckId, CheckStep } from './checkStep';

const titles: Readonly<Record<CheckId, string>> = {
  target: 'Target',
  region: 'Region and endpoint',
  proxy: 'Proxy',
  reach: 'Host',
  certificate: 'Certificate',
  clock: 'Clock',
  credentials: 'Credentials',
  accepted: 'Authentication',
  project: 'Project',
  permission: 'Read permission',
};

const marks: Readonly<Record<CheckStep['state'], string>> = {
  passed: '✓',
  warning: '⚠',
  failed: '✗',
  skipped: '–',
};

/** What a mark alone would leave to the eye. */
const words: Readonly<Record<CheckStep['state'], string>> = {
  passed: '',
  warning: ' (warning)',
  failed: ' (failed)',
  skipped: ' (skipped)',
};

/** The checks as Markdown, with the most important finding first. */
export function checkReport(label: string, steps: readonly CheckStep[]): string {
  return [
    `# Connection to ${readable(label)}`,
    '',
    `**${readable(summaryOf(steps))}**`,
    '',
    ...steps.flatMap(({ id, state, detail, lines = [], remedy }) => [
      `- ${marks[state]} **${titles[id]}**${words[state]}: ${readable(detail)}`,
      ...lines.map((line) => `  - ${readable(line)}`),
      ...(remedy === undefined ? [] : [`  - **Resolution:** ${readable(remedy)}`]),
    ]),
    '',
  ].join('\n');
}

/** One sentence: whether updates would arrive, else the first check that failed. */
export function summaryOf(steps: readonly CheckStep[]): string {
  const first = steps.find(({ state }) => state === 'failed');
  if (first !== undefined) {
    return `${titles[first.id]}: ${first.detail}`;
  }
  const count = (state: CheckStep['state']): number =>
    steps.filter((step) => step.state === state).length;
  if (count('skipped') > 0) {
    return `No problems found. ${count('skipped')} of ${steps.length} checks were skipped.`;
  }
  const warnings = count('warning');
  return warnings === 0
    ? `All ${steps.length} checks passed.`
    : `Requests arrive. ${warnings} of ${steps.length} checks have a warning.`;
}

/** An address as code: it is no link there, and can be read without the marks that prevent one. */
function readable(text: string): string {
  return text
    .split(/(https?:\/\/[^\s()`]+)/)
    .map((part, index) => (index % 2 === 1 ? `\`${visibleText(part)}\`` : literalMarkdown(part)))
    .join('');
}
