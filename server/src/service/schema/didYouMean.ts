// The known word that somebody most likely meant, and how sure that is.
import { distance } from 'fastest-levenshtein';
import type { Certainty } from '../problem';

/** Words that may have been meant, the best first. */
export interface Guesses {
  readonly names: readonly string[];
  readonly certainty: Certainty;
}

/** For how many words of one document something similar is looked for: far more than anybody mistypes. */
export const maxGuesses = 100;

/** Those of `missing` that none of `unknown` looks like: a misspelt key is one mistake and not two. */
export function trulyMissing(
  missing: readonly string[],
  unknown: readonly string[],
): readonly string[] {
  const meant = new Set(
    unknown.slice(0, maxGuesses).map((word) => didYouMean(word, missing).names[0]),
  );
  return missing.filter((name) => !meant.has(name));
}

/**
 * The candidates that are closest to `word`: the one that says the same, else those that a slip of the
 * fingers made of it, else those that are merely similar. A word with another number in it, or with
 * another word of two letters, is no slip: `sha2` is not `sha1`, and an `ip` is not an `id`.
 */
export function didYouMean(word: string, candidates: readonly string[]): Guesses {
  const normal = normalize(word);
  const known = candidates.map((candidate) => ({ candidate, normal: normalize(candidate) }));
  const same = known.find((each) => each.normal === normal)?.candidate;
  const numbered = numberedNames(candidates).get(/^\D*(\d+)$/.exec(normal)?.[1] ?? '');
  if (same === undefined && numbered !== undefined) {
    // A number alone is the short form of a numbered name; with other letters it is only a good guess.
    return { names: [numbered], certainty: /^\d+$/.test(normal) ? 'spelling' : 'likely' };
  }
  if (same !== undefined) return { names: [same], certainty: 'spelling' };
  const similar = similarNames(normal, known);
  const slips = similar.filter(({ candidate }) => isSlip(word, candidate));
  const [first, second] = slips;
  const isClear = first !== undefined && first.away !== second?.away;
  const names = (slips.length > 0 ? slips : similar).map(({ candidate }) => candidate);
  return { names, certainty: isClear ? 'likely' : 'open' };
}

/** `AES256`, `aes_256` and `aes-256` are the same slip of the pen. */
export function normalize(word: string): string {
  return word.toLowerCase().replace(/[\s_-]/g, '');
}

interface Similar {
  readonly candidate: string;
  /** Number of slips. */
  readonly away: number;
}

interface Known {
  readonly candidate: string;
  readonly normal: string;
}

/** The closest candidates, best first; those that are too far away to be a slip are left out. */
function similarNames(word: string, known: readonly Known[]): readonly Similar[] {
  if (word === '') return [];
  const tolerance = Math.max(1, Math.floor(word.length / 3));
  return known
    .map(({ candidate, normal }) => ({ candidate, away: slips(word, normal, tolerance) }))
    .filter(({ away }) => away <= tolerance)
    .sort((a, b) => a.away - b.away);
}

/** Words are not compared when their lengths alone are further apart than `tolerance`. */
function slips(word: string, candidate: string, tolerance: number): number {
  if (Math.abs(word.length - candidate.length) > tolerance) return Infinity;
  // The same letters in another order are one slip of the fingers; the distance counts at least two.
  const isReordered =
    word.length === candidate.length && sortedLetters(word) === sortedLetters(candidate);
  return isReordered ? 1 : distance(word, candidate);
}

function sortedLetters(word: string): string {
  return Array.from(word).sort().join('');
}

/** Names by their number, when all names that have a number differ in nothing else. */
function numberedNames(candidates: readonly string[]): ReadonlyMap<string, string> {
  const names = candidates.filter((candidate) => /\d/.test(candidate));
  const letters = new Set(names.map((name) => name.replace(/\d+$/, '')));
  return new Map(
    letters.size === 1 && names.length > 1
      ? names.map((name) => [/\d+$/.exec(name)?.[0] ?? '', name])
      : [],
  );
}

function isSlip(word: string, candidate: string): boolean {
  if (digitsOf(word) !== digitsOf(candidate)) return false;
  const [written, meant] = [partsOf(word), partsOf(candidate)];
  const isShort = (part: string, index: number): boolean =>
    part.length < 3 && part !== written[index];
  return written.length !== meant.length || !meant.some(isShort);
}

function digitsOf(word: string): string {
  return word.replace(/\D/g, '');
}

function partsOf(word: string): readonly string[] {
  return word.toLowerCase().split(/[\s_-]+/);
}
