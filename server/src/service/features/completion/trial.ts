// Tries a proposal before it is offered: the rules judge the document with and without it. So
// completion knows everything that the rules know, and nothing is written down twice.
import type { CursorPlace } from '../../document/cursorPlace';
import type { DataNode } from '../../document/node';
import { sameReading } from '../../document/sameData';
import { childPointer, isWithin, parentPointer, type Pointer } from '../../document/pointer';
import type { Problem } from '../../problem';
import { rules } from '../../rules';
import type { LiveFacts } from '../../rules/connectionFacts';
import { mayNotice, RecordedDocument, type Reads } from '../../rules/recordedDocument';
import type { Rule } from '../../rules/rule';
import { RuleDocument } from '../../rules/ruleDocument';
import { runRules, withoutSuperseded } from '../../rules/runRules';
import { table } from '../../schema/table';
import { checkAgainstTable } from '../../schema/validate';
import { fillPlace, isBlock, isList, type PlainData } from './hypothetical';
import { isMeantFor } from './likeness';

/** What the rules say to a proposal. `objection` is the message of a warning at the place itself. */
export type Verdict =
  | { readonly kind: 'fine' }
  | { readonly kind: 'discouraged'; readonly objection: string }
  | { readonly kind: 'no-effect'; readonly objection: string }
  | { readonly kind: 'refused' };

/** What verdicts depend on of a place, beside the document. */
export type TrialPlace = Pick<CursorPlace, 'role' | 'pointer' | 'follows'>;

/** One place with the problems that are there before anything is taken. */
export class Trial {
  readonly #place: TrialPlace;
  readonly #cleared: DataNode;
  readonly #live: LiveFacts | undefined;
  readonly #baseline: readonly Baseline[];
  readonly #affected = new Map<Pointer, readonly Baseline[]>();
  readonly #verdicts = new Map<string, Verdict>();
  readonly #known: ReadonlySet<string>;
  readonly #wrong: ReadonlySet<Pointer>;

