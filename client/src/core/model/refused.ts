// The end of everything that is not done.
import type { Problem } from './problem';

/** Nothing was done, and why. */
export interface Refused {
  readonly kind: 'refused';
  readonly problem: Problem;
}

/** Ends with `problem`, which whoever asked shows. */
export function refused(problem: Problem): Refused {
  return { kind: 'refused', problem };
}
