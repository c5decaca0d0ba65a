// The time zone of the machine that the window runs on.
import type { TimeZone } from '../../core/ports/ports';

/** As the operating system says it, daylight saving included. */
export const windowZone: TimeZone = {
  offsetMinutes: (at) => -new Date(at).getTimezoneOffset(),
};
