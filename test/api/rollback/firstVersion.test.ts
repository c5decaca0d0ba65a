// Records as the first version of the extension wrote them, taken over by the one of today.
import { afterEach, beforeEach, expect, test } from 'vitest';
import { now } from '../../support/client/fakeClient';
import {
  changed,
  connectionIds,
  freshSecret,
  oldSecret,
  previousValues,
  sentValues,
  startMachine,
} from '../../support/client/machine';
import type { Machine, MachineWindow } from '../../support/client/machine';
import { hours, minutes, seconds } from '../../support/client/virtualTime';

let machine: Machine;
beforeEach(async () => {
  machine = await startMachine();
  // The first version applied the update and stopped.
  const first = machine.open(`${changed}  psk: !secret fresh\n`);
  await machine.time.during(first.useCases.sendUpdate(first.place));
  first.crash();
  machine.texts.clear();
});
afterEach(async () => {
  await machine.close();
  expect(machine.defects()).toEqual([]);
});

const name = '0123456789abcdef0123456789abcdef';
const psk = '/vpn_connection/psk';

/** Literally what it wrote, but for the address. */
function record(state: object, more: object = {}): string {
  const path = `v5/${machine.sandbox.projectId}/vpn-connection/${connectionIds.policy}`;
  return JSON.stringify({
    ...{ version: 1, id: name, title: 'site-a', entry: '2026-11-23T14-31-05.250Z-00' },
    connection: {
      ...{ url: `${machine.cloud.origin}/${path}`, projectId: machine.sandbox.projectId },
      ...{ connectionId: connectionIds.policy, label: 'lab', target: machine.target },
    },
    ...{ armedAt: now, minutes: 5, body: previousValues, secrets: [], state },
    ...more,
  });
}

async function openWith(text: string): Promise<MachineWindow> {
  machine.texts.set(`windows/${name}`, text);
  return next();
}

async function next(): Promise<MachineWindow> {
  const window = machine.open(changed);
  await window.start();
  return window;
}

/** Bodies of the PUTs after that of the first version. */
const later = () => machine.bodies().slice(1);
const left = () => [...machine.texts.keys()].filter((key) => /^(windows|rollbacks)/.test(key));

test('a pending rollback counts on from its start, and comes in time', async () => {
  await machine.time.pass(minutes(2));
  const window = await openWith(record({ kind: 'armed' }));
  expect(window.working()).toEqual(['countdown site-a']);
  await machine.time.pass(minutes(2) + seconds(30));
  expect(later()).toEqual([]);
  await machine.time.pass(seconds(40));
  expect(later()).toEqual([previousValues]);
  expect(left()).toEqual([]);
});

test.each([
  ['armed', { kind: 'armed' }],
  ['being restored', { kind: 'restoring', cause: 'time-up', failures: 3, nextAt: now }],
  ['stuck', { kind: 'stuck', cause: 'not-connected', sentence: 'No token.' }],
])('one that was %s comes at once after its time', async (_what, state) => {
  await machine.time.pass(hours(1));
  await openWith(record(state));
  await machine.time.pass(seconds(30));
  expect(later()).toEqual([previousValues]);
  expect(left()).toEqual([]);
});

test('the old key comes from the secret storage', async () => {
  await machine.time.pass(hours(1));
  await openWith(record({ kind: 'armed' }, { secrets: [{ pointer: psk, name: 'old' }] }));
  await machine.time.pass(seconds(30));
  expect(later()).toEqual([
    { vpn_connection: { ...previousValues.vpn_connection, psk: oldSecret } },
  ]);
  expect([...machine.texts.values()].join()).not.toMatch(new RegExp(`${oldSecret}|${freshSecret}`));
});

test('it can be kept', async () => {
  const window = await openWith(record({ kind: 'armed' }));
  expect(await window.useCases.keepUpdate()).toEqual({ kind: 'done' });
  await machine.time.pass(hours(1));
  await next();
  await machine.time.pass(hours(1));
  expect(later()).toEqual([]);
  expect(left()).toEqual([]);
});

test('one that was kept sends nothing and goes', async () => {
  await openWith(record({ kind: 'kept' }));
  await machine.time.pass(hours(1));
  expect(later()).toEqual([]);
  expect(left()).toEqual([]);
});

test('a window that crashes while it takes one over brings no kept update back', async () => {
  machine.texts.set(`windows/${name}`, record({ kind: 'armed' }));
  const crashing = machine.open(changed, {
    called: (call) => {
      if (call === 'records.delete') crashing.crash();
    },
  });
  void crashing.useCases.resume();
  await machine.time.until('the crash', () => crashing.isGone);
  expect(machine.decisions()).toEqual(['open']);
  expect(machine.texts.has(`windows/${name}`)).toBe(true);
  const window = await next();
  expect(await window.useCases.keepUpdate()).toEqual({ kind: 'done' });
  await machine.time.pass(minutes(1));
  await next();
  await machine.time.pass(hours(1));
  expect(later()).toEqual([]);
  expect(left()).toEqual([]);
});

test('a window that crashes in the middle of it loses no rollback', async () => {
  machine.texts.set(`windows/${name}`, record({ kind: 'armed' }));
  let calls = 0;
  const crashing = machine.open(changed, {
    called: (call) => {
      if (call !== 'records.create') return;
      calls += 1;
      if (calls === 2) crashing.crash();
    },
  });
  void crashing.useCases.resume();
  await machine.time.until('the crash', () => crashing.isGone);
  expect(machine.decisions()).toEqual([]);
  await next();
  await machine.time.pass(minutes(6));
  expect(later()).toEqual([previousValues]);
  expect(left()).toEqual([]);
});

test('a record of another version, or a half one, stays as it is', async () => {
  const texts = [
    record({ kind: 'armed' }, { version: 7 }),
    record({ kind: 'armed' }).slice(0, 300),
  ];
  for (const text of texts) {
    await openWith(text);
    await machine.time.pass(hours(1));
    expect(later()).toEqual([]);
    expect(machine.texts.get(`windows/${name}`)).toBe(text);
  }
});

test('its address has to be that of the settings', async () => {
  const elsewhere = 'http://localhost:1';
  const text = record({ kind: 'armed' }).replaceAll(machine.cloud.origin, elsewhere);
  const window = await openWith(text);
  await machine.time.pass(hours(1));
  expect(later()).toEqual([]);
  expect(window.texts().join('\n')).toContain('lab');
});

test('an entry of its history is monitored to its end, and its values can be restored', async () => {
  const id = '2026-11-23T14-31-05.250Z-00';
  const { connection } = JSON.parse(record({})) as { readonly connection: object };
  machine.texts.set(
    `journal/${id}.json`,
    JSON.stringify({
      ...{ version: 1, id, startedAt: now, purpose: 'update', who: 'access key SAND…SKEY' },
      ...{ connection, name: 'site-a', file: 'file:///a.vpnconn.yaml', region: 'eu-west-101' },
      ...{ sent: sentValues, secrets: [], before: previousValues, plan: '| Field |' },
      stage: { kind: 'settling', at: now, response: { status: 200, requestId: 'r', text: '{}' } },
    }),
  );
  const window = await next();
  await machine.time.pass(minutes(1));
  const [entry] = await window.useCases.journal();
  expect(entry).toMatchObject({ id, name: 'site-a', stage: { kind: 'settled', status: 'ACTIVE' } });
  expect(await window.useCases.restorePrevious(id)).toEqual({ kind: 'done' });
});
