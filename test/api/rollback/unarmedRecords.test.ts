// A window that crashes while it writes a pending rollback leaves a body without a token behind.
import { afterEach, beforeEach, expect, test } from 'vitest';
import { changed, previousValues, sentValues, startMachine } from '../../support/client/machine';
import type { Machine, MachineWindow } from '../../support/client/machine';
import { hours, minutes, seconds } from '../../support/client/virtualTime';

let machine: Machine;
beforeEach(async () => {
  machine = await startMachine();
});
afterEach(async () => {
  await machine.close();
  expect(machine.defects()).toEqual([]);
});

const rollbacks = () => [...machine.texts.keys()].filter((key) => key.startsWith('rollbacks/'));

/** Crashes right before the token is written. The next window has to wait for the lease, and gets it. */
async function leaveBody(): Promise<string> {
  const crashing = machine.open(changed, {
    called: (call) => {
      if (call === 'records.create' && rollbacks().length > 0) crashing.crash();
    },
  });
  void crashing.useCases.applyWithRollback(crashing.place);
  await machine.time.until('the crash', () => crashing.isGone);
  const [body, ...others] = rollbacks();
  expect(others).toEqual([]);
  expect(body).toMatch(/\.json$/);
  const next = await start();
  expect(await next.apply()).toMatchObject({ problem: { code: 'applied-elsewhere' } });
  await machine.time.pass(minutes(2));
  await applyAndRollBack(next);
  expect(rollbacks()).toEqual([body]);
  return body!;
}

async function start(): Promise<MachineWindow> {
  const window = machine.open(changed, { replies: ['5', '5'] });
  await window.start();
  return window;
}

async function applyAndRollBack(window: MachineWindow): Promise<void> {
  expect(await window.apply()).toMatchObject({ verdict: 'accepted' });
  await machine.time.pass(minutes(5) + seconds(30));
  expect(machine.bodies().slice(-2)).toEqual([sentValues, previousValues]);
}

test('it is removed when it is a day old, by a window that starts', async () => {
  await leaveBody();
  await machine.time.pass(hours(25));
  await start();
  expect(rollbacks()).toEqual([]);
});

test('before that it stays, and prevents nothing', async () => {
  const body = await leaveBody();
  await machine.time.pass(hours(23));
  await applyAndRollBack(await start());
  expect(rollbacks()).toEqual([body]);
});

test('it stays while another window has the lease of the connection', async () => {
  const body = await leaveBody();
  await machine.time.pass(hours(25));
  const sending = machine.open(changed);
  expect(await sending.apply()).toMatchObject({ verdict: 'accepted' });
  await start();
  expect(rollbacks()).toContain(body);
});

test('it stays while the workspace is not trusted', async () => {
  const body = await leaveBody();
  await machine.time.pass(hours(25));
  await machine.open(changed, { isTrusted: false }).start();
  expect(rollbacks()).toEqual([body]);
});

test('it stays when it may belong to another version, whatever its age', async () => {
  const body = await leaveBody();
  const text = machine.texts.get(body)!;
  await machine.time.pass(hours(25));
  for (const other of [text.slice(0, 200), text.replace(/"version":\s*\d+/, '"version": 99')]) {
    machine.texts.set(body, other);
    await start();
    expect(machine.texts.get(body)).toBe(other);
  }
  machine.texts.set(body, text);
  machine.texts.set(body.replace(/json$/, 'frozen'), '');
  await start();
  expect(machine.texts.get(body)).toBe(text);
});

test('it stays while a record of the first version may be taken over', async () => {
  const body = await leaveBody();
  await machine.time.pass(hours(25));
  machine.texts.set('windows/0123456789abcdef0123456789abcdef', '{"version": 7}');
  await start();
  expect(rollbacks()).toEqual([body]);
});
