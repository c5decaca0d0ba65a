// A disk that fails makes no loop: pauses hold, nothing is sent again after a 401 or a success, and what
// can't be recorded isn't sent.
import { afterEach, describe, expect, test } from 'vitest';
import { apiErrors, type Arrived, type Fate } from '../../support/client/cloudFront';
import { fullDisk, readOnlyDisk, type RecordOperation } from '../../support/client/failingRecords';
import { changed, connectionIds, oldSecret, sentValues } from '../../support/client/machine';
import { startMachine, type Machine, type MachineWindow } from '../../support/client/machine';
import { hours, minutes, seconds } from '../../support/client/virtualTime';

let machine: Machine;
afterEach(async () => {
  await machine.close();
  expect(machine.defects()).toEqual([]);
});

const disks: Readonly<Record<string, (operation: RecordOperation) => string | undefined>> = {
  'is full': fullDisk,
  'is read-only': readOnlyDisk,
  'lets nothing be deleted': (operation) => (operation === 'delete' ? 'EPERM' : undefined),
  'lets nothing be renamed': (operation) => (operation === 'rename' ? 'EPERM' : undefined),
  fails: () => 'EIO',
};

/** An update of the pre-shared key, which can't be read back, and a disk that fails from then on. */
async function armed(
  fault: (operation: RecordOperation, key: string) => string | undefined,
  fate: (request: Arrived) => Fate = () => undefined,
): Promise<MachineWindow> {
  machine = await startMachine();
  const other = machine.open('  name: other\n');
  await other.start();
  const window = machine.open('  psk: !secret fresh\n', { replies: ['5', 'old'] });
  await window.start();
  expect(await window.apply()).toMatchObject({ verdict: 'accepted' });
  await machine.time.pass(seconds(30));
  machine.records.fault = fault;
  machine.cloud.fate = fate;
  return window;
}

/** Requests that arrived from now on. */
function counting(): () => number {
  const before = machine.cloud.requests.length;
  return () => machine.cloud.requests.length - before;
}

describe.each(Object.entries(disks).filter(([what]) => what !== 'fails'))(
  'with a disk that %s',
  (_what, fault) => {
    test('the rollback of a pre-shared key is sent once', async () => {
      await armed(fault);
      await machine.time.pass(hours(2));
      expect(machine.puts()).toHaveLength(2);
      expect(machine.sandbox.preSharedKeyIs(connectionIds.policy, oldSecret)).toBe(true);
    });

    test('a rejected access key is used once', async () => {
      await armed(fault, () => ({ answer: apiErrors.badKey }));
      const count = counting();
      await machine.time.pass(hours(1));
      expect(count()).toBe(1);
    });

    test('an unavailable service is asked with growing pauses', async () => {
      const window = await armed(fault, () => ({ answer: apiErrors.unavailable }));
      const count = counting();
      await machine.time.pass(hours(1));
      expect(count()).toBeGreaterThan(8);
      expect(count()).toBeLessThan(25);
      const said = window.texts().filter((text) => text.startsWith("Couldn't roll back"));
      expect(said).toHaveLength(1);
    });

    test('lost answers are not answered with a flood', async () => {
      await armed(fault, ({ method }) => (method === 'PUT' ? { cut: 'before' } : undefined));
      await machine.time.pass(hours(1));
      expect(machine.puts().length).toBeLessThan(25);
    });

    test('nothing is pending when the disk works again', async () => {
      await armed(fault);
      await machine.time.pass(minutes(30));
      machine.records.fault = () => undefined;
      await machine.time.pass(minutes(5));
      expect(machine.puts()).toHaveLength(2);
      expect(machine.decisions()).toEqual([]);
    });
  },
);

test('with a disk that can not even be read nothing is sent, because it may have been kept', async () => {
  const window = await armed(() => 'EIO');
  const count = counting();
  await machine.time.pass(hours(1));
  expect(count()).toBe(0);
  expect(window.working()).toContain('countdown site-a');
  machine.records.fault = () => undefined;
  await machine.time.pass(seconds(30));
  expect(machine.puts()).toHaveLength(2);
  expect(machine.decisions()).toEqual([]);
});

