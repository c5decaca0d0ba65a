// Comments that silence problems: `# vpnconn-disable-next-line ID …` and `# vpnconn-disable-file ID …`.
// What cannot be sent cannot be silenced: errors of YAML and of the table stay.
import type { DataNode } from '../document/node';
import { touches, type Span } from '../document/span';
import type { Problem, Severity } from '../problem';
import { rules } from './index';
import { checks, type CheckFacts } from './checks';
import { didYouMean } from '../schema/didYouMean';
import { suppressionComments } from './suppressionComments';

/** One ID in a comment. */
export interface Suppression {
  readonly id: string;
  /** Where the ID stands. */
  readonly span: Span;
  readonly scope: 'file' | 'line';
  /** The line that is meant, for one that silences a line. */
  readonly target: Span | undefined;
}

/** Whether a problem of this code and severity can be silenced at all. */
export function canBeSilenced(code: string, severity: Severity): boolean {
  return severity !== 'error' || !/^(?:yaml\/|schema\/|psk\/reference$)/.test(code);
}

/** What is said about such comments is no use to silence: the comment can go instead. */
export function isAboutComments(code: string): boolean {
  return code.startsWith('suppress/');
}

/** The suppressions of a document, in the order of its text. */
export function findSuppressions(text: string, root: DataNode | undefined): readonly Suppression[] {
  return suppressionComments(text, root).flatMap(({ scope, target, list }) =>
    idsOf(text.slice(list.start, list.end), list.start).map((id) => ({ ...id, scope, target })),
  );
}

/** Whether `suppression` silences `problem`; one for a file is asked about every document of it. */
export function silences({ id, scope, target }: Suppression, problem: Problem): boolean {
  if (id !== problem.code || !canBeSilenced(problem.code, problem.severity)) return false;
  return scope === 'file' || (target !== undefined && touches(target, problem.span.start));
}

/**
 * Whether it shows that a problem of this ID is not there, when nothing finds it: not as long as some of
 * the text cannot be read, nor without the facts that it rests on. An error that stays whatever a comment
 * says needs no look at the text.
 */
export function canBeMissed(id: string, isWhole: boolean): boolean {
  if (!silenceable.has(id)) return true;
  return isWhole && known.get(id)?.fromOutside !== true;
}

/**
 * What is to say about suppressions that silence nothing, for all that `isIdle` knows, or name a problem
 * that does not exist.
 */
export function reviewSuppressions(
  suppressions: readonly Suppression[],
  isIdle: (suppression: Suppression) => boolean,
): readonly Problem[] {
  const described = new Map<string, Words>();
  const describe = (id: string): Words => {
    const words =
      described.get(id) ?? (described.size < maxGuesses ? describeUnknown(id) : withoutGuess);
    described.set(id, words);
    return words;
  };
  return suppressions.slice(0, maxReviewed).flatMap((suppression): Problem[] => {
    const place = { pointer: '', span: suppression.span };
    if (!known.has(suppression.id))
      return [
        {
          ...place,
          code: 'suppress/unknown',
          severity: 'warning',
          ...describe(suppression.id),
        },
      ];
    if (!isIdle(suppression)) return [];
    return [
      {
        ...place,
        code: 'suppress/unused',
        severity: 'information',
        tag: 'unnecessary',
        message: silenceable.has(suppression.id)
          ? 'This silences nothing. Remove it.'
          : 'An error of this kind cannot be silenced, because what cannot be sent must be mended. Remove this.',
        data: { kind: 'remove-suppression' },
      },
    ];
  });
}

/** The problems that can be named in such a comment, and in the setting. */
export function silenceableIds(): readonly CheckFacts[] {
  return [...known.values()].filter(({ id, severity }) => canBeSilenced(id, severity));
}

/** The severity that a problem has by itself; single findings may be milder. */
export function severityOf(id: string): Severity | undefined {
  return known.get(id)?.severity;
}

const known: ReadonlyMap<string, CheckFacts> = new Map(
  [...checks, ...rules].map((each) => [each.id, each]),
);
const silenceable = new Set(silenceableIds().map(({ id }) => id));

/** How many suppressions of a document are reviewed: far more than are shown. */
const maxReviewed = 1_000;

/** For how many different IDs of a document a similar one is looked for: far more than are shown. */
const maxGuesses = 500;

type Words = Pick<Problem, 'message' | 'data'>;

const withoutGuess: Words = {
  message: 'No problem has this ID. Copy it from the list of problems.',
  data: { kind: 'unknown-suppression', names: [], certainty: 'open' },
};

function describeUnknown(id: string): Words {
  // Quotes around it are no part of an ID.
  const { names, certainty } = didYouMean(id.replace(/["'`]/g, ''), [...silenceable]);
  const [guess] = names;
  if (guess === undefined) return withoutGuess;
  return {
    message: `No problem has this ID. Did you mean \`${guess}\`?`,
    data: { kind: 'unknown-suppression', names, certainty },
  };
}

function idsOf(list: string, start: number): readonly { id: string; span: Span }[] {
  return [...list.matchAll(/[^\s,]+/g)].map((match) => ({
    id: match[0],
    span: { start: start + match.index, end: start + match.index + match[0].length },
  }));
}
