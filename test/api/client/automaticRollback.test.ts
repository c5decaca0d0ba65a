// Apply with Automatic Rollback, over real HTTP against the sandbox: what is rolled back, what is kept,
// and what is never sent. What goes wrong on the way is in `test/api/rollback`.
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { apiErrors } from '../../support/client/cloudFront';
import {
  changed,
  connectionIds,
  freshSecret,
  oldSecret,
  previousValues,
  sentValues,
  startMachine,
  type Machine,
} from '../../support/client/machine';
import { fakeConfirmation } from '../../support/client/fakeConfirmation';
import { hours, minutes, seconds } from '../../support/client/virtualTime';

let machine: Machine;
beforeEach(async () => {
  machine = await startMachine();
});
afterEach(async () => {
  await machine.close();
  expect(machine.defects()).toEqual([]);
});

/** Running time between the first two updates that arrived, in milliseconds. */
const apart = () => machine.puts()[1]!.at - machine.puts()[0]!.at;

describe('an update that is not kept', () => {
  test('is rolled back at the end of the time, with a warning before', async () => {
    const confirmation = fakeConfirmation();
    const window = machine.open(changed, { ports: { confirmation } });
    expect(await window.apply()).toMatchObject({ verdict: 'accepted' });
    expect(confirmation.questions[0]?.detail).toContain(
      'Rolls back after 5 minutes unless you keep the update, or after 60 seconds if the tunnel stays down.',
    );
    expect(machine.decisions()).toEqual(['open']);
    await machine.time.pass(minutes(6));
    expect(machine.bodies()).toEqual([sentValues, previousValues]);
    expect(apart()).toBeGreaterThanOrEqual(minutes(5));
    expect(apart()).toBeLessThan(minutes(5) + seconds(3));
    expect(machine.decisions()).toEqual([]);
    expect(window.texts()).toContain(
      'Rolling back site-a in 5 minutes unless you keep the update.',
    );
    expect(window.texts()).toContain('Rolling back site-a in 60 seconds. Is the tunnel working?');
    expect(window.texts()).toContain(
      "site-a was rolled back because the update wasn't kept in time.",
    );
    expect(window.reports).toContain('rollback in 4:00');
    const [restored] = await window.useCases.journal();
    expect(restored).toMatchObject({ purpose: 'restore', stage: { status: 'ACTIVE' } });
  });

  test('is rolled back before the end when the tunnel stays down', async () => {
    const window = machine.open(changed);
    await window.apply();
    machine.sandbox.settleAs(connectionIds.policy, 'DOWN');
    await machine.time.pass(minutes(2));
    expect(machine.bodies()).toEqual([sentValues, previousValues]);
    expect(apart()).toBeGreaterThanOrEqual(minutes(1));
    expect(window.texts()).toContain("site-a was rolled back because the tunnel didn't come up.");
  });

  test('asks once about a tunnel that is down when its credentials are rejected by then', async () => {
    const window = machine.open(changed);
    await window.apply();
    machine.sandbox.settleAs(connectionIds.policy, 'DOWN');
    await machine.time.pass(seconds(50));
    const before = machine.cloud.requests.length;
    machine.cloud.fate = () => ({ answer: apiErrors.badKey });
    await machine.time.pass(minutes(8));
    expect(machine.cloud.requests.length - before).toBe(1);
  });

  test('is left to the time when the tunnel comes up late', async () => {
    await machine.open(changed).apply();
    machine.sandbox.settleAs(connectionIds.policy, 'DOWN');
    await machine.time.pass(seconds(50));
    machine.sandbox.settleAs(connectionIds.policy, 'ACTIVE');
    await machine.time.pass(minutes(6));
    expect(apart()).toBeGreaterThanOrEqual(minutes(5));
  });

  test('gets its old key from the secret storage, and no record contains it', async () => {
    const window = machine.open('  psk: !secret fresh\n', { replies: ['5', 'old'] });
    expect(await window.apply()).toMatchObject({ verdict: 'accepted' });
    expect(machine.sandbox.preSharedKeyIs(connectionIds.policy, freshSecret)).toBe(true);
    const records = [...machine.texts.values()].join('');
    await machine.time.pass(minutes(6));
    expect(machine.sandbox.preSharedKeyIs(connectionIds.policy, oldSecret)).toBe(true);
    expect(records + [...machine.texts.values()].join('')).not.toMatch(
      new RegExp(`${oldSecret}|${freshSecret}`),
    );
  });

  test('is rolled back once, also after an answer that got lost', async () => {
    await machine.open(changed).apply();
    machine.cloud.fate = ({ method }) => (method === 'PUT' ? { cut: 'after' } : undefined);
    await machine.time.pass(minutes(20));
    expect(machine.bodies()).toEqual([sentValues, previousValues]);
    expect(machine.decisions()).toEqual([]);
  });
});

