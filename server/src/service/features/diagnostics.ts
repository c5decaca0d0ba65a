// Diagnostics: the problems of all documents, at their places in the file.
import type {
  Diagnostic,
  DiagnosticRelatedInformation,
  DiagnosticSeverity as LspSeverity,
  TextEdit,
} from 'vscode-languageserver-types';
import type { Edit } from '../document/edit';
import type { Span } from '../document/span';
import type { Problem, Severity } from '../problem';
import { referenceUrl } from '../rules/referenceAnchor';
import { DiagnosticsMemo } from './diagnosticsMemo';
import { DiagnosticSeverity, DiagnosticTag } from './lspValues';
import { plainMessage } from './plainText';
import {
  defaultPolicy,
  noProblems,
  problemsOf,
  type Policy,
  type ProblemsElsewhere,
} from './policy';
import { positionInFile, type Snapshot, type SnapshotDocument } from '../snapshot';

/** How many errors, and how many other problems, a file shows: more help nobody and slow the editor down. */
export const maxErrors = 500;
export const maxOthers = 200;

const severities: Readonly<Record<Severity, LspSeverity>> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  information: DiagnosticSeverity.Information,
};

const tags = {
  unnecessary: DiagnosticTag.Unnecessary,
  deprecated: DiagnosticTag.Deprecated,
} as const;

/**
 * The diagnostics of a file, in the order of the file. `uri` is where related places are; `memo` has
 * what was made of earlier versions; `elsewhere` what only the workspace knows, by the index of the document.
 */
export function diagnostics(
  snapshot: Snapshot,
  uri: string,
  policy: Policy = defaultPolicy,
  memo = new DiagnosticsMemo(),
  elsewhere: ProblemsElsewhere = noProblems,
): Diagnostic[] {
  const shown: Diagnostic[] = [];
  const room = new Room();
  const problems = problemsOf(snapshot, policy, elsewhere, memo.policy);
  const errorCounts = memo.errorCountsOf(problems);
  for (const [index, document] of snapshot.documents.entries()) {
    const own = problems[index] ?? [];
    if (own.length === 0) continue;
    const errors = errorCounts[index] ?? 0;
    // What is not shown is only counted: of a thousand documents most have nothing else.
    if (!room.hasSomeFor(errors, own.length - errors)) {
      room.hidden += own.length;
      continue;
    }
    const found = memo.of(document, own, uri, () =>
      own.map((problem) => toDiagnostic(document, problem, uri)),
    );
    shown.push(...found.filter(({ severity }) => room.take(severity)));
  }
  return room.hidden === 0 ? shown : [...shown, moreProblems(room.hidden)];
}

/** What can still be shown of a file. */
class Room {
  hidden = 0;
  #errors = maxErrors;
  #others = maxOthers;

  hasSomeFor(errors: number, others: number): boolean {
    return (errors > 0 && this.#errors > 0) || (others > 0 && this.#others > 0);
  }

  /** Whether one more diagnostic of this severity is shown. */
  take(severity: LspSeverity | undefined): boolean {
    const isShown = severity === DiagnosticSeverity.Error ? this.#errors-- > 0 : this.#others-- > 0;
    if (!isShown) this.hidden++;
    return isShown;
  }
}

/** One problem as a diagnostic. */
export function toDiagnostic(
  document: SnapshotDocument,
  problem: Problem,
  uri: string,
): Diagnostic {
  const { tag, data } = problem;
  const related = relatedInformation(document, problem, uri);
  return {
    range: rangeInFile(document, problem.span),
    severity: severities[problem.severity],
    code: problem.code,
    codeDescription: { href: referenceUrl(problem.code) },
    source: 'vpnconn',
    message: plainMessage(problem.message),
    ...(related.length > 0 && { relatedInformation: related }),
    ...(tag && { tags: [tags[tag]] }),
    ...(data && { data }),
  };
}

/** The other places that a problem has to do with, in its document and elsewhere. */
function relatedInformation(
  document: SnapshotDocument,
  { related = [], elsewhere = [] }: Problem,
  uri: string,
): DiagnosticRelatedInformation[] {
  return [
    ...related.map(({ span, message }) => ({
      location: { uri, range: rangeInFile(document, span) },
      message: plainMessage(message),
    })),
    ...elsewhere.map(({ message, ...location }) => ({ location, message: plainMessage(message) })),
  ];
}

/** The range in the file of a span in one of its documents. */
export function rangeInFile(document: SnapshotDocument, span: Span): Diagnostic['range'] {
  return { start: positionInFile(document, span.start), end: positionInFile(document, span.end) };
}

/** An edit of a document as one of its file. */
export function toTextEdit(document: SnapshotDocument, { span, text }: Edit): TextEdit {
  return { range: rangeInFile(document, span), newText: text };
}

function moreProblems(hidden: number): Diagnostic {
  const start = { line: 0, character: 0 };
  return {
    range: { start, end: start },
    severity: DiagnosticSeverity.Information,
    code: 'yaml/limits',
    source: 'vpnconn',
    message: `${hidden} more problems of this file are not shown. Mend some of those shown to see the rest.`,
  };
}
