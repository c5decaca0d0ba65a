// A record that can't be read may exist: it ends no countdown, is never overwritten, and no lease is
// free because of it.
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

const isReading = (operation: string) => operation === 'read' || operation === 'list';
/** One of so many reads fails. */
function oneOf(share: number) {
  let random = 1;
  return (operation: string) => {
    if (!isReading(operation)) return undefined;
    random = (random * 48_271) % 2_147_483_647;
    return random % share === 0 ? 'EMFILE' : undefined;
  };
}
/** Running time between the update and its rollback, in milliseconds. */
const apart = () => machine.puts()[1]!.at - machine.puts()[0]!.at;
const bodyKey = () => [...machine.texts.keys()].find((key) => /^rollbacks.*json$/.test(key))!;

describe('a countdown continues', () => {
  test.each([2, 3, 10])('when one of %d reads fails', async (share) => {
    await sender!.apply();
    machine.records.fault = oneOf(share);
    await machine.time.pass(minutes(8));
    expect(machine.bodies()).toEqual([sentValues, previousValues]);
    expect(apart()).toBeLessThan(minutes(5) + seconds(40));
  });

  test.each(['rollbacks/', 'leases/', 'journal/'])(
    'after a minute in which nothing in %s can be read',
    async (folder) => {
      await sender!.apply();
      await machine.time.pass(minutes(1));
      machine.records.fault = (operation, key) =>
        isReading(operation) && key.startsWith(folder) ? 'EBUSY' : undefined;
      await machine.time.pass(minutes(1));
      machine.records.fault = () => undefined;
      await machine.time.pass(minutes(6));
      expect(machine.bodies()).toEqual([sentValues, previousValues]);
      expect(apart()).toBeLessThan(minutes(5) + seconds(25));
    },
  );

  test('after the time, when the record could not be read at the end', async () => {
    await sender!.apply();
    machine.records.fault = (operation, key) =>
      operation === 'read' && key.startsWith('rollbacks/') ? 'EPERM' : undefined;
    await machine.time.pass(minutes(20));
    // It may have been kept, so nothing is sent.
    expect(machine.bodies()).toEqual([sentValues]);
    expect(sender!.reports.at(-1)).toBe("the record can't be read, trying again");
    machine.records.fault = () => undefined;
    await machine.time.pass(seconds(5));
    expect(machine.bodies()).toEqual([sentValues, previousValues]);
  });

  test('in a window that starts while nothing can be read', async () => {
    await sender!.apply();
    sender!.crash();
    other!.crash();
    const next = machine.open(changed);
    machine.records.fault = (operation) => (isReading(operation) ? 'EMFILE' : undefined);
    await next.start();
    await machine.time.pass(minutes(1));
    machine.records.fault = () => undefined;
    await machine.time.pass(minutes(6));
    expect(machine.bodies()).toEqual([sentValues, previousValues]);
  });
});

/** Messages about records that can't be read. */
const said = (window: MachineWindow) =>
  window.texts().filter((text) => text.includes("can't be read"));

describe('a window says once that it can read nothing for a while', () => {
  test.each(['list', 'read'] as const)('(%s), and continues by itself', async (call) => {
    await sender!.apply();
    await machine.time.pass(seconds(5));
    sender!.crash();
    const next = machine.open(changed);
    machine.records.fault = (operation, key) =>
      operation === call && key.startsWith('rollbacks/') ? 'EACCES' : undefined;
    await next.start();
    await machine.time.pass(seconds(25));
    expect(said(next)).toEqual([]);
    await machine.time.pass(hours(1));
    expect(said(next)).toHaveLength(1);
    expect(said(next)[0]).toContain('EACCES');
    // The window that counted already, too.
    expect(said(other!)).toHaveLength(1);
    expect(machine.bodies()).toEqual([sentValues]);
    machine.records.fault = () => undefined;
    await machine.time.pass(minutes(6));
    expect(machine.bodies()).toEqual([sentValues, previousValues]);
  });

  test('and nothing about reads that fail now and then', async () => {
    await sender!.apply();
    machine.records.fault = oneOf(3);
    await machine.time.pass(minutes(4));
    expect([...said(sender!), ...said(other!)]).toEqual([]);
  });
});

describe.each([
  ['of a newer version', '{"version":99,"sent":{}}'],
  ['half written', '{"version":2,"id":"'],
  ['empty', ''],
])('a record %s', (_what, text) => {
  test('is left alone, and no update is sent while it is pending', async () => {
    await sender!.apply();
    const key = bodyKey();
    const whole = machine.texts.get(key)!;
    machine.texts.set(key, text);
    await machine.time.pass(hours(1));
    expect(machine.texts.get(key)).toBe(text);
    expect(await other!.apply()).toMatchObject({ problem: { code: 'rollback-pending' } });
    expect(await other!.useCases.sendUpdate(other!.place)).toMatchObject({
      problem: { code: 'rollback-pending' },
    });
    expect(machine.bodies()).toEqual([sentValues]);
    expect(machine.decisions()).toEqual(['open']);
    machine.texts.set(key, whole);
    await machine.time.pass(seconds(30));
    expect(machine.bodies()).toEqual([sentValues, previousValues]);
  });
});

describe('nothing is sent', () => {
  test.each(['rollbacks/', 'leases/'])('while nothing in %s can be read', async (folder) => {
    machine.records.fault = (operation, key) =>
      isReading(operation) && key.startsWith(folder) ? 'EMFILE' : undefined;
    for (const outcome of [
      await sender!.apply(),
      await sender!.useCases.sendUpdate(sender!.place),
    ]) {
      expect(outcome).toMatchObject({
        problem: { message: expect.stringMatching(/^Nothing was sent: /) },
      });
    }
    expect(machine.bodies()).toEqual([]);
  });

  test('twice, when the lease of the sending window cannot be read', async () => {
    await sender!.apply();
    await sender!.useCases.keepUpdate();
    await machine.time.pass(seconds(20));
    machine.delayMs = ({ method }) => (method === 'PUT' ? seconds(20) : 0);
    const again = machine.open('  name: again\n');
    const first = again.useCases.sendUpdate(again.place);
    await machine.time.pass(seconds(5));
    machine.records.fault = (operation, key) =>
      operation === 'read' && key.startsWith('leases/') ? 'EMFILE' : undefined;
    expect(await machine.time.during(other!.useCases.sendUpdate(other!.place))).toMatchObject({
      problem: { code: 'applied-elsewhere' },
    });
    await machine.time.during(first);
    expect(machine.bodies()).toEqual([sentValues, { vpn_connection: { name: 'again' } }]);
  });
});

test('a decision is not lost when a read fails in the moment that it is made', async () => {
  await sender!.apply();
  await machine.time.pass(minutes(1));
  let fails = 1;
  machine.records.fault = (operation) =>
    isReading(operation) && fails-- > 0 ? 'EMFILE' : undefined;
  expect(await other!.useCases.keepUpdate()).toMatchObject({ kind: 'refused' });
  expect(await other!.useCases.keepUpdate()).toEqual({ kind: 'done' });
  await machine.time.pass(minutes(10));
  expect(machine.bodies()).toEqual([sentValues]);
});
