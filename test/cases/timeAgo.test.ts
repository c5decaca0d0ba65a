// How long ago an update was, as the change history lists it.
import { expect, test } from 'vitest';
import { timeAgo } from '../../client/src/core/journal/entryText';

const minute = 60_000;
const hour = 60 * minute;

test.each([
  // A clock that was set back.
  [-hour, 'just now'],
  [0, 'just now'],
  [minute - 1, 'just now'],
  [minute, '1 minute ago'],
  [59 * minute, '59 minutes ago'],
  [hour, '1 hour ago'],
  [24 * hour - 1, '23 hours ago'],
  [24 * hour, '1 day ago'],
  [72 * hour, '3 days ago'],
])('%d ms are "%s"', (elapsed, text) => {
  expect(timeAgo(1_000 * hour + elapsed, 1_000 * hour)).toBe(text);
});
