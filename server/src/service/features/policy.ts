// Which problems of a file are shown, and how severe they are: what the rules found, as the settings
// and the comments of the file want it.
import type { Analysis } from '../analysis';
import { ListMemo } from '../listMemo';
import { byPlace, type Problem, type Severity } from '../problem';
import {
  canBeMissed,
  canBeSilenced,
  reviewSuppressions,
  severityOf,
  type Suppression,
} from '../rules/suppressions';
import type { Snapshot, SnapshotDocument } from '../snapshot';

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

/** Remembers for one file what its documents have under a policy when no comment silences anything. */
export class PolicyMemo {
  readonly #memo = new ListMemo<SnapshotDocument, readonly Problem[] | undefined>();
  #policy = defaultPolicy;

  /** The problems of each document without comments that silence; nothing for one that has some. */
  withoutComments(
    { documents }: Snapshot,
    policy: Policy,
  ): readonly (readonly Problem[] | undefined)[] {
    const isSamePolicy = this.#policy === policy;
    this.#policy = policy;
    const make = ({ analysis }: SnapshotDocument): readonly Problem[] | undefined =>
      analysis.suppressions.length > 0 ? undefined : withSeverities(analysis.problems, policy);
    return isSamePolicy ? this.#memo.of(documents, make) : this.#memo.anew(documents, make);
  }
}

/**
 * The problems of each document of a file, in the order of its documents. `elsewhere` has those that
 * only the workspace knows, by the index of their document; `memo` has those of the version before.
 */
export function problemsOf(
  snapshot: Snapshot,
  policy: Policy,
  elsewhere: ProblemsElsewhere = noProblems,
  memo = new PolicyMemo(),
): readonly (readonly Problem[])[] {
  const { documents } = snapshot;
  const plain = memo.withoutComments(snapshot, policy);
  if (elsewhere.size === 0 && isComplete(plain)) return plain;
  const commented = documents.filter((_, index) => plain[index] === undefined);
  const everywhere = new Set(
    commented.flatMap(({ analysis }) =>
      analysis.suppressions.filter(({ scope }) => scope === 'file').map(({ id }) => id),
    ),
  );
  const silencers = documents.map(({ analysis }, index) =>
    plain[index] !== undefined && everywhere.size === 0 && !elsewhere.has(index)
      ? undefined
      : new Silencer(analysis, everywhere),
  );
  const audible = silencers.map((silencer, index) => silencer?.audible(elsewhere.get(index)));
  const usedEverywhere = new Set(
    silencers.flatMap((silencer) => (silencer === undefined ? [] : [...silencer.usedEverywhere])),
  );
  const isWholeFile =
    everywhere.size > 0 && documents.every(({ analysis }) => analysis.syntax.length === 0);
  return silencers.map((silencer, index) => {
    if (silencer === undefined) return plain[index] ?? [];
    const { suppressions, syntax } = silencer.analysis;
    const found = audible[index] ?? [];
    if (suppressions.length === 0) return withSeverities(found, policy);
    const review = reviewSuppressions(suppressions, (each) =>
      each.scope === 'file'
        ? !usedEverywhere.has(each.id) && canBeMissed(each.id, isWholeFile)
        : !silencer.hasUsed(each) && canBeMissed(each.id, syntax.length === 0),
    );
    return withSeverities([...found, ...review].sort(byPlace), policy);
  });
}

function isComplete<Each>(list: readonly (Each | undefined)[]): list is readonly Each[] {
  return !list.includes(undefined);
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

  /** What is left of the problems of the document and of those that were `added` to them. */
  audible(added: readonly Problem[] | undefined): readonly Problem[] {
    const { problems } = this.analysis;
    const found = added === undefined ? problems : [...problems, ...added];
    const hasNone = this.#everywhere.size + this.#onLines.size === 0;
    if (hasNone && added === undefined) return found;
    return found
      .flatMap((each) => (this.#silences(each) ? (each.speaksFor ?? []) : [each]))
      .sort(byPlace);
  }

  #silences({ code, severity, span }: Problem): boolean {
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
  const shown = problems.flatMap((problem) => {
    const { code, severity, speaksFor = [] } = problem;
    const wanted = severities[code];
    if (wanted === undefined || !canBeSilenced(code, severity)) return [problem];
    // A finding that is milder than its rule, because a fact is unknown, can be lowered but not raised.
    const isMild = ranks.indexOf(severity) < ranks.indexOf(severityOf(code) ?? severity);
    if (isMild && ranks.indexOf(wanted) > ranks.indexOf(severity)) return [problem];
    if (wanted !== 'error' && speaksFor.length > 0) return speaksFor;
    return wanted === 'off' ? [] : [{ ...problem, severity: wanted }];
  });
  return shown.sort(byPlace);
}

const ranks: readonly (Severity | 'off')[] = severityChoices;
