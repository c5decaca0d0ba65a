// The known word that somebody most likely meant.
import { distance } from 'fastest-levenshtein';

/** The closest candidates, best first; those that are too far away to be a slip are left out. */
export function didYouMean(word: string, candidates: readonly string[]): readonly string[] {
  const normal = normalize(word);
  if (normal === '') return [];
  const tolerance = Math.max(1, Math.floor(normal.length / 3));
  return candidates
    .map((candidate) => ({ candidate, away: slip(normal, normalize(candidate), tolerance) }))
    .filter(({ away }) => away <= tolerance)
    .sort((a, b) => a.away - b.away)
    .map(({ candidate }) => candidate);
}

/** Those of `missing` that none of `unknown` looks like: a misspelt key is one mistake and not two. */
export function trulyMissing(
  missing: readonly string[],
  unknown: readonly string[],
): readonly string[] {
  const meant = new Set(unknown.map((word) => didYouMean(word, missing)[0]));
  return missing.filter((name) => !meant.has(name));
}

/**
 * Number of slips; a number alone is the short form of a numbered name (`14` for `group14`). Words are
 * not compared when their lengths alone are further apart than `tolerance`.
 */
function slip(word: string, candidate: string, tolerance: number): number {
  if (word === candidate || isNumberOf(word, candidate)) return 0;
  if (Math.abs(word.length - candidate.length) > tolerance) return Infinity;
  // The same letters in another order are one slip of the fingers; the distance counts at least two.
  return sortedLetters(word) === sortedLetters(candidate) ? 1 : distance(word, candidate);
}

function isNumberOf(word: string, candidate: string): boolean {
  return /^\d+$/.test(word) && candidate.replace(/^\D+/, '') === word;
}

function sortedLetters(word: string): string {
  return Array.from(word).sort().join('');
}

/** `AES256`, `aes_256` and `aes-256` are the same slip of the pen. */
function normalize(word: string): string {
  return word.toLowerCase().replace(/[\s_-]/g, '');
}
