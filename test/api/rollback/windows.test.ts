// Every open window takes part in a pending rollback, also one that was open before the update was sent.
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { changed, previousValues, sentValues, startMachine } from '../../support/client/machine';
import type { Machine, MachineWindow } from '../../support/client/machine';
import { apiErrors, type Answer } from '../../support/client/cloudFront';
import { slowTransport } from '../../support/client/slowTransport';
import { hours, minutes, seconds } from '../../support/client/virtualTime';

let machine: Machine;
let [other, sender]: MachineWindow[] = [];
beforeEach(async () => {
  machine = await startMachine();
  // The other window is open first, as one is that shows another folder.
  other = machine.open('  name: other\n');
  await other.start();
  sender = machine.open(changed);
  await sender.start();
  expect(await sender.apply()).toMatchObject({ verdict: 'accepted' });
});
afterEach(async () => {
  await machine.close();
  expect(machine.defects()).toEqual([]);
});

/** Running time between the update and its rollback, in milliseconds. */
const apart = () => machine.puts()[1]!.at - machine.puts()[0]!.at;

test('it shows the countdown, and the warning before the end', async () => {
  await machine.time.pass(minutes(2));
  expect(other!.reports).toContain('rollback in 4:00');
  expect(other!.working()).toEqual(['countdown site-a']);
  await machine.time.pass(minutes(2) + seconds(10));
  expect(other!.texts()).toContain('Rolling back site-a in 60 seconds. Is the tunnel working?');
});

test('one of several windows rolls back, and all see that it is over', async () => {
  const third = machine.open('  name: third\n');
  await third.start();
  await machine.time.pass(minutes(6));
  expect(machine.bodies()).toEqual([sentValues, previousValues]);
  expect([sender!, other!, third].flatMap((window) => window.working())).toEqual([]);
  expect(machine.decisions()).toEqual([]);
});

test('it rolls back on time when the sending window was closed', async () => {
  await machine.time.pass(minutes(2));
  await sender!.close();
  await machine.time.pass(minutes(4));
  expect(machine.bodies()).toEqual([sentValues, previousValues]);
  expect(apart()).toBeLessThan(minutes(5) + seconds(3));
  expect(other!.texts()).toContain(
    "site-a was rolled back because the update wasn't kept in time.",
  );
});

test.each([seconds(10), minutes(3), minutes(4) + seconds(59)])(
  'it rolls back when the sending window has crashed %d ms after the update',
  async (ms) => {
    await machine.time.pass(ms);
    sender!.crash();
    await machine.time.pass(minutes(6));
    expect(machine.bodies()).toEqual([sentValues, previousValues]);
    expect(apart()).toBeLessThan(minutes(5) + seconds(25));
  },
);

test('it rolls back when the sending window crashes before it counts', async () => {
  await sender!.useCases.keepUpdate();
  await machine.time.pass(seconds(30));
  const crashing = machine.open('  name: site-b-new\n', {
    called: (call) => {
      if (call === 'transport.send' && machine.puts().length === 2) crashing.crash();
    },
  });
  machine.time.during(crashing.apply()).catch(() => undefined);
  await machine.time.until('the update', () => machine.puts().length === 2);
  crashing.crash();
  await machine.time.pass(minutes(10));
  expect(machine.bodies().slice(1)).toEqual([
    { vpn_connection: { name: 'site-b-new' } },
    { vpn_connection: { name: 'site-a-new' } },
  ]);
});

test('a window that was suspended during its PUT overwrites nothing of the one that took over', async () => {
  await sender!.useCases.keepUpdate();
  await machine.time.pass(seconds(30));
  const { time } = machine;
  const transport = slowTransport(time, () => 0);
  const suspended = machine.open('  name: site-b-new\n', {
    ports: {
      transport: {
        send: async (request, limits) => {
          const result = await transport.send(request, limits);
          if (request.method === 'PUT') await time.wait(minutes(12), limits.cancel);
          return result;
        },
      },
    },
  });
  let isOver = false;
  void suspended.useCases.applyWithRollback(suspended.place).then(() => {
    isOver = true;
  });
  await machine.time.until('the update', () => machine.puts().length === 2);
  machine.cloud.fate = ({ method }) => (method === 'PUT' ? { cut: 'before' } : undefined);
  await machine.time.until('the end of the sleep', () => isOver);
  const key = [...machine.texts.keys()].find((each) => /^rollbacks.*json$/.test(each));
  expect(JSON.parse(machine.texts.get(key!)!)).toMatchObject({
    wasSent: true,
    progress: { kind: 'rolling-back' },
  });
  machine.cloud.fate = () => undefined;
  await machine.time.pass(minutes(6));
  expect(machine.bodies().at(-1)).toEqual({ vpn_connection: { name: 'site-a-new' } });
  expect(machine.decisions()).toEqual([]);
});