describe('a decision of the user', () => {
  test('keeps the update', async () => {
    const window = machine.open(changed);
    await window.apply();
    await machine.time.pass(seconds(20));
    expect(await window.useCases.keepUpdate()).toEqual({ kind: 'done' });
    await machine.time.pass(hours(1));
    expect(machine.bodies()).toEqual([sentValues]);
    expect(machine.decisions()).toEqual([]);
    expect(window.texts()).toContain('The update to site-a is kept.');
    expect(await window.useCases.keepUpdate()).toMatchObject({
      problem: { code: 'rollback-over' },
    });
    expect(await window.useCases.rollBackNow()).toMatchObject({
      problem: { code: 'rollback-over' },
    });
  });

  test('rolls it back now', async () => {
    const window = machine.open(changed);
    await window.apply();
    await machine.time.pass(seconds(20));
    expect(await window.useCases.rollBackNow()).toEqual({ kind: 'done' });
    await machine.time.pass(seconds(5));
    expect(machine.bodies()).toEqual([sentValues, previousValues]);
    expect(window.texts()).toContain('site-a was rolled back on request.');
    expect(machine.decisions()).toEqual([]);
  });

  test('can be made with the buttons of the message', async () => {
    const window = machine.open(changed);
    await window.apply();
    const message = window.presenter.messages.find(({ text }) => text.startsWith('Rolling back'));
    const [keep, rollBack] = message!.actions;
    expect([keep?.kind, rollBack?.kind]).toEqual(['keep-update', 'roll-back-now']);
    const id = keep?.kind === 'keep-update' ? keep.rollback : '';
    expect(await window.useCases.keepUpdate(id)).toEqual({ kind: 'done' });
    await machine.time.pass(minutes(10));
    expect(machine.bodies()).toEqual([sentValues]);
  });

  test('asks for which update when several are pending', async () => {
    const first = machine.open(changed);
    await first.apply();
    const replies = ['5', 'site-c'];
    const second = machine.open('  name: site-c-new\n', {
      connection: connectionIds.bgp,
      replies,
    });
    await second.apply();
    await second.useCases.keepUpdate();
    await machine.time.pass(minutes(10));
    expect(machine.bodies()).toHaveLength(3);
    expect(machine.bodies()).toContainEqual(previousValues);
  });
});

describe('nothing is sent', () => {
  test('while another update of the connection is pending', async () => {
    const code = 'rollback-pending';
    await machine.open(changed).apply();
    const second = machine.open('  name: third\n');
    expect(await second.useCases.sendUpdate(second.place)).toMatchObject({ problem: { code } });
    expect(await second.apply()).toMatchObject({ problem: { code } });
    expect(machine.bodies()).toHaveLength(1);
  });

  test.each([
    ['the user cancels the question about the minutes', [undefined]],
    ['the user cancels the question about the old key', ['5', undefined]],
  ] as const)('when %s', async (_why, replies) => {
    const window = machine.open('  psk: !secret fresh\n', { replies });
    expect(await window.apply()).toEqual({ kind: 'declined' });
    expect(machine.bodies()).toEqual([]);
    expect(machine.decisions()).toEqual([]);
  });

  test.each([
    ['nothing is stored under the name of the old key', 'lost', 'secret-missing'],
    ["the old key can't be sent", 'bad', 'secret-invalid'],
  ])('when %s', async (_why, name, code) => {
    await machine.secrets.store('value:bad', 'short');
    const window = machine.open('  psk: !secret fresh\n', {
      replies: ['5', 'Another Name…', name],
    });
    expect(await window.apply()).toMatchObject({ problem: { code } });
    expect(machine.bodies()).toEqual([]);
  });

  test('when there is nothing to change', async () => {
    const window = machine.open('  name: site-a\n');
    expect(await window.apply()).toMatchObject({ problem: { code: 'nothing-changes' } });
    expect(machine.bodies()).toEqual([]);
  });

  test("when a previous value looks like a secret, so a record can't contain it", async () => {
    const window = machine.open(changed);
    window.redactor.register('site-a');
    expect(await window.apply()).toMatchObject({
      problem: { code: expect.stringMatching(/no-previous-value|rollback-not-recorded/) },
    });
    expect(machine.bodies()).toEqual([]);
    expect(machine.decisions()).toEqual([]);
  });

  test('when the service rejects the update, and nothing is pending after that', async () => {
    machine.sandbox.misbehave({ kind: 'status', status: 400, match: { method: 'PUT' } });
    const window = machine.open(changed);
    expect(await window.apply()).toMatchObject({ verdict: 'rejected' });
    expect(machine.decisions()).toEqual([]);
    await machine.time.pass(minutes(10));
    expect(machine.bodies()).toEqual([sentValues]);
  });
});
