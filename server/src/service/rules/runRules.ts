// Runs rules over one document and settles who speaks when several see the same mistake.
import { firstLine, type Span } from '../document/span';
import type { Problem } from '../problem';
import type { Finding, Rule } from './rule';
import type { RuleDocument } from './ruleDocument';

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
 */
export function withoutSuperseded(
  problems: readonly Problem[],
  rules: readonly Rule[],
): readonly Problem[] {
  const silenced = new Set<string>();
  for (const { id, supersedes } of rules) {
    if (supersedes === undefined) continue;
    for (const { code, pointer } of problems)
      if (code === id) for (const other of supersedes) silenced.add(`${other} ${pointer}`);
  }
  return silenced.size === 0
    ? problems
    : problems.filter(({ code, pointer }) => !silenced.has(`${code} ${pointer}`));
}

function toProblem(rule: Rule, finding: Finding, text: string): Problem {
  const { at, message, note, severity = rule.severity, data, related, tag } = finding;
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
  };
}

function placeOf(at: Finding['at']): Span {
  return 'keySpan' in at ? at.keySpan : at.span;
}
