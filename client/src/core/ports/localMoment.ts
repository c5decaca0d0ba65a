// A moment by the clock of the window.
import { momentText } from '../../../../server/src/protocol/localTime';
import type { Ports } from './ports';

/** `2026-11-23 14:05:31 UTC+01:00`; `at` in milliseconds since 1970. */
export function localMoment({ zone }: Pick<Ports, 'zone'>, at: number): string {
  return momentText(at, zone.offsetMinutes(at));
}
