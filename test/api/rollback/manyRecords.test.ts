// A folder that has grown for years opens without reading it all.
import { afterEach, expect, test } from 'vitest';
import type { JournalEntry } from '../../../client/src/core/journal/journalEntry';
import { printEntry } from '../../../client/src/core/journal/parseEntry';
import { now } from '../../support/client/fakeClient';
import {
  changed,
  previousValues,
  sentValues,
  startMachine,
  type Machine,
} from '../../support/client/machine';
import { minutes, seconds } from '../../support/client/virtualTime';

let machine: Machine;
afterEach(() => machine.close());

const many = 10_000;

/** Entries of the last months that are all still open, which is the most work that they can be. */
function fillJournal(): void {
  for (let number = 0; number < many; number += 1) {
    const startedAt = now - number * minutes(20) - minutes(60 * 25);
    const id = `${new Date(startedAt).toISOString().replaceAll(':', '-')}-00`;
    const entry: JournalEntry = {
      ...{ id, startedAt, purpose: 'update', who: 'x', secrets: [] },
      sent: { vpn_connection: { name: 'x' } },
      connection: {
        ...{ url: `${machine.cloud.origin}/v5/p/vpn-connection/c`, target: machine.target },
        ...{ projectId: 'p', connectionId: 'c', label: 'lab' },
      },
      stage: number % 2 === 0 ? { kind: 'sending' } : { kind: 'settling', at: startedAt },
    };
    machine.texts.set(`journal/${id}.json`, printEntry(entry));
  }
}

/** Leases of connections that nobody has updated for a year. */
function fillLeases(): void {
  for (let number = 0; number < many; number += 1) {
    const name = `${number.toString(16).padStart(32, '0')}.1`;
    const lease = { beat: 1, spanMs: 0, at: now - minutes(60 * 24 * 365) };
    machine.texts.set(`leases/${name}`, JSON.stringify(lease));
  }
}

/** Bodies and tokens of rollbacks that are over, on a disk that let nobody remove them. */
function fillRollbacks(): void {
  for (let number = 0; number < many / 2; number += 1) {
    const id = `${number.toString(16).padStart(24, '0')}-${(now - number).toString(36)}`;
    machine.texts.set(`rollbacks/${id}.json`, 'x'.repeat(2000));
    machine.texts.set(`rollbacks/${id}.kept`, '');
  }
}

test.each([
  ['journal', fillJournal],
  ['leases', fillLeases],
  ['rollbacks', fillRollbacks],
])('of 10,000 records in %s a new window reads some hundreds at most', async (folder, fill) => {
  machine = await startMachine();
  fill();
  expect([...machine.texts.keys()].every((key) => key.startsWith(folder))).toBe(true);
  const { calls } = machine.records;
  const window = machine.open(changed);
  await window.start();
  await window.useCases.journal();
  await machine.time.pass(minutes(1));
  expect(calls.read).toBeLessThan(1500);
  expect(calls.list).toBeLessThan(500);
});

test.each([
  ['journal', fillJournal],
  ['leases', fillLeases],
  ['rollbacks', fillRollbacks],
])('with 10,000 records in %s an update is applied and rolled back', async (_folder, fill) => {
  machine = await startMachine();
  fill();
  const window = machine.open(changed);
  await window.start();
  const { calls } = machine.records;
  const before = { ...calls };
  expect(await window.apply()).toMatchObject({ verdict: 'accepted' });
  expect(calls.read - before.read).toBeLessThan(500);
  expect(calls.list - before.list).toBeLessThan(100);
  await machine.time.pass(minutes(5) + seconds(30));
  expect(machine.bodies()).toEqual([sentValues, previousValues]);
});