  /** `cleared` is the document without what stands at the place (see `clearPlace`). */
  constructor(
    { role, pointer, follows }: TrialPlace,
    cleared: DataNode,
    live: LiveFacts | undefined,
  ) {
    // The rest of a place holds the text and its tree, which nobody needs any longer.
    this.#place = { role, pointer, follows };
    this.#cleared = cleared;
    this.#live = live;
    this.#baseline = baselineOf(rulesFor(pointer), new RecordedDocument(cleared, live));
    const before = this.#problems(cleared, [], []);
    this.#known = new Set(before.map(signature));
    this.#wrong = new Set(
      before.filter(({ severity }) => severity === 'error').map(({ pointer }) => pointer),
    );
  }

  /** Whether its verdicts are those for `place` in the document `cleared`. */
  isFor(place: TrialPlace, cleared: DataNode, live: LiveFacts | undefined): boolean {
    const { role, pointer, follows } = this.#place;
    return (
      this.#live === live &&
      place.role === role &&
      place.pointer === pointer &&
      place.follows === follows &&
      sameReading(this.#cleared, cleared)
    );
  }

  /** The best verdict on any of the things that a proposal may come to hold. */
  judge(possibilities: readonly PlainData[]): Verdict {
    let best: Verdict | undefined;
    for (const data of possibilities) {
      const verdict = this.#verdictOn(data);
      if (verdict.kind === 'fine') return verdict;
      if (best === undefined || best.kind === 'refused') best = verdict;
    }
    return best ?? { kind: 'fine' };
  }

  #verdictOn(data: PlainData): Verdict {
    // A value that stands there already can be anything, also what JSON cannot tell apart.
    if (this.#place.follows === 'value') return this.#judgeOne(data);
    const key = JSON.stringify(data);
    const verdict = this.#verdicts.get(key) ?? this.#judgeOne(data);
    this.#verdicts.set(key, verdict);
    return verdict;
  }

  #judgeOne(data: PlainData): Verdict {
    const own = pointerOf(this.#place.pointer, data);
    const filled = fillPlace(this.#cleared, this.#place, data);
    // Proposals come from the table; only a value that stands under another name may not fit.
    const misfits =
      this.#place.follows === 'value' ? checkAgainstTable(filled, noText, own.pointer) : [];
    const found = this.#problems(filled, this.#affectedBy(data), misfits).filter(
      (problem) => !isMendedByTyping(problem),
    );
    const added = found.filter((problem) => !this.#known.has(signature(problem)));
    // What is said of the place itself whatever stands there, is said of the proposal, too.
    const isOwn = this.#ownMistakes(own.pointer, data);
    const isRefused =
      added.some(
        ({ severity, pointer }) =>
          severity === 'error' && !this.#wrong.has(pointer) && !isOwn(pointer),
      ) || found.some(({ severity, pointer }) => severity === 'error' && pointer === own.pointer);
    if (isRefused) return { kind: 'refused' };
    const useless = found.find(
      ({ tag, pointer }) => tag === 'unnecessary' && isWithin(pointer, own.pointer),
    );
    const here = added.filter(({ pointer }) => isWithin(pointer, own.pointer));
    if (useless !== undefined) return { kind: 'no-effect', objection: useless.message };
    const warning = here.find(({ severity }) => severity === 'warning');
    return warning === undefined || own.isKeyOfItem
      ? { kind: 'fine' }
      : { kind: 'discouraged', objection: warning.message };
  }

  /** Mistakes inside of a block that stands there already are no objection to the key that it is meant for. */
  #ownMistakes(key: Pointer, data: PlainData): (pointer: Pointer) => boolean {
    const value =
      this.#place.follows === 'value' && isBlock(data) ? Object.values(data)[0] : undefined;
    if (value === undefined || !isMeantFor(key, value)) return () => false;
    return (pointer) => pointer !== key && isWithin(pointer, key);
  }

  /** All problems of `root`, of which the `affected` rules may see it differently than before. */
  #problems(
    root: DataNode,
    affected: readonly Baseline[],
    misfits: readonly Problem[],
  ): readonly Problem[] {
    if (this.#baseline.length === 0) return misfits;
    const asBefore = this.#baseline.flatMap((each) =>
      each.problems.length === 0 || affected.includes(each) ? [] : each.problems,
    );
    const now = runRules(
      affected.map(({ rule }) => rule),
      new RuleDocument(root, this.#live),
      noText,
    );
    return withoutSuperseded([...misfits, ...asBefore, ...now], rules);
  }

  #affectedBy(data: PlainData): readonly Baseline[] {
    const { role, pointer } = this.#place;
    if (role !== 'key' || !isBlock(data)) return this.#affectedAt(pointer);
    const keys = Object.keys(data).map((key) => this.#affectedAt(childPointer(pointer, key)));
    return [...new Set(keys.flat())];
  }

  #affectedAt(pointer: Pointer): readonly Baseline[] {
    const known = this.#affected.get(pointer);
    if (known !== undefined) return known;
    const facts = table.factsAt(pointer);
    const affected = this.#baseline.filter(
      ({ reads }) => facts === undefined || mayNotice(reads, pointer, facts),
    );
    this.#affected.set(pointer, affected);
    return affected;
  }
}

/** Verdicts are about data. Where problems stand in the text is of no interest. */
const noText = '';

/** What a rule read and found before anything is taken. */
interface Baseline {
  readonly rule: Rule;
  readonly reads: Reads;
  readonly problems: readonly Problem[];
}

function baselineOf(rules: readonly Rule[], document: RecordedDocument): readonly Baseline[] {
  return rules.map((rule) => {
    let problems: readonly Problem[] = [];
    const reads = document.record(() => {
      problems = runRules([rule], document, noText);
    });
    return { rule, reads, problems };
  });
}

/** What is missing for now is no objection: it can be written next. */
function isMendedByTyping({ data }: Problem): boolean {
  return data?.kind === 'missing-keys' || data?.kind === 'add-key';
}

interface Held {
  readonly pointer: Pointer;
  /** A key in a block of a list: such a block is whole only when all its keys are there. */
  readonly isKeyOfItem: boolean;
}

/** Where that which is proposed stands: the one key or the one item, not the block or list around it. */
function pointerOf(pointer: Pointer, data: PlainData): Held {
  if (isList(data) && data[0] !== undefined) return pointerOf(childPointer(pointer, 0), data[0]);
  const [key] = isBlock(data) ? Object.keys(data) : [];
  if (key === undefined) return { pointer, isKeyOfItem: false };
  return { pointer: childPointer(pointer, key), isKeyOfItem: isItem(pointer) };
}

function isItem(pointer: Pointer): boolean {
  const facts = table.factsAt(pointer);
  return facts !== undefined && table.factsAt(parentPointer(pointer))?.items === facts;
}

/** Rules judge the update only: what the document says about the connection is simply so. */
function rulesFor(pointer: Pointer): readonly Rule[] {
  return isWithin(pointer, table.fieldWithRole('body').path) ? rules : [];
}

function signature({ code, pointer }: Problem): string {
  return `${code} ${pointer}`;
}
