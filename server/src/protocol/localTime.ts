// Times as people read them: by the clock of their window, with its zone. Stored data has UTC.

/** The date and time of a moment (milliseconds since 1970) where clocks are `offsetMinutes` ahead of UTC. */
export interface LocalTime {
  /** `2026-11-23` */
  readonly day: string;
  /** `14:05` */
  readonly minute: string;
  /** `14:05:31` */
  readonly second: string;
  /** `UTC+01:00` */
  readonly zone: string;
}

/** Takes a moment apart. */
export function localTime(at: number, offsetMinutes: number): LocalTime {
  const [day = '', time = ''] = new Date(at + offsetMinutes * 60_000).toISOString().split('T');
  const sign = offsetMinutes < 0 ? '-' : '+';
  const ahead = Math.abs(offsetMinutes);
  const zone = `UTC${sign}${twoDigits(Math.floor(ahead / 60))}:${twoDigits(ahead % 60)}`;
  return { day, minute: time.slice(0, 5), second: time.slice(0, 8), zone };
}

/** `2026-11-23 14:05:31 UTC+01:00` */
export function momentText(at: number, offsetMinutes: number): string {
  const { day, second, zone } = localTime(at, offsetMinutes);
  return `${day} ${second} ${zone}`;
}

function twoDigits(count: number): string {
  return String(count).padStart(2, '0');
}
