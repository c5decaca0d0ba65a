// When a server is started again, and that restarts neither overlap nor are lost.
import { describe, expect, test } from 'vitest';
import { createRestartQueue, RestartPolicy } from '../../../client/src/vscode/server/restart';

/** A task that is finished by hand and counts how many of its runs are under way. */
function manualTask() {
  const finish: (() => void)[] = [];
  const state = { runs: 0, atOnce: 0, mostAtOnce: 0 };
  const task = async () => {
    state.runs += 1;
    state.atOnce += 1;
    state.mostAtOnce = Math.max(state.mostAtOnce, state.atOnce);
    await new Promise<void>((resolve) => finish.push(resolve));
    state.atOnce -= 1;
  };
  const settle = async () => {
    finish.shift()?.();
    await new Promise((resolve) => setImmediate(resolve));
  };
  return { task, state, settle };
}

describe('a restart queue', () => {
  test('runs at once when nothing runs', async () => {
    const { task, state, settle } = manualTask();
    const done = createRestartQueue(task)();
    expect(state.runs).toBe(1);
    await settle();
    await expect(done).resolves.toBeUndefined();
  });

  test('gives all who ask during a run one further run', async () => {
    const { task, state, settle } = manualTask();
    const restart = createRestartQueue(task);
    const all = [restart(), restart(), restart(), restart()];
    expect(state.runs).toBe(1);
    await settle();
    expect(state.runs).toBe(2);
    await settle();
    await Promise.all(all);
    expect(state).toMatchObject({ runs: 2, mostAtOnce: 1 });
  });

  test('gives who asks during the second run a third one', async () => {
    const { task, state, settle } = manualTask();
    const restart = createRestartQueue(task);
    const first = [restart(), restart()];
    await settle();
    const third = restart();
    expect(state.runs).toBe(2);
    await settle();
    expect(state.runs).toBe(3);
    await settle();
    await Promise.all([...first, third]);
    expect(state.mostAtOnce).toBe(1);
  });

  test('does not overlap with who asks at the very end of a run', async () => {
    const { task, state, settle } = manualTask();
    const restart = createRestartQueue(task);
    const first = restart();
    const second = restart();
    const late = first.then(() => restart());
    await settle();
    await settle();
    await settle();
    await Promise.all([first, second, late]);
    expect(state.mostAtOnce).toBe(1);
  });

  test('goes on after a run that failed', async () => {
    let runs = 0;
    const restart = createRestartQueue(() => {
      runs += 1;
      return runs === 1 ? Promise.reject(new Error('no')) : Promise.resolve();
    });
    const first = restart();
    const second = restart();
    await expect(first).rejects.toThrow('no');
    await expect(second).resolves.toBeUndefined();
    await expect(restart()).resolves.toBeUndefined();
    expect(runs).toBe(3);
  });
});

const minute = 60_000;

test('starts a server again three times, and not a fourth time within three minutes', () => {
  const policy = new RestartPolicy();
  const decisions = [0, 1, 2, 3].map((second) => policy.ended(second * 1000));
  expect(decisions).toEqual(['restart', 'restart', 'restart', 'give-up']);
});

test('forgets what is three minutes old', () => {
  const policy = new RestartPolicy();
  [0, 1, 2].forEach((second) => policy.ended(second * 1000));
  expect(policy.ended(3 * minute - 1)).toBe('give-up');
  const patient = new RestartPolicy();
  [0, 1, 2].forEach((second) => patient.ended(second * 1000));
  expect(patient.ended(3 * minute)).toBe('restart');
});

test('goes on for ever with a server that ends once a minute', () => {
  const policy = new RestartPolicy();
  const decisions = Array.from({ length: 100 }, (_, index) => policy.ended(index * minute));
  expect(new Set(decisions)).toEqual(new Set(['restart']));
});
