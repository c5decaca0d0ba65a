// Histories that found a mistake which no other test had found.
import { expect, test } from 'vitest';
import { generateScript } from './generateScript';
import { simulate } from './simulate';

test.each([
  [361, 'a wrong clock made the pause of a rollback an hour long'],
  [40258, 'a countdown began when it was armed, because its start could not be written'],
  [54526, 'a record that was read before the update was answered passed for interrupted'],
  [310737, 'a window sent while another one, on a disk that failed, might still be sending'],
  [1425, 'an update of a clock that ran ahead was not resumed'],
  [1333783, 'an update that was being sent passed for old, because the clock had jumped'],
  [1502139, 'each update of a starting window sent rejected credentials'],
  [1717587, 'an update arrived after *Roll Back Now* had found nothing to restore'],
  [302379, 'a slow step counted the time before the countdown began'],
])('history %i: %s', async (seed) => {
  const { violation } = await simulate(generateScript(seed));
  expect(violation).toBeUndefined();
});
