// What was made of the problems of an earlier version of a file. A document that has neither changed
// nor moved, with the problems it had, has the diagnostics it had.
import type { Diagnostic } from 'vscode-languageserver-types';
import { ListMemo } from '../listMemo';
import type { Problem } from '../problem';
import type { SnapshotDocument } from '../snapshot';
import { PolicyMemo } from './policy';
import { QuickFixMemo } from './quickFixes';

/** Belongs to one file; keeps the diagnostics of documents for as long as somebody keeps the documents. */
export class DiagnosticsMemo {
  readonly policy = new PolicyMemo();
  readonly fixes = new QuickFixMemo();
  readonly #errorCounts = new ListMemo<readonly Problem[], number>();
  readonly #known = new WeakMap<SnapshotDocument, Known>();

  /** How many errors there are among the problems of each document. */
  errorCountsOf(problems: readonly (readonly Problem[])[]): readonly number[] {
    return this.#errorCounts.of(
      problems,
      (own) => own.filter(({ severity }) => severity === 'error').length,
    );
  }

  /** The diagnostics of `document`, made by `make` if `problems` or `uri` are not what they were. */
  of(
    document: SnapshotDocument,
    problems: readonly Problem[],
    uri: string,
    make: () => readonly Diagnostic[],
  ): readonly Diagnostic[] {
    const known = this.#known.get(document);
    if (known?.problems === problems && known.uri === uri) return known.diagnostics;
    const diagnostics = make();
    this.#known.set(document, { problems, uri, diagnostics });
    return diagnostics;
  }
}

interface Known {
  readonly problems: readonly Problem[];
  readonly uri: string;
  readonly diagnostics: readonly Diagnostic[];
}
