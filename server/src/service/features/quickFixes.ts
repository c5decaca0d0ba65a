// The quick fixes of the problems in a range. Each fix is tried on the whole document before it is offered, so
// how many are tried depends on what a document costs: a selection can hold a whole file.
import type { CodeAction, Range } from 'vscode-languageserver-types';
import { storeSecretCommand } from '../../protocol/messages';
import { WorkBudget } from '../document/work';
import type { Problem } from '../problem';
import { literal } from '../rules/psk/literal';
import { documentIndexAtLine, type Snapshot, type SnapshotDocument } from '../snapshot';
import type { CodeActionOptions } from './codeActions';
import { rangeInFile, toDiagnostic, toTextEdit } from './diagnostics';
import { documentsInRange } from './documentsInRange';
import { distinctActions, type OfferedAction } from './distinctActions';
import type { Fix } from './fixes/fix';
import { fixesFor } from './fixes/fixesFor';
import { promised } from './fixes/promise';
import { speaksForErrors, suppress } from './fixes/suppress';
import { placeOf, type DocumentPlace } from './fixes/tryMends';
import { literalPlace } from './literalSecret';
import { CodeActionKind } from './lspValues';
import { plainMessage } from './plainText';
import { defaultPolicy, problemsOf } from './policy';

/** For how many problems fixes are tried at once. */
export const maxProblems = 20;

/** Work for the fixes of one problem; two analyses of its document are always allowed. */
const maxWorkForProblem = 20_000;
/** From so much work on, further problems of a range have no fixes: the client asks again about less of it. */
const maxWorkForRange = 40_000;

/** Remembers the fixes of problems for as long as a snapshot is the present one. */
export class QuickFixMemo {
  #snapshot: Snapshot | undefined;
  #offers = new WeakMap<Problem, Offers>();

  /** The fixes of a problem of `snapshot`, made by `make` unless they are known. */
  of(snapshot: Snapshot, problem: Problem, make: () => Offers): Offers {
    if (snapshot !== this.#snapshot) {
      this.#snapshot = snapshot;
      this.#offers = new WeakMap();
    }
    const offers = this.#offers.get(problem) ?? make();
    this.#offers.set(problem, offers);
    return offers;
  }
}

/** What was offered for one problem, and what it cost to find out. */
interface Offers {
  readonly actions: readonly OfferedAction[];
  readonly work: number;
}

/** The fixes of the problems that touch `range`, from its start on. */
export function quickFixes(
  snapshot: Snapshot,
  range: Range,
  options: CodeActionOptions,
): CodeAction[] {
  const { fixes = new QuickFixMemo() } = options;
  const offered: OfferedAction[] = [];
  let work = 0;
  for (const place of problemsIn(snapshot, range, options).slice(0, maxProblems)) {
    const offers = fixes.of(snapshot, place.problem, () => offersFor(place, options));
    offered.push(...offers.actions);
    // What is remembered counts as well: the same question has the same answer.
    work += offers.work;
    if (work > maxWorkForRange) break;
  }
  return distinctActions(offered);
}

interface ProblemPlace {
  readonly snapshot: Snapshot;
  readonly document: SnapshotDocument;
  readonly problem: Problem;
  readonly place: DocumentPlace;
}

function problemsIn(
  snapshot: Snapshot,
  range: Range,
  { policy = defaultPolicy, elsewhere, memo }: CodeActionOptions,
): readonly ProblemPlace[] {
  const problems = problemsOf(snapshot, policy, elsewhere, memo);
  const first = documentIndexAtLine(snapshot, range.start.line);
  return documentsInRange(snapshot, range).flatMap((document, offset) => {
    const index = first + offset;
    return (problems[index] ?? [])
      .filter(({ span }) => touchesRange(rangeInFile(document, span), range))
      .map((problem) => ({
        snapshot,
        document,
        problem,
        place: placeOf(snapshot.documents, index),
      }));
  });
}

function offersFor(
  { snapshot, document, problem, place }: ProblemPlace,
  options: CodeActionOptions,
): Offers {
  const budget = new TrialBudget(place.analysis.work);
  const offer = (fix: Fix): OfferedAction => ({
    action: toAction(document, problem, fix, options),
    isForFile: fix.isForFile === true,
  });
  budget.take();
  // Each mend is tried, and a mend that nobody tried is not offered.
  const mends = fixesFor(place.analysis, problem).flatMap((fix) => {
    const promise = budget.take() ? promised(place, { problem, fix }) : undefined;
    return promise === undefined ? [] : [promise];
  });
  const isGoodForFile = (): boolean =>
    snapshot.documents.every(({ analysis }) => !speaksForErrors(analysis, problem.code));
  const actions = [
    ...mends.map(offer),
    ...storeSecret(document, problem, options).map((action) => ({ action, isForFile: false })),
    ...suppress(place, problem, budget)
      .filter((fix) => fix.isForFile !== true || isGoodForFile())
      .map(offer),
  ];
  return { actions, work: budget.spent };
}

/** How often a document may be analysed for one problem. */
class TrialBudget {
  readonly #workOfOne: number;
  readonly #budget = new WorkBudget(maxWorkForProblem);
  #taken = 0;

  constructor(workOfOne: number) {
    this.#workOfOne = workOfOne;
  }

  get spent(): number {
    return this.#taken * this.#workOfOne;
  }

  take(): boolean {
    const isLeft = this.#budget.take(this.#workOfOne) || this.#taken < 2;
    if (isLeft) this.#taken++;
    return isLeft;
  }
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

function touchesRange(a: Range, b: Range): boolean {
  const isBefore = (p: Range['start'], q: Range['start']): boolean =>
    p.line < q.line || (p.line === q.line && p.character < q.character);
  return !isBefore(a.end, b.start) && !isBefore(b.end, a.start);
}
