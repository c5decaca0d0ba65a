// Keep or roll back, never both, whenever the user decides.
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { changed, previousValues, sentValues, startMachine } from '../../support/client/machine';
import type { Machine, MachineWindow } from '../../support/client/machine';
import { hours, minutes, seconds } from '../../support/client/virtualTime';

let machine: Machine;
let [other, sender]: MachineWindow[] = [];
beforeEach(async () => {
  machine = await startMachine();
  other = machine.open('  name: other\n');
  await other.start();
  sender = machine.open(changed);
  await sender.start();
});
afterEach(async () => {
  await machine.close();
  expect(machine.defects()).toEqual([]);
});

test.each(['sending', 'other'])('kept in the %s window during the PUT', async (which) => {
  machine.delayMs = ({ method }) => (method === 'PUT' ? seconds(20) : 0);
  const applied = sender!.useCases.applyWithRollback(sender!.place);
  await machine.time.pass(seconds(10));
  const window = which === 'other' ? other! : sender!;
  expect(await window.useCases.keepUpdate()).toEqual({ kind: 'done' });
  await machine.time.during(applied);
  await machine.time.pass(hours(1));
  expect(machine.bodies()).toEqual([sentValues]);
  expect(machine.decisions()).toEqual([]);
});

test('kept while the update is read back', async () => {
  let isCut = false;
  machine.cloud.fate = ({ method }) => {
    if (method !== 'PUT' || isCut) return undefined;
    isCut = true;
    machine.delayMs = ({ method: next }) => (next === 'GET' ? seconds(5) : 0);
    return { cut: 'after' };
  };
  const applied = sender!.useCases.applyWithRollback(sender!.place);
  await machine.time.pass(seconds(2));
  expect(await other!.useCases.keepUpdate()).toEqual({ kind: 'done' });
  await machine.time.during(applied);
  await machine.time.pass(hours(1));
  expect(machine.bodies()).toEqual([sentValues]);
});

test('rolled back on request during the PUT: after it was answered', async () => {
  machine.delayMs = ({ method }) => (method === 'PUT' ? seconds(20) : 0);
  const applied = sender!.useCases.applyWithRollback(sender!.place);
  await machine.time.pass(seconds(10));
  expect(await other!.useCases.rollBackNow()).toEqual({ kind: 'done' });
  machine.delayMs = () => 0;
  await machine.time.during(applied);
  await machine.time.pass(minutes(1));
  expect(machine.bodies()).toEqual([sentValues, previousValues]);
});

test('the countdown starts when the PUT has been answered', async () => {
  machine.delayMs = ({ method }) => (method === 'PUT' ? seconds(25) : 0);
  await sender!.apply();
  machine.delayMs = () => 0;
  await machine.time.pass(minutes(7));
  const [first, second] = machine.puts();
  expect(second!.at - first!.at).toBeGreaterThanOrEqual(minutes(5) - seconds(1));
});

test.each([0, 1, 2, 3, 4, 5])('decided in the moment of the end, variant %d', async (turns) => {
  await sender!.apply();
  await machine.time.pass(minutes(5) - seconds(2));
  const kept: unknown[] = [];
  let calls = 0;
  machine.records.fault = () => {
    calls += 1;
    if (calls === turns * 3 + 1) void other!.useCases.keepUpdate().then((each) => kept.push(each));
    return undefined;
  };
  await machine.time.pass(minutes(2));
  const isKept = (kept[0] as { readonly kind: string }).kind === 'done';
  expect(machine.bodies()).toEqual(isKept ? [sentValues] : [sentValues, previousValues]);
  expect(machine.decisions()).toEqual([]);
});

test('it can not be kept while it is rolled back', async () => {
  await sender!.apply();
  machine.delayMs = ({ method }) => (method === 'PUT' ? seconds(20) : 0);
  await machine.time.until('the rollback', () => machine.decisions().includes('time-up'));
  expect(await other!.useCases.keepUpdate()).toMatchObject({ problem: { code: 'rolling-back' } });
  await machine.time.pass(minutes(2));
  expect(machine.bodies()).toEqual([sentValues, previousValues]);
});

/** What another window does in this moment: it renames the token. */
function keepNow(): void {
  const key = [...machine.texts.keys()].find((each) => each.endsWith('.open'))!;
  machine.texts.delete(key);
  machine.texts.set(key.replace(/open$/, 'kept'), '');
}

test('kept between the end of the time and its record', async () => {
  await sender!.apply();
  let isKept = false;
  machine.records.fault = (operation, key) => {
    if (operation === 'rename' && key.endsWith('.open') && !isKept) {
      isKept = true;
      keepNow();
    }
    return undefined;
  };
  let asked = 0;
  machine.cloud.fate = () => {
    if (isKept) asked += 1;
    return undefined;
  };
  await machine.time.pass(minutes(10));
  expect(isKept).toBe(true);
  expect(machine.bodies()).toEqual([sentValues]);
  // Not even an attempt is made: nothing is asked, and the history has the update alone.
  expect(asked).toBe(0);
  expect((await sender!.useCases.journal()).map(({ purpose }) => purpose)).toEqual(['update']);
});

test('kept right before the rollback is sent, after a disk that let nothing be decided', async () => {
  await sender!.apply();
  let isKept = false;
  machine.records.fault = (operation, key) => {
    if (operation === 'create' && key.startsWith('journal/')) {
      isKept = true;
      keepNow();
    }
    return operation === 'rename' && !isKept ? 'EPERM' : undefined;
  };
  await machine.time.pass(minutes(10));
  expect(isKept).toBe(true);
  expect(machine.bodies()).toEqual([sentValues]);
});

describe.each(['sending', 'other'])('applied again in the %s window', (which) => {
  const windowOf = () => (which === 'other' ? other! : sender!);

  test('at once after it was kept', async () => {
    // Nobody can see that a key is the same, so it is sent again.
    sender = machine.open('  psk: !secret fresh\n', { replies: ['5', 'old'] });
    await sender.apply();
    await machine.time.pass(seconds(30));
    const window = windowOf();
    expect(await window.useCases.keepUpdate()).toEqual({ kind: 'done' });
    expect(await machine.time.during(window.useCases.sendUpdate(window.place))).toMatchObject({
      verdict: 'accepted',
    });
    expect(machine.bodies()).toHaveLength(2);
  });

  test('while it waits to be kept: it is refused at once', async () => {
    await sender!.apply();
    const before = machine.time.running();
    const window = windowOf();
    expect(await machine.time.during(window.useCases.sendUpdate(window.place))).toMatchObject({
      problem: { code: 'rollback-pending' },
    });
    expect(machine.time.running() - before).toBeLessThan(seconds(1));
  });
});

test('while another window sends for longer, an update is refused', async () => {
  machine.delayMs = ({ method }) => (method === 'PUT' ? seconds(20) : 0);
  const first = sender!.useCases.sendUpdate(sender!.place);
  await machine.time.pass(seconds(5));
  expect(await machine.time.during(other!.useCases.sendUpdate(other!.place))).toMatchObject({
    problem: { code: 'applied-elsewhere' },
  });
  await machine.time.during(first);
  expect(machine.bodies()).toEqual([sentValues]);
});
