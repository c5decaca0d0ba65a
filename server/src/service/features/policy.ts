// Which problems of a file are shown, and how severe they are: what the rules found, as the settings
// and the comments of the file want it.
import type { Analysis } from '../analysis';
import { byPlace, type Problem, type Severity } from '../problem';
import {
  canBeSilenced,
  reviewSuppressions,
  severityOf,
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
  const everywhere = new Set(
    documents.flatMap(({ analysis }) =>
      analysis.suppressions.filter(({ scope }) => scope === 'file').map(({ id }) => id),
    ),
  );
  const silencers = documents.map(({ analysis }) => new Silencer(analysis, everywhere));
  const loud = silencers.map((silencer, index) => {
    const { problems } = silencer.analysis;
    const added = elsewhere.get(index);
    const found = added === undefined ? problems : [...problems, ...added];
    const audible = silencer.isIdle ? found : found.filter((each) => !silencer.silences(each));
    return added === undefined ? audible : [...audible].sort(byPlace);
  });
  const usedEverywhere = new Set(silencers.flatMap(({ usedEverywhere }) => [...usedEverywhere]));
  return silencers.map((silencer, index) => {
    const { suppressions } = silencer.analysis;
    const found = loud[index] ?? [];
    if (suppressions.length === 0) return withSeverities(found, policy);
    const review = reviewSuppressions(suppressions, (each) =>
      each.scope === 'file' ? usedEverywhere.has(each.id) : silencer.hasUsed(each),
    );
    return withSeverities([...found, ...review].sort(byPlace), policy);
  });
}

/**
 * What the comments of one document, and those for the whole file, silence in it. They are looked up,
 * since thousands of comments can meet thousands of problems.
 */
class Silencer {
  readonly analysis: Analysis;
  /** IDs of the comments for the whole file that silence something here. */
  readonly usedEverywhere = new Set<string>();
  readonly #everywhere: ReadonlySet<string>;
  readonly #onLines: ReadonlySet<string>;
  readonly #used = new Set<string>();

  constructor(analysis: Analysis, everywhere: ReadonlySet<string>) {
    this.analysis = analysis;
    this.#everywhere = everywhere;
    const onLines = analysis.suppressions.filter(({ scope }) => scope === 'line');
    this.#onLines = new Set(onLines.map((each) => this.#keyOf(each)));
  }

  /** Nothing can be silenced here. */
  get isIdle(): boolean {
    return this.#everywhere.size + this.#onLines.size === 0;
  }

  silences({ code, severity, span }: Problem): boolean {
    if (!canBeSilenced(code, severity)) return false;
    const key = this.#keyAt(code, span.start);
    const isOnLine = this.#onLines.has(key);
    const isEverywhere = this.#everywhere.has(code);
    if (isOnLine) this.#used.add(key);
    if (isEverywhere) this.usedEverywhere.add(code);
    return isOnLine || isEverywhere;
  }

  /** Whether a comment for a line of this document silences something. */
  hasUsed(suppression: Suppression): boolean {
    return this.#used.has(this.#keyOf(suppression));
  }

  #keyOf({ id, target }: Suppression): string {
    return target === undefined ? id : this.#keyAt(id, target.start);
  }

  #keyAt(id: string, offset: number): string {
    return `${this.analysis.lines.positionAt(offset).line} ${id}`;
  }
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
