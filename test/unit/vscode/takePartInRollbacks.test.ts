// When a window of the editor continues what was under way, and looks for pending rollbacks.
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { fakeLog } from '../../support/client/fakeLog';

const trust = vi.hoisted(() => ({ listeners: new Set<() => void>() }));
vi.mock('vscode', () => ({
  Disposable: {
    from: (...all: readonly { dispose: () => void }[]) => ({
      dispose: () => all.forEach((each) => each.dispose()),
    }),
  },
  workspace: {
    onDidGrantWorkspaceTrust: (listener: () => void) => {
      trust.listeners.add(listener);
      return { dispose: () => trust.listeners.delete(listener) };
    },
  },
}));
const { takePartInRollbacks } = await import('../../../client/src/vscode/takePartInRollbacks');

beforeEach(() => {
  vi.useFakeTimers();
  trust.listeners.clear();
});
afterEach(() => void vi.useRealTimers());

function open(work: () => Promise<void> = () => Promise.resolve()) {
  const log = fakeLog();
  const resume = vi.fn(() => Promise.resolve());
  const takePart = vi.fn(work);
  const end = takePartInRollbacks({ resume, takePart }, log);
  const after = async (ms: number) => {
    await vi.advanceTimersByTimeAsync(ms);
    return [resume.mock.calls.length, takePart.mock.calls.length];
  };
  return { after, end, log };
}

test('at its start it continues, and then it looks every three seconds', async () => {
  const { after } = open();
  expect(await after(0)).toEqual([1, 0]);
  expect(await after(3000)).toEqual([1, 1]);
  expect(await after(30_000)).toEqual([1, 11]);
});

test('it continues when trust is granted', async () => {
  const { after } = open();
  await after(1000);
  trust.listeners.forEach((tell) => tell());
  expect(await after(0)).toEqual([2, 0]);
});

test('it looks again after an exception, which is in the log', async () => {
  const { after, log } = open(() => Promise.reject(new Error('EIO')));
  expect(await after(6000)).toEqual([1, 2]);
  expect(log.lines).toHaveLength(2);
  expect(log.lines[0]).toContain('EIO');
});

test('it does not ask a disk again that has not answered yet', async () => {
  let answer = (): void => undefined;
  const { after } = open(() => new Promise((resolve) => (answer = resolve)));
  expect(await after(60_000)).toEqual([1, 1]);
  answer();
  expect(await after(3000)).toEqual([1, 2]);
});

test('it stops when the window closes', async () => {
  const { after, end } = open();
  end.dispose();
  expect(await after(60_000)).toEqual([0, 0]);
  expect(trust.listeners.size).toBe(0);
});
