// Code actions: the mends of the problems at a place, and those for a whole file at once.
import type { CodeAction, Range, TextEdit } from 'vscode-languageserver-types';
import { WorkBudget } from '../document/work';
import { allowedWork } from '../fileBudget';
import type { Snapshot } from '../snapshot';
import { toTextEdit } from './diagnostics';
import { safeEdits } from './fixes/safeEdits';
import { placeOf } from './fixes/tryMends';
import { CodeActionKind } from './lspValues';
import { organizeKeys } from './organizeKeys';
import {
  defaultPolicy,
  problemsOf,
  type Policy,
  type PolicyMemo,
  type ProblemsElsewhere,
} from './policy';
import { quickFixes, type QuickFixMemo } from './quickFixes';

/** Kind of the action that mends everything that can be mended without asking. */
export const fixAllKind = `${CodeActionKind.SourceFixAll}.vpnconn`;

/** Kind of the action that puts keys into the order of the table. */
export const organizeKeysKind = 'source.organizeKeys';

export interface CodeActionOptions {
  readonly uri: string;
  /** Which problems are shown, so that only those have mends. */
  readonly policy?: Policy;
  /** Problems that only the workspace knows. */
  readonly elsewhere?: ProblemsElsewhere;
  /** What was made of the problems of earlier versions. */
  readonly memo?: PolicyMemo;
  /** The fixes that were found for problems of this version. */
  readonly fixes?: QuickFixMemo;
  /** Kinds that the client wants; all of them when it does not say. */
  readonly only?: readonly string[] | undefined;
  /** The client can move a literal key to its secret storage. */
  readonly storesSecrets: boolean;
}

/** The actions for `range`; those for the whole file only when their kind is asked for. */
export function codeActions(
  snapshot: Snapshot,
  range: Range,
  options: CodeActionOptions,
): CodeAction[] {
  const { only } = options;
  const asksFor = (kind: string): boolean =>
    only?.some((each) => kind === each || kind.startsWith(`${each}.`)) === true;
  // The empty kind stands for all kinds; those of sources have to be named, as in the editor.
  const asksForAny = only === undefined || only.includes('');
  return [
    ...(asksForAny || asksFor(CodeActionKind.QuickFix) ? quickFixes(snapshot, range, options) : []),
    // It looks at the whole file: too much for every move of the cursor.
    ...(asksFor(fixAllKind) ? fixAll(snapshot, options) : []),
    ...(asksFor(organizeKeysKind) ? organize(snapshot, options) : []),
  ];
}

function fixAll(
  snapshot: Snapshot,
  { uri, policy = defaultPolicy, elsewhere, memo }: CodeActionOptions,
): CodeAction[] {
  const problems = problemsOf(snapshot, policy, elsewhere, memo);
  const budget = budgetFor(snapshot);
  const edits = snapshot.documents.flatMap((document, index) =>
    safeEdits(placeOf(snapshot.documents, index), problems[index] ?? [], budget).map((edit) =>
      toTextEdit(document, edit),
    ),
  );
  return wholeFile(uri, edits, 'Mend everything that can be mended safely', fixAllKind);
}

function organize(snapshot: Snapshot, { uri }: CodeActionOptions): CodeAction[] {
  const budget = budgetFor(snapshot);
  const edits = snapshot.documents.flatMap((document) =>
    organizeKeys(document.analysis, budget).map((edit) => toTextEdit(document, edit)),
  );
  return wholeFile(uri, edits, 'Organize Keys', organizeKeysKind);
}

/** What is changed is tried, as far as it goes; who asks once more gets the rest. */
function budgetFor({ documents }: Snapshot): WorkBudget {
  const length = documents.reduce((sum, { segment }) => sum + segment.text.length, 0);
  return new WorkBudget(allowedWork(length) / 3);
}

function wholeFile(uri: string, edits: TextEdit[], title: string, kind: string): CodeAction[] {
  return edits.length === 0 ? [] : [{ title, kind, edit: { changes: { [uri]: edits } } }];
}
