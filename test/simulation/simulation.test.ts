// 2,000 histories of the core over simulated ports. `npm run test:simulate` runs more of them, and prints
// a failing one made as short as possible.
import { describe, expect, test } from 'vitest';
import { generateScript } from './generateScript';
import { simulate } from './simulate';

const histories = 2000;
const perTest = 100;
const firsts = Array.from({ length: histories / perTest }, (_, index) => 1 + index * perTest);

describe('simulated histories', () => {
  test.each(firsts)(`hold all rules from seed %i on`, async (first) => {
    const broken: string[] = [];
    for (let seed = first; seed < first + perTest; seed += 1) {
      const { violation } = await simulate(generateScript(seed));
      if (violation !== undefined) broken.push(`${seed}: ${violation.rule}, ${violation.text}`);
    }
    // Print one with `npm run test:simulate -- --replay SEED`.
    expect(broken).toEqual([]);
  });

  test('depend on nothing but their seed', async () => {
    for (const seed of [3, 58, 89, 372]) {
      const first = await simulate(generateScript(seed), true);
      const second = await simulate(generateScript(seed), true);
      expect(second.lines).toEqual(first.lines);
      expect(first.lines.length).toBeGreaterThan(20);
    }
  });
});
