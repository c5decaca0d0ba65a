// Files that are not open are worked on behind everything else, one document in each turn.
import { expect, test, vi } from 'vitest';
import type * as runRulesModule from '../../../server/src/service/rules/runRules';
import { ClosedFileQueue } from '../../../server/src/lsp/workspace/closedFileQueue';
import { updateText } from '../../support/updateText';

const ruleRuns = vi.hoisted(() => ({ count: 0 }));
vi.mock('../../../server/src/service/rules/runRules', async (load) => {
  const original = await load<typeof runRulesModule>();
  return {
    ...original,
    runRules: (...input: Parameters<typeof original.runRules>) => {
      ruleRuns.count++;
      return original.runRules(...input);
    },
  };
});

test('a turn runs the rules for one document, however many a file has', () => {
  const turns: (() => void)[] = [];
  const told: string[] = [];
  const files = new ClosedFileQueue(
    (_milliseconds, run) => {
      turns.push(run);
      return () => undefined;
    },
    (uri) => told.push(uri),
  );
  files.add('file:///a', Array.from({ length: 5 }, () => updateText('name: a')).join('---\n'));
  const runsInTurn: number[] = [];
  while (turns.length > 0) {
    ruleRuns.count = 0;
    turns.shift()?.();
    runsInTurn.push(ruleRuns.count);
  }
  expect(runsInTurn).toEqual([1, 1, 1, 1, 1]);
  expect(told).toEqual(['file:///a']);
});
