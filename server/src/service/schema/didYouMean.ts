// The known word that somebody most likely meant.
import { distance } from 'fastest-levenshtein';

/** The closest candidates, best first; those that are too far away to be a slip are left out. */
export function didYouMean(word: string, candidates: readonly string[]): readonly string[] {
  const normal = normalize(word);
  if (normal === '') return [];
  const tolerance = Math.max(1, Math.floor(normal.length / 3));
  return candidates
    .map((candidate) => ({ candidate, away: slip(normal, normalize(candidate)) }))
    .filter(({ away }) => away <= tolerance)
    .sort((a, b) => a.away - b.away)
    .map(({ candidate }) => candidate);
}

/** Number of slips; a number alone is the short form of a numbered name (`14` for `group14`). */
function slip(word: string, candidate: string): number {
  if (
    /^\d+$/.test(word) &&
    candidate.endsWith(word) &&
    !/\d/.test(candidate.slice(0, -word.length))
  )
    return 0;
  return distance(word, candidate);
}

/** `AES256`, `aes_256` and `aes-256` are the same slip of the pen. */
function normalize(word: string): string {
  return word.toLowerCase().replace(/[\s_-]/g, '');
}
