// The length of a confirmation window, as somebody types it.

/** What the question proposes. */
export const defaultMinutes = 5;

/** The shortest and the longest window, in minutes; both are allowed. */
export const minutesBounds = { least: 1, most: 60 } as const;

/** The length in minutes, or undefined when the text is not a whole number within the bounds. */
export function readMinutes(text: string): number | undefined {
  const typed = text.trim();
  return /^\d{1,2}$/.test(typed) && isWindowMinutes(Number(typed)) ? Number(typed) : undefined;
}

/** Whether a number can be the length of a window; records are files, and files can be edited. */
export function isWindowMinutes(minutes: number): boolean {
  const { least, most } = minutesBounds;
  return Number.isInteger(minutes) && minutes >= least && minutes <= most;
}
