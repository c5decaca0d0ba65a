// Seconds as people say them.

const minute = 60;
const hour = 60 * minute;
const day = 24 * hour;

const units = [
  { name: 'd', seconds: day },
  { name: 'h', seconds: hour },
  { name: 'min', seconds: minute },
  { name: 's', seconds: 1 },
] as const;

/** From here on days say more than hours. */
const daysFrom = 2 * day;

/**
 * `86400` is `24 h`, `5400` is `1 h 30 min`, `604800` is `7 d`: exactly the same time. Nothing for
 * less than a minute, which seconds say best, and for what is no whole number of seconds.
 */
export function durationInWords(seconds: number): string | undefined {
  if (!Number.isSafeInteger(seconds) || seconds < minute) return undefined;
  const words: string[] = [];
  let rest = seconds;
  for (const unit of seconds < daysFrom ? units.slice(1) : units) {
    const count = Math.floor(rest / unit.seconds);
    rest -= count * unit.seconds;
    if (count > 0) words.push(`${count} ${unit.name}`);
  }
  return words.join(' ');
}
