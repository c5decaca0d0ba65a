// Diagnostics: the problems of all documents, at their places in the file.
import type { Diagnostic } from 'vscode-languageserver-types';
import { DiagnosticSeverity, DiagnosticTag } from 'vscode-languageserver-types';
import type { Span } from '../document/span';
import type { Problem, Severity } from '../problem';
import { positionInFile, type Snapshot, type SnapshotDocument } from '../snapshot';

/** How many diagnostics a file shows: more help nobody and slow the editor down. */
export const maxDiagnostics = 500;

const severities: Readonly<Record<Severity, DiagnosticSeverity>> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  information: DiagnosticSeverity.Information,
};

const tags = {
  unnecessary: DiagnosticTag.Unnecessary,
  deprecated: DiagnosticTag.Deprecated,
} as const;

/** The diagnostics of a file, in the order of the file. `uri` is where related places are. */
export function diagnostics(snapshot: Snapshot, uri: string): Diagnostic[] {
  const all: Diagnostic[] = [];
  for (const document of snapshot.documents) {
    for (const problem of document.analysis.problems) {
      if (all.length === maxDiagnostics) return [...all, tooMany(all.at(-1))];
      all.push(toDiagnostic(document, problem, uri));
    }
  }
  return all;
}

/** One problem as a diagnostic. */
export function toDiagnostic(
  document: SnapshotDocument,
  problem: Problem,
  uri: string,
): Diagnostic {
  const { related, tag, data } = problem;
  return {
    range: rangeInFile(document, problem.span),
    severity: severities[problem.severity],
    code: problem.code,
    source: 'vpnconn',
    message: problem.message,
    ...(related && {
      relatedInformation: related.map(({ span, message }) => ({
        location: { uri, range: rangeInFile(document, span) },
        message,
      })),
    }),
    ...(tag && { tags: [tags[tag]] }),
    ...(data && { data }),
  };
}

/** The range in the file of a span in one of its documents. */
export function rangeInFile(document: SnapshotDocument, span: Span): Diagnostic['range'] {
  return { start: positionInFile(document, span.start), end: positionInFile(document, span.end) };
}

function tooMany(last: Diagnostic | undefined): Diagnostic {
  const start = { line: 0, character: 0 };
  return {
    range: last?.range ?? { start, end: start },
    severity: DiagnosticSeverity.Information,
    code: 'yaml/limits',
    source: 'vpnconn',
    message: `Only the first ${maxDiagnostics} problems of this file are shown. Mend some of them to see the rest.`,
  };
}
