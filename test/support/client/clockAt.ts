// A clock whose running time goes with its wall clock.
import type { Clock } from '../../../client/src/core/ports/ports';

export function clockAt(now: () => number): Clock {
  return { now, elapsed: now };
}
