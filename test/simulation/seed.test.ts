// A failing history can be replayed: nothing but its seed decides what happens.
import { expect, test } from 'vitest';
import { generateScript } from './generateScript';
import { simulate } from './simulate';

test.each([3, 58, 89, 372])('history %i depends on nothing but its seed', async (seed) => {
  const first = await simulate(generateScript(seed), true);
  const second = await simulate(generateScript(seed), true);
  expect(second.lines).toEqual(first.lines);
  expect(first.lines.length).toBeGreaterThan(20);
});
