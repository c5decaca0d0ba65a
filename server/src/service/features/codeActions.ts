// Code actions: the mends of the problems at a place, and all safe ones of a file at once.
import type { CodeAction, Range } from 'vscode-languageserver-types';
import { storeSecretCommand } from '../../protocol/messages';
import { ParseBudget } from '../document/limits';
import type { Problem } from '../problem';
import { literal } from '../rules/psk/literal';
import { documentIndexAtLine, type Snapshot, type SnapshotDocument } from '../snapshot';
import { rangeInFile, toDiagnostic } from './diagnostics';
import { documentsInRange } from './documentsInRange';
import { distinctActions, type OfferedAction } from './distinctActions';
import { organizeKeys } from './organizeKeys';
import { plainMessage } from './plainText';
import { literalPlace } from './literalSecret';
import { CodeActionKind } from './lspValues';
import {
  defaultPolicy,
  problemsOf,
  type Policy,
  type PolicyMemo,
  type ProblemsElsewhere,
} from './policy';
import type { Edit, Fix } from './fixes/fix';
import { safeEdits } from './fixes/safeEdits';
import { fixesFor } from './fixes/fixesFor';
import { promised } from './fixes/promise';
import { speaksForErrors, suppress } from './fixes/suppress';
import type { DocumentPlace } from './fixes/tryMends';

/** Kind of the action that mends everything that can be mended without asking. */
export const fixAllKind = `${CodeActionKind.SourceFixAll}.vpnconn`;

/** Kind of the action that puts keys into the order of the table. */
export const organizeKeysKind = 'source.organizeKeys';

/** For how many problems fixes are tried at once: a selection can hold a whole file. */
export const maxProblems = 20;

export interface CodeActionOptions {
  readonly uri: string;
  /** Which problems are shown, so that only those have mends. */
  readonly policy?: Policy;
  /** Problems that only the workspace knows. */
  readonly elsewhere?: ProblemsElsewhere;
  /** What was made of the problems of earlier versions. */
  readonly memo?: PolicyMemo;
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

function quickFixes(snapshot: Snapshot, range: Range, options: CodeActionOptions): CodeAction[] {
  const { policy = defaultPolicy, elsewhere, memo } = options;
  const problems = problemsOf(snapshot, policy, elsewhere, memo);
  const first = documentIndexAtLine(snapshot, range.start.line);
  const here = documentsInRange(snapshot, range).flatMap((document, offset) => {
    const index = first + offset;
    return (problems[index] ?? [])
      .filter(({ span }) => touchesRange(rangeInFile(document, span), range))
      .map((problem) => ({
        snapshot,
        document,
        problem,
        place: placeOf(snapshot, document, index),
      }));
  });
  const budgets = new Map<SnapshotDocument, ParseBudget>();
  return distinctActions(
    here.slice(0, maxProblems).flatMap((place) => {
      const budget = budgets.get(place.document) ?? new ParseBudget(place.document.segment.text);
      budgets.set(place.document, budget);
      return actionsFor(place, options, budget);
    }),
  );
}

interface ProblemPlace {
  readonly snapshot: Snapshot;
  readonly document: SnapshotDocument;
  readonly problem: Problem;
  readonly place: DocumentPlace;
}

function placeOf(
  { documents }: Snapshot,
  { analysis }: SnapshotDocument,
  index: number,
): DocumentPlace {
  const [above = '', below = ''] = [index - 1, index + 1].map((at) => documents[at]?.segment.text);
  return { analysis, above, below };
}

function actionsFor(
  { snapshot, document, problem, place }: ProblemPlace,
  options: CodeActionOptions,
  budget: ParseBudget,
): readonly OfferedAction[] {
  if (!budget.take()) return [];
  // Each mend is tried, and a mend that nobody tried is not offered.
  const mends = fixesFor(place.analysis, problem).flatMap((fix) => {
    const offered = budget.take() ? promised(place, { problem, fix }) : undefined;
    return offered === undefined ? [] : [offered];
  });
  const offer = (fix: Fix): OfferedAction => ({
    action: toAction(document, problem, fix, options),
    isForFile: fix.isForFile === true,
  });
  const isGoodForFile = (): boolean =>
    snapshot.documents.every(({ analysis }) => !speaksForErrors(analysis, problem.code));
  return [
    ...mends.map(offer),
    ...storeSecret(document, problem, options).map((action) => ({ action, isForFile: false })),
    ...suppress(place, problem)
      .filter((fix) => fix.isForFile !== true || isGoodForFile())
      .map(offer),
  ];
}

/**
 * The key in clear text goes to the secret storage. The client moves it, because the server must not;
 * the range is that of the whole value, as it is written.
 */
function storeSecret(
  document: SnapshotDocument,
  problem: Problem,
  { uri, storesSecrets }: CodeActionOptions,
): CodeAction[] {
  if (!storesSecrets || problem.code !== literal.id) return [];
  const place = literalPlace(document.analysis);
  if (place.kind === 'none') return [];
  const title = 'Move the key to the secret storage';
  const range = rangeInFile(document, place.span);
  return [
    {
      title,
      kind: CodeActionKind.QuickFix,
      diagnostics: [toDiagnostic(document, problem, uri)],
      isPreferred: true,
      command: { title, command: storeSecretCommand, arguments: [uri, range] },
    },
  ];
}

function fixAll(snapshot: Snapshot, { uri, policy, elsewhere }: CodeActionOptions): CodeAction[] {
  const problems = problemsOf(snapshot, policy ?? defaultPolicy, elsewhere);
  const edits = snapshot.documents.flatMap((document, index) =>
    safeEdits(placeOf(snapshot, document, index), problems[index] ?? []).map((edit) =>
      toTextEdit(document, edit),
    ),
  );
  return edits.length === 0
    ? []
    : [
        {
          title: 'Mend everything that can be mended safely',
          kind: fixAllKind,
          edit: { changes: { [uri]: edits } },
        },
      ];
}

function organize(snapshot: Snapshot, { uri }: CodeActionOptions): CodeAction[] {
  const edits = snapshot.documents.flatMap((document) =>
    organizeKeys(document.analysis).map((edit) => toTextEdit(document, edit)),
  );
  return edits.length === 0
    ? []
    : [{ title: 'Organize Keys', kind: organizeKeysKind, edit: { changes: { [uri]: edits } } }];
}

function toAction(
  document: SnapshotDocument,
  problem: Problem,
  fix: Fix,
  { uri }: CodeActionOptions,
): CodeAction {
  return {
    title: plainMessage(fix.title),
    kind: CodeActionKind.QuickFix,
    diagnostics: [toDiagnostic(document, problem, uri)],
    ...(fix.preferred && { isPreferred: true }),
    edit: { changes: { [uri]: fix.edits.map((edit) => toTextEdit(document, edit)) } },
  };
}

function toTextEdit(
  document: SnapshotDocument,
  { span, text }: Edit,
): { range: Range; newText: string } {
  return { range: rangeInFile(document, span), newText: text };
}

function touchesRange(a: Range, b: Range): boolean {
  const isBefore = (p: Range['start'], q: Range['start']): boolean =>
    p.line < q.line || (p.line === q.line && p.character < q.character);
  return !isBefore(a.end, b.start) && !isBefore(b.end, a.start);
}