test('a window that was suspended during an attempt overwrites nothing of the one that took over', async () => {
  await sender!.useCases.keepUpdate();
  await machine.time.pass(seconds(30));
  const { time } = machine;
  const transport = slowTransport(time, () => 0);
  let state: 'awake' | 'asleep' | 'awake again' = 'awake';
  const suspended = machine.open('  name: site-b-new\n', {
    ports: {
      transport: {
        send: async (request, limits) => {
          const result = await transport.send(request, limits);
          if (state === 'awake' && machine.decisions().includes('time-up')) {
            state = 'asleep';
            await time.wait(minutes(12), limits.cancel);
            state = 'awake again';
          }
          return result;
        },
      },
    },
  });
  await suspended.apply();
  await machine.time.pass(minutes(4));
  machine.cloud.fate = () => ({ answer: apiErrors.unavailable });
  await machine.time.until('the end of the sleep', () => state === 'awake again');
  await machine.time.pass(seconds(1));
  const key = [...machine.texts.keys()].find((each) => /^rollbacks.*json$/.test(each));
  const { progress } = JSON.parse(machine.texts.get(key!)!) as { progress: { failures: number } };
  expect(progress.failures).toBeGreaterThan(4);
  machine.cloud.fate = () => undefined;
  await machine.time.pass(minutes(6));
  expect(machine.bodies().at(-1)).toEqual({ vpn_connection: { name: 'site-a-new' } });
});

test('all windows crash, and the next one rolls back at once after the time', async () => {
  await machine.time.pass(minutes(1));
  sender!.crash();
  other!.crash();
  await machine.time.pass(hours(1));
  const next = machine.open(changed);
  await next.start();
  await machine.time.pass(seconds(25));
  expect(machine.bodies()).toEqual([sentValues, previousValues]);
});

test('an update that is kept in another window stays', async () => {
  await machine.time.pass(minutes(1));
  expect(await other!.useCases.keepUpdate()).toEqual({ kind: 'done' });
  await machine.time.pass(hours(1));
  expect(machine.bodies()).toEqual([sentValues]);
  expect([...sender!.working(), ...other!.working()]).toEqual([]);
});

test('an update is rolled back at once on request of another window', async () => {
  await machine.time.pass(minutes(1));
  expect(await other!.useCases.rollBackNow()).toEqual({ kind: 'done' });
  await machine.time.pass(seconds(3));
  expect(machine.bodies()).toEqual([sentValues, previousValues]);
});

describe('Roll Back Now in a window that does not act', () => {
  /** The update has to be rolled back, and the service fails; returns the attempts from now on. */
  async function inALongPause(answer: Answer): Promise<() => number> {
    await machine.time.pass(minutes(1));
    machine.cloud.fate = () => ({ answer });
    await sender!.useCases.rollBackNow();
    await machine.time.pass(minutes(30));
    const before = machine.cloud.requests.length;
    return () => machine.cloud.requests.length - before;
  }

  test.each([
    ['a pause', apiErrors.unavailable],
    ['rejected credentials', apiErrors.badKey],
  ])('ends %s of the one that does, each time', async (_what, answer) => {
    const attempts = await inALongPause(answer);
    for (let count = 1; count <= 3; count += 1) {
      await machine.time.pass(seconds(5));
      expect(attempts()).toBe(count - 1);
      expect(await other!.useCases.rollBackNow()).toEqual({ kind: 'done' });
      await machine.time.pass(seconds(5));
      expect(attempts()).toBe(count);
    }
    machine.cloud.fate = () => undefined;
    await other!.useCases.rollBackNow();
    await machine.time.pass(seconds(10));
    expect(machine.bodies()).toEqual([sentValues, previousValues]);
    expect(machine.decisions()).toEqual([]);
    expect([...sender!.texts(), ...other!.texts()]).toContain('site-a was rolled back on request.');
  });

  test('during an attempt sends nothing twice', async () => {
    machine.delayMs = ({ method }) => (method === 'PUT' ? seconds(20) : 0);
    await sender!.useCases.rollBackNow();
    await machine.time.pass(seconds(10));
    expect(await other!.useCases.rollBackNow()).toEqual({ kind: 'done' });
    await machine.time.pass(minutes(5));
    expect(machine.bodies()).toEqual([sentValues, previousValues]);
    expect(machine.decisions()).toEqual([]);
  });

  test('does not end the pause of a window that starts later', async () => {
    const attempts = await inALongPause(apiErrors.unavailable);
    await other!.useCases.rollBackNow();
    await machine.time.pass(seconds(5));
    expect(attempts()).toBe(1);
    await sender!.close();
    await other!.close();
    await machine.open(changed).start();
    await machine.time.pass(minutes(4));
    expect(attempts()).toBe(1);
  });
});

test('a window that crashes while it rolls back is followed by one that sends nothing again', async () => {
  machine.cloud.fate = ({ method }) => {
    if (method === 'PUT') sender!.crash();
    return undefined;
  };
  await machine.time.pass(minutes(10));
  expect(machine.bodies()).toEqual([sentValues, previousValues]);
  expect(machine.decisions()).toEqual([]);
});

test('a window that crashes before its rollback arrives is followed by one that sends it', async () => {
  machine.cloud.fate = ({ method }) => {
    if (method !== 'PUT' || sender!.isGone) return undefined;
    sender!.crash();
    return { cut: 'before' };
  };
  await machine.time.pass(minutes(10));
  expect(machine.bodies()).toEqual([sentValues, previousValues, previousValues]);
  expect(machine.decisions()).toEqual([]);
});