describe('nothing is sent', () => {
  test('by a plain update that can not be recorded in the journal', async () => {
    machine = await startMachine();
    const window = machine.open(changed);
    machine.records.fault = (operation, key) =>
      operation === 'create' && key.startsWith('journal/') ? 'ENOSPC' : undefined;
    expect(await window.useCases.sendUpdate(window.place)).toMatchObject({
      problem: { code: 'not-recorded' },
    });
    expect(machine.puts()).toEqual([]);
  });

  test.each([
    ['a lease', 'leases/', 'storage-unavailable'],
    ['the journal', 'journal/', 'not-recorded'],
    ['the pending rollback', 'rollbacks/', 'rollback-not-recorded'],
  ])('when %s can not be written', async (_what, folder, code) => {
    machine = await startMachine();
    const window = machine.open(changed);
    machine.records.fault = (operation, key) =>
      operation === 'create' && key.startsWith(folder) ? 'ENOSPC' : undefined;
    expect(await window.apply()).toMatchObject({ problem: { code } });
    expect(machine.puts()).toEqual([]);
    expect(machine.decisions()).toEqual([]);
    machine.records.fault = () => undefined;
    expect(await machine.open(changed).apply()).toMatchObject({ verdict: 'accepted' });
  });

  test('and nothing is armed when the token of the rollback can not be written', async () => {
    machine = await startMachine();
    const window = machine.open(changed);
    machine.records.fault = (operation, key) =>
      operation === 'create' && key.endsWith('.open') ? 'ENOSPC' : undefined;
    expect(await window.apply()).toMatchObject({ problem: { code: 'rollback-not-recorded' } });
    machine.records.fault = () => undefined;
    await window.start();
    await machine.time.pass(minutes(10));
    expect(window.working()).toEqual([]);
    expect(machine.cloud.requests.filter(({ method }) => method !== 'GET')).toEqual([]);
    expect(await machine.open(changed).apply()).toMatchObject({ verdict: 'accepted' });
  });

  test('when the record can not be read back, and nothing is armed after that', async () => {
    machine = await startMachine();
    const window = machine.open(changed);
    machine.records.fault = (operation, key) =>
      operation === 'read' && key.startsWith('rollbacks/') ? 'EIO' : undefined;
    expect(await window.apply()).toMatchObject({ problem: { code: 'rollback-not-recorded' } });
    machine.records.fault = () => undefined;
    expect(machine.decisions()).toEqual([]);
    expect(machine.puts()).toEqual([]);
  });
});

test('the disk becomes full while the PUT is under way: the update counts down and is rolled back', async () => {
  machine = await startMachine();
  machine.cloud.fate = ({ method }) => {
    if (method === 'PUT') machine.records.fault = fullDisk;
    return undefined;
  };
  const window = machine.open(changed);
  expect(await window.apply()).toMatchObject({ verdict: 'accepted' });
  machine.cloud.fate = () => undefined;
  await machine.time.pass(minutes(6));
  expect(machine.bodies()).toHaveLength(2);
  expect(machine.bodies()[0]).toEqual(sentValues);
});

test('a decision that can not be saved is not shown as saved, and the countdown continues', async () => {
  machine = await startMachine();
  const window = machine.open(changed);
  await window.apply();
  machine.records.fault = readOnlyDisk;
  expect(await window.useCases.keepUpdate()).toMatchObject({
    problem: { code: 'decision-not-saved' },
  });
  await machine.time.pass(minutes(8));
  expect(machine.bodies()).toHaveLength(2);
});

test('an end that can not be saved leaves nothing pending for ever, and the next update is sent', async () => {
  machine = await startMachine();
  const window = machine.open(changed);
  await window.start();
  machine.cloud.fate = ({ method }) =>
    method === 'PUT' ? { answer: apiErrors.forbidden } : undefined;
  machine.records.fault = (operation) => (operation === 'rename' ? 'EPERM' : undefined);
  expect(await window.apply()).toMatchObject({ verdict: 'rejected' });
  machine.records.fault = () => undefined;
  machine.cloud.fate = () => undefined;
  await machine.time.pass(minutes(8));
  expect(machine.decisions()).toEqual([]);
  expect(machine.puts()).toHaveLength(1);
  expect(await machine.open(changed).apply()).toMatchObject({ verdict: 'accepted' });
});

test('while the leases can not be listed nothing is asked of the cloud, and nothing is recorded', async () => {
  const window = await armed((operation, key) =>
    operation === 'list' && key.startsWith('leases/') ? 'EMFILE' : undefined,
  );
  const count = counting();
  const entries = (await window.useCases.journal()).length;
  await machine.time.pass(minutes(30));
  expect(count()).toBe(0);
  expect(await window.useCases.journal()).toHaveLength(entries);
  machine.records.fault = () => undefined;
  await machine.time.pass(seconds(30));
  expect(machine.puts()).toHaveLength(2);
  expect(machine.decisions()).toEqual([]);
});

test('a value that the record can not contain is not sent with automatic rollback', async () => {
  machine = await startMachine();
  const window = machine.open(changed);
  window.redactor.register('site-a-new');
  expect(await window.apply()).toMatchObject({ problem: { code: 'rollback-not-recorded' } });
  expect(machine.puts()).toEqual([]);
  expect(machine.decisions()).toEqual([]);
});

test("a start that can't be written is counted from all the same, and nothing passes for interrupted", async () => {
  machine = await startMachine();
  const window = machine.open(changed);
  await window.start();
  let answeredAt: number | undefined;
  machine.cloud.fate = ({ method }) => {
    if (method === 'PUT' && answeredAt === undefined) {
      answeredAt = machine.time.running();
      machine.records.fault = (operation, key) =>
        operation === 'write' && key.startsWith('rollbacks/') ? 'ENOSPC' : undefined;
      machine.time.setClock(seconds(20));
    }
    return undefined;
  };
  expect(await window.apply()).toMatchObject({ verdict: 'accepted' });
  await machine.time.pass(seconds(30));
  machine.records.fault = () => undefined;
  await machine.time.until('the rollback', () => machine.puts().length === 2, minutes(6));
  expect(machine.time.running() - (answeredAt ?? 0)).toBeGreaterThan(minutes(5) - seconds(2));
  expect(window.texts().filter((text) => text.includes('interrupted'))).toEqual([]);
});
