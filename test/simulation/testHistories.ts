// The 2,000 histories of `npm test`, in four files, because the tests of one file share a process.
import { describe, expect, test } from 'vitest';
import { generateScript } from './generateScript';
import { simulate } from './simulate';

const perFile = 500;
const perTest = 100;

/** Runs one quarter of them (from 0). `npm run test:simulate` runs more, and prints a failing one. */
export function testHistories(quarter: number): void {
  const firsts = Array.from(
    { length: perFile / perTest },
    (_, index) => 1 + quarter * perFile + index * perTest,
  );
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
  });
}
