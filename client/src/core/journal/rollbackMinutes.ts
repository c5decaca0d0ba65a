// The length of time after which an update is rolled back, as somebody types it.

/** What the question proposes. */
export const defaultMinutes = 5;

/** The shortest and the longest time, in minutes; both are allowed. */
export const minutesBounds = { min: 1, max: 60 } as const;

/** The length in minutes, or undefined when the text isn't an integer within the bounds. */
export function readMinutes(text: string): number | undefined {
  const typed = text.trim();
  return /^\d{1,2}$/.test(typed) && isRollbackMinutes(Number(typed)) ? Number(typed) : undefined;
}

/** Whether a number can be the length; records are files, and files can be edited. */
export function isRollbackMinutes(minutes: number): boolean {
  const { min, max } = minutesBounds;
  return Number.isInteger(minutes) && minutes >= min && minutes <= max;
}
