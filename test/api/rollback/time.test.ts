// The rollback comes after the agreed running time at the latest, whatever happens to the clocks, and is
// never forgotten.
import { afterEach, beforeEach, expect, test } from 'vitest';
import { changed, previousValues, sentValues, startMachine } from '../../support/client/machine';
import type { Machine, MachineWindow } from '../../support/client/machine';
import { hours, minutes, seconds } from '../../support/client/virtualTime';

let machine: Machine;
let window: MachineWindow;
let start = 0;
beforeEach(async () => {
  // Tokens don't depend on the clock of this machine, as signatures do.
  machine = await startMachine({ login: 'password' });
  window = machine.open(changed);
  await window.start();
  await window.apply();
  start = machine.time.running();
  await machine.time.pass(minutes(1));
});
afterEach(async () => {
  await machine.close();
  expect(machine.defects()).toEqual([]);
});

/** Running time from the update to its rollback. */
async function rolledBackAfter(): Promise<number> {
  await machine.time.until('the rollback', () => machine.puts().length === 2, hours(5));
  expect(machine.bodies()).toEqual([sentValues, previousValues]);
  return machine.time.running() - start;
}

test.each([-1, -24])('a clock that is set by %d hours delays nothing', async (count) => {
  machine.time.setClock(hours(count));
  expect(await rolledBackAfter()).toBeLessThan(minutes(5) + seconds(3));
});

test('a clock that is set back again and again delays nothing', async () => {
  for (let count = 0; count < 3; count += 1) {
    machine.time.setClock(-hours(1));
    await machine.time.pass(minutes(1));
  }
  expect(await rolledBackAfter()).toBeLessThan(minutes(5) + seconds(3));
});

test.each([1, 24])(
  'a clock that is set by %d hours brings it earlier, not later',
  async (count) => {
    machine.time.setClock(hours(count));
    expect(await rolledBackAfter()).toBeLessThan(minutes(5) + seconds(3));
  },
);

test.each([minutes(2), hours(9)])('a sleep of %d ms delays nothing', async (ms) => {
  machine.time.sleep(ms);
  expect(await rolledBackAfter()).toBeLessThan(minutes(4) + seconds(3));
});

test('a reload at any time delays nothing', async () => {
  await window.close();
  await machine.time.pass(minutes(1));
  await machine.open(changed).start();
  expect(await rolledBackAfter()).toBeLessThan(minutes(5) + seconds(10));
});

test('after a reload behind the end it comes at once', async () => {
  await window.close();
  await machine.time.pass(hours(3));
  const from = machine.time.running();
  await machine.open(changed).start();
  await rolledBackAfter();
  expect(machine.time.running() - from).toBeLessThan(seconds(10));
});

test('a reboot with a clock that is set back costs no more than the agreed time', async () => {
  await machine.time.pass(minutes(2));
  window.crash();
  machine.time.sleep(minutes(10));
  machine.time.setClock(-hours(48));
  const from = machine.time.running();
  await machine.open(changed, { startsAt: 0 }).start();
  await rolledBackAfter();
  expect(machine.time.running() - from).toBeLessThan(minutes(5) + seconds(30));
});

test('running time counts on in the window that takes over, also when the clock was set back', async () => {
  const other = machine.open(changed);
  await other.start();
  await machine.time.pass(minutes(3));
  window.crash();
  machine.time.setClock(-hours(2));
  expect(await rolledBackAfter()).toBeLessThan(minutes(5) + seconds(30));
});
