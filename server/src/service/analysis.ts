// Everything that is known about one YAML document, computed from its text alone and kept as long as
// the text stays the same.
import { isGuess, withoutConsequences, type Doubts } from './consequences';
import { childOf, type DataNode } from './document/node';
import { LineIndex } from './document/lineIndex';
import { mostWorkOf, parseSegment } from './document/parse';
import { projectDocument } from './document/project';
import { withOrigins } from './origins';
import { byPlace, type Problem } from './problem';
import { rules } from './rules';
import type { LiveFacts, LiveLookup } from './rules/connectionFacts';
import { identityOf, type DocumentIdentity } from './rules/files/documentIdentity';
import { RuleDocument } from './rules/ruleDocument';
import { runRules, withoutSuperseded } from './rules/runRules';
import { malformedSuppressions } from './rules/malformedSuppressions';
import { findSuppressions, type Suppression } from './rules/suppressions';
import { checkTags } from './schema/checkTags';
import { identifierKey } from './schema/identifiers';
import { table } from './schema/table';
import { asTextToQuote } from './schema/textInBrackets';
import { checkAgainstTable } from './schema/validate';

/** One analysed document. All offsets count from the start of `text`. */
export interface Analysis {
  readonly text: string;
  readonly lines: LineIndex;
  /** Nothing when the document is empty, beyond the limits or in conflict. */
  readonly root: DataNode | undefined;
  /** Which connection it updates and with which networks, when it says so. */
  readonly identity?: DocumentIdentity | undefined;
  /** Comments that silence problems, here or in the whole file. */
  readonly suppressions: readonly Suppression[];
  /** Sorted by place; what comments silence is still in it. */
  readonly problems: readonly Problem[];
  /** Those of `problems` that YAML itself has, whatever the document is about. */
  readonly syntax: readonly Problem[];
  /** YAML has understood the whole text: only then is `root` what its author wrote. */
  readonly isReadable: boolean;
  /** Offset behind which `root` is the parser's guess; infinite without a syntax error. */
  readonly reliableUntil: number;
  /** What was known of live connections. */
  readonly live: LiveLookup;
  /** What it cost, whatever it found: the same for the same text (see `readingWork`). */
  readonly work: number;
}

/** Work of the checks that every document has. */
const workOfChecks = 20;
/** Work of each of its values: it is projected, validated, and looked at by rules. */
const workOfValue = 2;

/** The most that `analyze` can cost for a text, without reading it. */
export function mostWork(text: string): number {
  const { parsing, values } = mostWorkOf(text);
  return parsing + values * workOfValue + workOfChecks + workOfComments(text);
}

/** Work of the comments that silence problems: each ID in them is looked up. */
function workOfComments(text: string): number {
  let words = 0;
  for (const [list] of text.matchAll(/vpnconn-disable[^\n]*/g))
    words += list.split(/[\s,]+/).length;
  return Math.ceil(words / 2);
}

/** Stands for the analysis of a text that is not read, for the one reason that `problem` gives. */
export function refusedAnalysis(text: string, lines: LineIndex, problem: Problem): Analysis {
  return {
    text,
    lines,
    root: undefined,
    suppressions: [],
    problems: [problem],
    syntax: [problem],
    isReadable: false,
    reliableUntil: 0,
    live: nothingLive,
    work: 0,
  };
}

/** Nothing has been read of any connection. */
export const nothingLive: LiveLookup = () => undefined;

/**
 * Analyses the text of one document (see `splitSegments`) with these lines. `live` knows what
 * connections say that have been asked. Never throws.
 */
export function analyze(
  text: string,
  lines = new LineIndex(text),
  live: LiveLookup = nothingLive,
): Analysis {
  const parsed = parseSegment(text);
  const { tree, reliableUntil, mended } = parsed;
  const found = parsed.problems.map((problem) => asTextToQuote(problem, text));
  const projection = tree === undefined ? undefined : projectDocument(tree, text);
  const work =
    parsed.work + (projection?.work ?? 0) * workOfValue + workOfChecks + workOfComments(text);
  const read = { text, lines, live, reliableUntil, work };
  if (projection === undefined)
    return {
      ...read,
      root: undefined,
      suppressions: [],
      problems: found,
      syntax: found,
      isReadable: false,
    };
  const { root, problems: projected, isWhole } = projection;
  // A tree beyond the limits may be the parser's guess as well: one problem for one cause.
  const own = found.length > 0 ? projected.filter(({ code }) => code !== 'yaml/limits') : projected;
  const syntax = [...found, ...own.filter((each) => !isGuess(each, { reliableUntil, mended }))];
  // Without a root either the text is empty or the limits are exceeded.
  const isReadable = found.length === 0 && (root !== undefined || projected.length === 0);
  if (root === undefined) {
    const suppressions = findSuppressions(text, root);
    const malformed = malformedSuppressions(text, root).filter(isBefore(reliableUntil));
    const problems = [...syntax, ...malformed].sort(byPlace);
    return { ...read, root, suppressions, problems, syntax, isReadable };
  }
  const doubts = { reliableUntil, mended, isWhole: isWhole && found.length === 0 };
  return checkedOnDemand({ ...read, root, syntax, isReadable }, doubts);
}

/**
 * The analysis whose rules run when somebody asks for what they find: a hover or a folding right after
 * a keystroke needs the data only, and does not wait for them.
 */
function checkedOnDemand(readable: Readable, doubts: Doubts): Analysis {
  let checked: Checked | undefined;
  const found = (): Checked => (checked ??= check(readable, doubts));
  return {
    ...readable,
    get identity() {
      return found().identity;
    },
    get suppressions() {
      return found().suppressions;
    },
    get problems() {
      return found().problems;
    },
  };
}

/** What is there without any rule. */
type Readable = Omit<Analysis, keyof Checked> & { readonly root: DataNode };

/** What only the rules and the table can say. */
type Checked = Pick<Analysis, 'identity' | 'suppressions' | 'problems'>;

function check({ text, root, live, syntax }: Readable, doubts: Doubts): Checked {
  const document = new RuleDocument(root, liveFactsOf(root, live));
  const checked = [
    ...checkTags(root, text),
    ...checkAgainstTable(root, text),
    ...runRules(rules, document, text),
  ];
  const own = withOrigins(withoutConsequences(checked, root, doubts), root, text);
  return {
    identity: identityOf(document),
    suppressions: findSuppressions(text, root),
    problems: [
      ...malformedSuppressions(text, root).filter(isBefore(doubts.reliableUntil)),
      ...withoutSuperseded([...syntax, ...own], rules),
    ].sort(byPlace),
  };
}

/** The analysis of another text for the same document, for trying a change. */
export function reanalyze({ live }: Analysis, text: string): Analysis {
  return analyze(text, new LineIndex(text), live);
}

/** What is known of the connection that a document names. */
export function liveFactsOf(root: DataNode, live: LiveLookup): LiveFacts | undefined {
  const named = (role: 'project' | 'connection'): string => {
    const node = childOf(root, table.fieldWithRole(role).key);
    return node?.kind === 'scalar' ? identifierKey(String(node.value)) : '';
  };
  return live === nothingLive ? undefined : live(named('project'), named('connection'));
}

/** Behind a syntax error the tree is a guess, and so is everything that is said there. */
function isBefore(reliableUntil: number): (problem: Problem) => boolean {
  return ({ span }) => span.start < reliableUntil;
}
