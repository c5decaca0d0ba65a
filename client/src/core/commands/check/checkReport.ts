// The checks as a document: one paragraph for each, starting with its result.
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
  passed: 'Passed ',
  warning: 'Warning',
  failed: 'Failed ',
  skipped: 'Skipped',
};

/** Prints the checks, with the most important finding first. */
export function checkReport(label: string, steps: readonly CheckStep[]): string {
  return [
    `Connection to ${label}`,
    '',
    summaryOf(steps),
    '',
    ...steps.flatMap(({ id, state, detail, lines = [], remedy }) => [
      `${marks[state]}  ${titles[id]}`,
      `         ${detail}`,
      ...lines.map((line) => `           ${line}`),
      ...(remedy === undefined ? [] : [`         Resolution: ${remedy}`]),
      '',
    ]),
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
