// An update whose window crashed during the PUT is read back by one window, whoever else is open.
import { afterEach, beforeEach, expect, test } from 'vitest';
import { demoCredentials } from '../../../client/src/sandbox/auth/demoCredentials';
import { apiErrors } from '../../support/client/cloudFront';
import { changed, startMachine } from '../../support/client/machine';
import type { Machine, MachineWindow } from '../../support/client/machine';
import { hours, minutes, seconds } from '../../support/client/virtualTime';

let machine: Machine;
let counting: MachineWindow;
/** Requests before the next windows started. */
let requests = 0;
beforeEach(async () => {
  machine = await startMachine();
  counting = machine.open('  name: other\n');
  await counting.start();
});
afterEach(async () => {
  await machine.close();
  expect(machine.defects()).toEqual([]);
});

/** A window that crashes when its PUT has arrived, and two that start after that. */
async function crash(
  command: 'sendUpdate' | 'applyWithRollback',
  laterMs = 0,
): Promise<MachineWindow[]> {
  const crashing = machine.open(changed, { replies: ['20'] });
  machine.cloud.fate = ({ method }) => {
    if (method === 'PUT') crashing.crash();
    return undefined;
  };
  crashing.useCases[command](crashing.place).catch(() => undefined);
  await machine.time.until('the crash', () => crashing.isGone);
  machine.cloud.fate = () => undefined;
  // In the meantime the window that was open takes over the countdown.
  await machine.time.pass(laterMs);
  machine.delayMs = () => seconds(laterMs === 0 ? 0 : 5);
  requests = machine.cloud.requests.length;
  const windows = [machine.open(changed), machine.open(changed)];
  for (const window of windows) await window.start();
  return windows;
}

const commands = ['sendUpdate', 'applyWithRollback'] as const;
const told = (windows: readonly MachineWindow[]) =>
  windows
    .flatMap((window) => window.texts())
    .filter((text) => /interrupted while it was sent\. (?!It will)/.test(text));

test.each(commands)('%s: one window reads it back, says so, and monitors it', async (command) => {
  const windows = await crash(command, minutes(4));
  await machine.time.pass(minutes(6));
  expect(told(windows)).toEqual([
    'An update to site-a was interrupted while it was sent. The connection has every value that was sent.',
  ]);
  const [entry] = await counting.useCases.journal();
  expect(entry?.stage).toMatchObject({ kind: 'settled', status: 'ACTIVE' });
  expect(windows.flatMap((window) => window.texts())).toContain(
    'site-a updated. The tunnel is up.',
  );
  // One to read it back, and those of one monitoring.
  expect(machine.cloud.requests.length - requests).toBeLessThan(8);
});

const busyStorage = {
  'the folder': (operation: string, key: string) => operation === 'list' && key === 'journal/',
  'the entry': (operation: string, key: string) =>
    operation === 'read' && key.startsWith('journal/'),
};
test.each(Object.entries(busyStorage))(
  'it is read back once %s can be read, which was busy at start',
  async (_, isBusy) => {
    const crashing = machine.open(changed);
    machine.cloud.fate = ({ method }) => {
      if (method === 'PUT') crashing.crash();
      return undefined;
    };
    crashing.useCases.sendUpdate(crashing.place).catch(() => undefined);
    await machine.time.until('the crash', () => crashing.isGone);
    machine.cloud.fate = () => undefined;
    machine.records.fault = (operation, key) => (isBusy(operation, key) ? 'EBUSY' : undefined);
    const next = machine.open(changed);
    await next.start();
    await machine.time.pass(minutes(3));
    expect(next.working()).toEqual(['watch change history']);
    machine.records.fault = () => undefined;
    await machine.time.pass(minutes(4));
    expect(told([next])).toHaveLength(1);
    expect((await next.useCases.journal())[0]?.stage).toMatchObject({ status: 'ACTIVE' });
    expect(next.working()).toEqual([]);
  },
);

test.each(commands)(
  '%s: it is read back although the clock was set back since',
  async (command) => {
    machine.time.setClock(minutes(10));
    const crashing = machine.open(changed, { replies: ['20'] });
    machine.cloud.fate = ({ method }) => {
      if (method === 'PUT') crashing.crash();
      return undefined;
    };
    crashing.useCases[command](crashing.place).catch(() => undefined);
    await machine.time.until('the crash', () => crashing.isGone);
    machine.cloud.fate = () => undefined;
    machine.time.setClock(-minutes(10));
    const next = machine.open(changed);
    await next.start();
    await machine.time.pass(minutes(6));
    expect((await next.useCases.journal())[0]?.stage).toMatchObject({ status: 'ACTIVE' });
  },
);

test('another window reads it back when the first one crashes', async () => {
  const windows = await crash('applyWithRollback');
  machine.cloud.fate = () => ({ answer: apiErrors.unavailable });
  const before = machine.cloud.requests.length;
  await machine.time.until('a look', () => machine.cloud.requests.length > before);
  windows[0]!.crash();
  machine.cloud.fate = () => undefined;
  await machine.time.pass(minutes(8));
  expect((await counting.useCases.journal())[0]?.stage).toMatchObject({ status: 'ACTIVE' });
});

test.each(commands)('%s: it waits for other credentials in one window', async (command) => {
  const windows = await crash(command);
  machine.cloud.fate = () => ({ answer: apiErrors.badKey });
  const before = machine.cloud.requests.length;
  await machine.time.pass(minutes(15));
  expect(machine.cloud.requests.length - before).toBe(1);
  expect(told(windows)).toHaveLength(1);
  machine.cloud.fate = () => undefined;
  machine.signIn({ ...demoCredentials.token, kind: 'token' });
  await machine.time.pass(minutes(2) + seconds(30));
  expect((await counting.useCases.journal())[0]?.stage).toMatchObject({ status: 'ACTIVE' });
  expect(told(windows)).toHaveLength(2);
});

test('it continues when a lock is over, hours later', async () => {
  await crash('sendUpdate');
  machine.cloud.fate = () => ({ answer: apiErrors.locked });
  const before = machine.cloud.requests.length;
  await machine.time.pass(hours(1));
  expect(machine.cloud.requests.length - before).toBeLessThan(13);
  machine.cloud.fate = () => undefined;
  await machine.time.pass(minutes(8));
  expect((await counting.useCases.journal())[0]?.stage).toMatchObject({ status: 'ACTIVE' });
});

test('an update that was interrupted long ago is unknown, and can still be checked', async () => {
  const crashing = machine.open(changed);
  machine.cloud.fate = ({ method }) => {
    if (method === 'PUT') crashing.crash();
    return undefined;
  };
  crashing.useCases.sendUpdate(crashing.place).catch(() => undefined);
  await machine.time.until('the crash', () => crashing.isGone);
  machine.cloud.fate = () => undefined;
  machine.time.sleep(hours(25));
  const window = machine.open(changed);
  await window.start();
  const stage = async () => (await window.useCases.journal())[0]?.stage;
  const [entry] = await window.useCases.journal();
  // The window that sent it may still be alive, as far as this one knows.
  expect(await stage()).toMatchObject({ kind: 'sending' });
  expect(await window.useCases.checkUpdate(entry!.id)).toMatchObject({ kind: 'refused' });
  await machine.time.pass(minutes(3));
  expect(await stage()).toMatchObject({ kind: 'unclear' });
  expect(await machine.time.during(window.useCases.checkUpdate(entry!.id))).toEqual({
    kind: 'done',
  });
  await machine.time.pass(minutes(3));
  expect((await window.useCases.journal())[0]?.stage).toMatchObject({ status: 'ACTIVE' });
});
