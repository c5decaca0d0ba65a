// Runs rules over one document and settles who speaks when several see the same mistake.
import { firstLine, type Span } from '../document/span';
import type { Problem } from '../problem';
import type { Finding, Rule } from './rule';
import type { RuleDocument } from './ruleDocument';
import { canBeSilenced } from './suppressions';

/** All findings of `rules` as problems, unsorted. */
export function runRules(
  rules: readonly Rule[],
  document: RuleDocument,
  text: string,
): readonly Problem[] {
  const problems: Problem[] = [];
  for (const rule of rules)
    rule.check(document, (finding) => problems.push(toProblem(rule, finding, text)));
  return problems;
}

/**
 * One problem for one mistake: a problem gives way to one at the same value whose rule supersedes it.
 * Errors that cannot be silenced stay with the one that speaks for them, so that they are not lost when
 * that one is silenced: what cannot be sent is never hidden.
 */
export function withoutSuperseded(
  problems: readonly Problem[],
  rules: readonly Rule[],
): readonly Problem[] {
  const speakers = speakersFor(problems, rules);
  if (speakers.size === 0) return problems;
  const kept: Problem[] = [];
  const spokenFor = new Map<Problem, Problem[]>();
  for (const problem of problems) {
    const speaker = speakerFor(problem, speakers);
    if (speaker === undefined) kept.push(problem);
    else if (speaker.speaksFor === undefined && !canBeSilenced(problem.code, problem.severity))
      spokenFor.set(speaker, [...(spokenFor.get(speaker) ?? []), problem]);
  }
  return kept.map((problem) => {
    const speaksFor = spokenFor.get(problem);
    return speaksFor === undefined ? problem : { ...problem, speaksFor };
  });
}

/** Who says it better, by the code and the place of the problem that gives way. */
function speakersFor(
  problems: readonly Problem[],
  rules: readonly Rule[],
): ReadonlyMap<string, Problem> {
  const speakers = new Map<string, Problem>();
  for (const { id, supersedes } of rules) {
    if (supersedes === undefined) continue;
    for (const problem of problems)
      if (problem.code === id)
        for (const other of supersedes) speakers.set(keyOf(other, problem), problem);
  }
  return speakers;
}

/** The one that speaks in the end: who says it better may itself give way to another one. */
function speakerFor(problem: Problem, speakers: ReadonlyMap<string, Problem>): Problem | undefined {
  const speaker = speakers.get(keyOf(problem.code, problem));
  return speaker === undefined ? undefined : (speakerFor(speaker, speakers) ?? speaker);
}

function keyOf(code: string, { pointer }: Problem): string {
  return `${code} ${pointer}`;
}

function toProblem(rule: Rule, finding: Finding, text: string): Problem {
  const { at, message, note, severity = rule.severity, data, related, tag, isFinal } = finding;
  const pointer = 'keySpan' in at ? at.value.pointer : at.pointer;
  return {
    code: rule.id,
    severity,
    pointer,
    span: firstLine(text, placeOf(at)),
    message: note === undefined ? message : `${message} ${note}`,
    ...(data && { data }),
    ...(related && { related }),
    ...(tag && { tag }),
    ...(isFinal && { speaksFor: [] }),
  };
}

function placeOf(at: Finding['at']): Span {
  return 'keySpan' in at ? at.keySpan : at.span;
}
