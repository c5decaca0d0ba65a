// A window that isn't trusted sends nothing, and continues when trust is granted later.
import { afterEach, beforeEach, expect, test } from 'vitest';
import { changed, previousValues, sentValues, startMachine } from '../../support/client/machine';
import type { Machine, MachineWindow } from '../../support/client/machine';
import { hours, minutes } from '../../support/client/virtualTime';

let machine: Machine;
let sender: MachineWindow;
beforeEach(async () => {
  machine = await startMachine();
  sender = machine.open(changed);
  await sender.start();
});
afterEach(async () => {
  await machine.close();
  expect(machine.defects()).toEqual([]);
});

/** The editor calls this when the user trusts the folder. */
async function trust(window: MachineWindow): Promise<void> {
  window.isTrusted = true;
  await machine.time.during(window.useCases.resume());
}

test('a rollback waits for trust, says so once, and comes when it is granted', async () => {
  await sender.apply();
  sender.crash();
  const next = machine.open(changed, { isTrusted: false });
  await next.start();
  const before = machine.cloud.requests.length;
  await machine.time.pass(hours(1));
  expect(machine.cloud.requests).toHaveLength(before);
  expect(next.reports.at(-1)).toBe('waiting for a trusted window');
  expect(next.texts().filter((text) => text.includes('is not trusted'))).toHaveLength(1);
  await trust(next);
  // The one that crashed had just sent, so its lease lasts a while.
  await machine.time.pass(minutes(2));
  expect(machine.bodies()).toEqual([sentValues, previousValues]);
  expect(machine.decisions()).toEqual([]);
});

test('it can be kept in a window that is not trusted', async () => {
  await sender.apply();
  sender.crash();
  const next = machine.open(changed, { isTrusted: false });
  await next.start();
  expect(await next.useCases.keepUpdate()).toEqual({ kind: 'done' });
  await trust(next);
  await machine.time.pass(hours(1));
  expect(machine.bodies()).toEqual([sentValues]);
});

test('a trusted window rolls back although one without trust was there first', async () => {
  const first = machine.open('  name: first\n', { isTrusted: false });
  await first.start();
  await sender.apply();
  await machine.time.pass(minutes(1));
  sender.crash();
  const second = machine.open('  name: second\n');
  await second.start();
  await machine.time.pass(minutes(6));
  expect(machine.bodies()).toEqual([sentValues, previousValues]);
});

test('a window that loses trust hands over to one that is trusted', async () => {
  const other = machine.open('  name: other\n');
  await other.start();
  await sender.apply();
  await machine.time.pass(minutes(1));
  sender.isTrusted = false;
  await machine.time.pass(minutes(6));
  expect(machine.bodies()).toEqual([sentValues, previousValues]);
});

test('monitoring continues when trust is granted', async () => {
  await machine.time.during(sender.useCases.sendUpdate(sender.place));
  sender.crash();
  const next = machine.open(changed, { isTrusted: false });
  await next.start();
  const before = machine.cloud.requests.length;
  await machine.time.pass(minutes(5));
  expect(machine.cloud.requests).toHaveLength(before);
  expect((await next.useCases.journal())[0]?.stage.kind).toBe('settling');
  await trust(next);
  await machine.time.pass(minutes(5));
  expect((await next.useCases.journal())[0]?.stage).toMatchObject({
    kind: 'settled',
    status: 'ACTIVE',
  });
});

test('an interrupted update is read back when trust is granted', async () => {
  machine.cloud.fate = ({ method }) => {
    if (method === 'PUT') sender.crash();
    return undefined;
  };
  void sender.useCases.sendUpdate(sender.place);
  await machine.time.until('the crash', () => sender.isGone);
  const next = machine.open(changed, { isTrusted: false });
  await next.start();
  const before = machine.cloud.requests.length;
  await machine.time.pass(minutes(5));
  expect(machine.cloud.requests).toHaveLength(before);
  await trust(next);
  await machine.time.pass(minutes(5));
  expect(machine.cloud.requests.length).toBeGreaterThan(before);
  expect((await next.useCases.journal())[0]?.stage.kind).toBe('settled');
  expect(machine.bodies()).toEqual([sentValues]);
});
