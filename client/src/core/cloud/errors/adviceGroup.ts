// Codes that mean the same to a user share their advice.
import type { Advice } from './advice';

/** Some codes, as they stand behind the prefix, and what to say about all of them. */
export interface AdviceGroup {
  readonly codes: readonly string[];
  readonly advice: Advice;
}

/** The advice of each code. */
export function adviceByCode(groups: readonly AdviceGroup[]): Readonly<Record<string, Advice>> {
  return Object.fromEntries(
    groups.flatMap(({ codes, advice }) => codes.map((code) => [code, advice] as const)),
  );
}
