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

/** A queue whose turns are taken by hand. */
function given() {
  const turns: (() => void)[] = [];
  const told: string[] = [];
  const files = new ClosedFileQueue(
    (_milliseconds, run) => {
      turns.push(run);
      return () => undefined;
    },
    (uri) => told.push(uri),
  );
  const isDone = async (): Promise<boolean> => {
    let done = false;
    void files.done().then(() => (done = true));
    await new Promise((resolve) => setImmediate(resolve));
    return done;
  };
  return { files, turns, told, isDone };
}

const documentsOf = (count: number): string =>
  Array.from({ length: count }, () => updateText('name: a')).join('---\n');

test('a turn runs the rules for one document, however many a file has', () => {
  const { files, turns, told } = given();
  files.add('file:///a', documentsOf(5));
  const runsInTurn: number[] = [];
  while (turns.length > 0) {
    ruleRuns.count = 0;
    turns.shift()?.();
    runsInTurn.push(ruleRuns.count);
  }
  expect(runsInTurn).toEqual([1, 1, 1, 1, 1]);
  expect(told).toEqual(['file:///a']);
});

test('is done when the last document of the last file is, and at once without any', async () => {
  const { files, turns, isDone } = given();
  expect(await isDone()).toBe(true);
  files.add('file:///a', documentsOf(2));
  files.add('file:///b', documentsOf(1));
  const done: boolean[] = [];
  while (turns.length > 0) {
    done.push(await isDone());
    turns.shift()?.();
  }
  expect(done).toEqual([false, false, false]);
  expect(await isDone()).toBe(true);
});

test('is done when all that waited was taken back', async () => {
  const { files, turns, isDone } = given();
  files.add('file:///a', documentsOf(2));
  files.remove('file:///a');
  expect(await isDone()).toBe(false);
  turns.shift()?.();
  expect(await isDone()).toBe(true);
});

test('goes on behind a text that cannot be worked on', async () => {
  const { files, turns, told, isDone } = given();
  files.add('file:///a', null as never);
  files.add('file:///b', documentsOf(1));
  expect(() => turns.shift()?.()).toThrow(TypeError);
  turns.shift()?.();
  expect(told).toEqual(['file:///b']);
  expect(await isDone()).toBe(true);
});
