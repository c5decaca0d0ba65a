// The shape of a rule: everything about one mistake in one place. The rule's id is the code of its
// diagnostics, its key in the settings and its anchor in the reference page.
import type { DataNode, MapEntry } from '../document/node';
import type { ProblemData, RelatedPlace, Severity } from '../problem';
import type { LiveFacts } from './connectionFacts';
import type { RuleDocument } from './ruleDocument';

/** What a rule found: a place and the words for it. */
export interface Finding {
  /** The value, or the entry whose key is to be marked. */
  readonly at: DataNode | MapEntry;
  /** One sentence that names the mend, without any text of a secret field. */
  readonly message: string;
  /** Where a fact comes from that is not in the file; it follows the message. */
  readonly note?: string;
  /** Severity for this finding, when it differs from the rule's own. */
  readonly severity?: Severity;
  readonly data?: ProblemData;
  readonly related?: readonly RelatedPlace[];
  readonly tag?: 'unnecessary' | 'deprecated';
  /**
   * The finding has the last word: errors that it supersedes stay away even when it is silenced. For
   * what the table refuses, because the API page does, and some clouds take all the same.
   */
  readonly isFinal?: true;
}

/** A document that makes the rule speak: the marked text, and what the document becomes by the fix. */
export interface BadExample {
  /** YAML below `vpn_connection:`, or a whole document when it names `vpn_connection:` itself. */
  readonly yaml: string;
  /** The marked texts, in order of the file; each occurs in `yaml`. */
  readonly marks: readonly string[];
  /** The example after the preferred fix, when the rule has one. */
  readonly fixed?: string;
  readonly severity?: Severity;
}

export interface Rule {
  readonly id: string;
  readonly severity: Severity;
  readonly title: string;
  /** Why it matters, for the reference page. */
  readonly why: string;
  /** Where the fact comes from: table of the API page, manual, RFC. */
  readonly source: string;
  /** It speaks of what is not there, which may stand where the text could not be read. */
  readonly aboutMissing?: true;
  /** It speaks only with facts that no text of the file holds, so the file cannot tell what it would find. */
  readonly fromOutside?: true;
  /**
   * Rules and checks whose finding at the same place says the same thing less well. An error that
   * nobody can silence comes back when this rule's finding is silenced or no error any more.
   */
  readonly supersedes?: readonly string[];
  check(document: RuleDocument, report: (finding: Finding) => void): void;
  readonly examples: {
    readonly good: readonly string[];
    readonly bad: readonly BadExample[];
    /** What the live connection says in all of them; without it the rule is silent. */
    readonly live?: LiveFacts;
  };
}

/** Declares a rule. */
export function defineRule(rule: Rule): Rule {
  return rule;
}
