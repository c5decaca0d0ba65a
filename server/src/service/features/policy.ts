// Which problems of a file are shown, and how severe they are: what the rules found, as the settings
// and the comments of the file want it.
import { byPlace, type Problem, type Severity } from '../problem';
import {
  canBeSilenced,
  reviewSuppressions,
  severityOf,
  silences,
  type Suppression,
} from '../rules/suppressions';
import type { Snapshot } from '../snapshot';

/** What the setting can say about a rule, from hidden to severe. */
export const severityChoices = ['off', 'information', 'warning', 'error'] as const;

/** Severities by ID of a rule, from the setting `vpnconn.rules`. */
export interface Policy {
  readonly severities: Readonly<Record<string, Severity | 'off'>>;
}

/** Every rule with the severity of its own. */
export const defaultPolicy: Policy = { severities: {} };

/** Problems that only the workspace knows, by the index of their document. */
export type ProblemsElsewhere = ReadonlyMap<number, readonly Problem[]>;

/** Nothing is known of a workspace. */
export const noProblems: ProblemsElsewhere = new Map();

/**
 * The problems of each document of a file, in the order of its documents. `elsewhere` has those that
 * only the workspace knows, by the index of their document.
 */
export function problemsOf(
  snapshot: Snapshot,
  policy: Policy,
  elsewhere: ProblemsElsewhere = noProblems,
): readonly (readonly Problem[])[] {
  const { documents } = snapshot;
  if (elsewhere.size === 0 && documents.every(({ analysis }) => analysis.suppressions.length === 0))
    return documents.map(({ analysis }) => withSeverities(analysis.problems, policy));
  const suppressions = documents.flatMap(({ analysis }) => analysis.suppressions);
  const everywhere = suppressions.filter(({ scope }) => scope === 'file');
  const used = new Set<Suppression>();
  const loud = documents.map(({ analysis }, index) => {
    const added = elsewhere.get(index);
    const found = added === undefined ? analysis.problems : [...analysis.problems, ...added];
    if (suppressions.length === 0) return added === undefined ? found : [...found].sort(byPlace);
    const own = [...everywhere, ...analysis.suppressions.filter(({ scope }) => scope === 'line')];
    return found.filter((problem) => {
      const silencing = own.filter((each) => silences(each, problem));
      for (const each of silencing) used.add(each);
      return silencing.length === 0;
    });
  });
  return documents.map(({ analysis }, index) => {
    const found = loud[index] ?? [];
    if (analysis.suppressions.length === 0) return withSeverities(found, policy);
    const review = reviewSuppressions(analysis.suppressions, (each) => used.has(each));
    return withSeverities([...found, ...review].sort(byPlace), policy);
  });
}

/** Reads a policy from the value of the setting; what is no severity is left out. */
export function readPolicy(setting: unknown): Policy {
  if (typeof setting !== 'object' || setting === null) return defaultPolicy;
  return {
    severities: Object.fromEntries(
      Object.entries(setting).flatMap(([id, value]) => {
        const severity = severityChoices.find((each) => each === value);
        return severity === undefined ? [] : [[id, severity]];
      }),
    ),
  };
}

function withSeverities(problems: readonly Problem[], { severities }: Policy): readonly Problem[] {
  if (problems.length === 0 || Object.keys(severities).length === 0) return problems;
  return problems.flatMap((problem) => {
    const { code, severity } = problem;
    const wanted = severities[code];
    if (wanted === undefined || !canBeSilenced(code, severity)) return [problem];
    // A finding that is milder than its rule, because a fact is unknown, can be lowered but not raised.
    const isMild = ranks.indexOf(severity) < ranks.indexOf(severityOf(code) ?? severity);
    if (isMild && ranks.indexOf(wanted) > ranks.indexOf(severity)) return [problem];
    return wanted === 'off' ? [] : [{ ...problem, severity: wanted }];
  });
}

const ranks: readonly (Severity | 'off')[] = severityChoices;
