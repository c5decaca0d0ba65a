// The steps as a document to read: one paragraph for each, with its mark in words.
import type { CheckId, CheckStep } from './checkStep';

const titles: Readonly<Record<CheckId, string>> = {
  target: 'Target',
  region: 'Region and endpoint',
  proxy: 'Proxy',
  reach: 'Host reached',
  certificate: 'Certificate',
  clock: 'Clock',
  credentials: 'Credentials found',
  accepted: 'Credentials accepted',
  project: 'Project found',
  permission: 'Permission to read',
};

const marks: Readonly<Record<CheckStep['state'], string>> = {
  passed: 'OK     ',
  warning: 'WARNING',
  failed: 'FAILED ',
  skipped: 'skipped',
};

/** Prints the steps, what to do first of all on top. */
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
      ...(remedy === undefined ? [] : [`         What to do: ${remedy}`]),
      '',
    ]),
  ].join('\n');
}

/** One sentence: whether updates would arrive, else the first step that failed. */
export function summaryOf(steps: readonly CheckStep[]): string {
  const first = steps.find(({ state }) => state === 'failed');
  if (first !== undefined) {
    return `${titles[first.id]}: ${first.detail}`;
  }
  const count = (state: CheckStep['state']): number =>
    steps.filter((step) => step.state === state).length;
  if (count('skipped') > 0) {
    return `Nothing is wrong as far as it was checked; skipped: ${count('skipped')} of ${steps.length} steps.`;
  }
  const warnings = count('warning');
  return warnings === 0
    ? `All ${steps.length} steps are in order.`
    : `Requests arrive; ${warnings} of ${steps.length} steps give a warning.`;
}
