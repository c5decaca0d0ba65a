// Rejected credentials, a missing permission and a missing secret wait for the user. The rollback then
// says so, asks nothing of the service meanwhile, and continues by itself.
import { afterEach, expect, test } from 'vitest';
import { apiErrors, type Answer, type Arrived, type Fate } from '../../support/client/cloudFront';
import {
  accessKeyLogin,
  changed,
  connectionIds,
  oldSecret,
  previousValues,
  sentValues,
  startMachine,
  type Machine,
  type MachineWindow,
} from '../../support/client/machine';
import { demoCredentials } from '../../../client/src/sandbox/auth/demoCredentials';
import { hours, minutes, seconds } from '../../support/client/virtualTime';

let machine: Machine;
afterEach(async () => {
  await machine.close();
  expect(machine.defects()).toEqual([]);
});

const isIam = ({ path }: Arrived) => path.startsWith('/v3/auth/tokens');
const rejecting =
  (answer: Answer, matches: (request: Arrived) => boolean = () => true) =>
  (request: Arrived): Fate =>
    matches(request) ? { answer } : undefined;

/** Messages about attempts that failed. */
const failures = (window: MachineWindow) =>
  window.presenter.messages.filter(({ text }) => text.startsWith("Couldn't roll back site-a."));

/** An update that has to be rolled back while this happens, and an hour of waiting. */
async function hourOf(fate: (request: Arrived) => Fate, login?: 'password') {
  machine = await startMachine(login === undefined ? {} : { login });
  const window = machine.open(changed);
  await window.apply();
  await machine.time.pass(minutes(4));
  // The token of an earlier window isn't there after a restart.
  window.crash();
  machine.cloud.fate = fate;
  const next = machine.open(changed);
  await next.start();
  const before = machine.cloud.requests.length;
  await machine.time.pass(hours(1));
  const [message] = failures(next);
  expect(failures(next)).toHaveLength(1);
  expect(message!.text).toContain('The rollback then continues automatically.');
  expect(message!.actions.map(({ kind }) => kind)).toEqual(
    expect.arrayContaining(['keep-update', 'roll-back-now']),
  );
  // It doesn't alternate with a pause that nobody can do anything about.
  const waiting = next.reports.slice(next.reports.indexOf('waiting for you'));
  expect(new Set(waiting)).toEqual(new Set(['waiting for you']));
  return { window: next, asked: machine.cloud.requests.length - before };
}

async function expectRolledBack(): Promise<void> {
  await machine.time.pass(seconds(15));
  expect(machine.bodies().at(-1)).toEqual(previousValues);
  expect(machine.decisions()).toEqual([]);
}

test('a rejected access key, until another one is stored', async () => {
  const { asked } = await hourOf(rejecting(apiErrors.badKey));
  expect(asked).toBe(1);
  machine.cloud.fate = () => undefined;
  machine.signIn({ ...demoCredentials.token, kind: 'token' });
  await expectRolledBack();
});

test('a rejected access key, until settings are changed', async () => {
  const { asked } = await hourOf(rejecting(apiErrors.badKey));
  expect(asked).toBe(1);
  machine.cloud.fate = () => undefined;
  machine.settings = { ...machine.settings, timeoutSeconds: 31 };
  await expectRolledBack();
});

test('a rejected password, until another one is stored', async () => {
  const { asked } = await hourOf(rejecting(apiErrors.iamRejects, isIam), 'password');
  expect(asked).toBe(1);
  machine.cloud.fate = () => undefined;
  machine.signIn(accessKeyLogin);
  await expectRolledBack();
});

test('a missing permission to read, until other credentials are stored', async () => {
  const { asked } = await hourOf(rejecting(apiErrors.forbidden));
  expect(asked).toBe(1);
  machine.cloud.fate = () => undefined;
  machine.signIn({ ...demoCredentials.token, kind: 'token' });
  await expectRolledBack();
});

test('a missing permission to update, until it is tried again on request', async () => {
  const isPut = ({ method }: Arrived) => method === 'PUT';
  const { window } = await hourOf(rejecting(apiErrors.forbidden, isPut));
  expect(machine.puts()).toHaveLength(2);
  machine.cloud.fate = () => undefined;
  await machine.time.pass(hours(1));
  expect(machine.puts()).toHaveLength(2);
  expect(await window.useCases.rollBackNow()).toEqual({ kind: 'done' });
  await expectRolledBack();
});

test('missing credentials, until the user signs in', async () => {
  machine = await startMachine();
  await machine.open(changed).apply();
  for (const key of machine.secrets.values.keys()) await machine.secrets.delete(key);
  const before = machine.cloud.requests.length;
  await machine.time.pass(hours(1));
  // Monitoring had the credentials of the update.
  const late = machine.cloud.requests.filter(
    ({ at }) => at > machine.time.trueTime() - minutes(54),
  );
  expect(machine.cloud.requests.length).toBeGreaterThan(before);
  expect(late).toEqual([]);
  machine.signIn(accessKeyLogin);
  await expectRolledBack();
});

test('a missing old secret, until it is stored', async () => {
  machine = await startMachine();
  const window = machine.open('  psk: !secret fresh\n', { replies: ['5', 'old'] });
  await window.apply();
  await machine.secrets.delete('value:old');
  await machine.time.pass(hours(1));
  expect(machine.puts()).toHaveLength(1);
  expect(failures(window)[0]?.actions).toContainEqual({
    kind: 'store-pre-shared-key',
    name: 'old',
  });
  await machine.secrets.store('value:old', oldSecret);
  await machine.time.pass(seconds(15));
  expect(machine.sandbox.preSharedKeyIs(connectionIds.policy, oldSecret)).toBe(true);
  expect(machine.decisions()).toEqual([]);
});

test('while it waits and nothing was sent, the update can still be kept', async () => {
  const { window } = await hourOf(rejecting(apiErrors.badKey));
  expect(await window.useCases.keepUpdate()).toEqual({ kind: 'done' });
  machine.cloud.fate = () => undefined;
  machine.signIn({ ...demoCredentials.token, kind: 'token' });
  await machine.time.pass(minutes(10));
  expect(machine.bodies()).toEqual([sentValues]);
  expect(machine.decisions()).toEqual([]);
});

test('it waits in the next window too, and continues there', async () => {
  const { window } = await hourOf(rejecting(apiErrors.badKey));
  await window.close();
  const next = machine.open(changed);
  await next.start();
  const count = machine.cloud.requests.length;
  await machine.time.pass(hours(1));
  // It doesn't know what was rejected, so it may try once.
  expect(machine.cloud.requests).toHaveLength(count + 1);
  machine.cloud.fate = () => undefined;
  machine.signIn({ ...demoCredentials.token, kind: 'token' });
  await expectRolledBack();
});

/** Three windows, one after the other, whose credentials are rejected; the last one is gone too. */
async function rejectedInThreeWindows(): Promise<number> {
  let { window } = await hourOf(rejecting(apiErrors.badKey));
  for (let count = 0; count < 3; count += 1) {
    await window.close();
    window = machine.open(changed);
    await window.start();
    await machine.time.pass(minutes(1));
  }
  await window.close();
  return machine.cloud.requests.length;
}

test('the next window does not try what was rejected three times', async () => {
  const count = await rejectedInThreeWindows();
  await machine.open(changed).start();
  await machine.time.pass(hours(1));
  expect(machine.cloud.requests).toHaveLength(count);
});

test.each<[string, () => void]>([
  ['other credentials', () => machine.signIn({ ...demoCredentials.token, kind: 'token' })],
  [
    'another secret key of the same access key',
    () => machine.signIn({ ...accessKeyLogin, secretKey: 'another' } as typeof accessKeyLogin),
  ],
  [
    'other settings',
    () => {
      machine.settings = { ...machine.settings, timeoutSeconds: 31 };
    },
  ],
])('but it tries %s that are there when it starts, and no secret is recorded', async (_, help) => {
  const count = await rejectedInThreeWindows();
  const records = [...machine.texts.values()].join();
  expect(/"rejected": "([^"]*)"/.exec(records)?.[1]).toMatch(/^[0-9a-f]{4} [0-9a-f]{8}$/);
  help();
  await machine.open(changed).start();
  await machine.time.pass(minutes(1));
  expect(machine.cloud.requests.length).toBeGreaterThan(count);
});

test('it continues with credentials that were stored while no window was open', async () => {
  await rejectedInThreeWindows();
  machine.cloud.fate = () => undefined;
  machine.signIn({ ...demoCredentials.token, kind: 'token' });
  await machine.open(changed).start();
  await expectRolledBack();
});

test('a locked access key is tried again when the lock is over, and not before', async () => {
  machine = await startMachine();
  await machine.open(changed).apply();
  await machine.time.pass(minutes(4));
  const start = machine.cloud.requests.length;
  machine.cloud.fate = rejecting(apiErrors.locked);
  await machine.time.pass(minutes(1) + seconds(299));
  expect(machine.cloud.requests).toHaveLength(start + 1);
  machine.cloud.fate = () => undefined;
  await expectRolledBack();
});

test('a lock that monitoring has met delays the rollback too, and one request finds out that it is over', async () => {
  machine = await startMachine();
  await machine.open(changed).apply();
  const answer = { ...apiErrors.locked, headers: { 'retry-after': '600' } };
  machine.cloud.fate = rejecting(answer);
  const before = machine.cloud.requests.length;
  await machine.time.until('a rejection', () => machine.cloud.requests.length > before);
  // The rollback is due after five minutes.
  await machine.time.pass(minutes(9) + seconds(50));
  expect(machine.cloud.requests).toHaveLength(before + 1);
  await machine.time.pass(seconds(20));
  expect(machine.cloud.requests).toHaveLength(before + 2);
  await machine.time.pass(minutes(9));
  expect(machine.cloud.requests).toHaveLength(before + 2);
  machine.cloud.fate = () => undefined;
  await machine.time.pass(minutes(2));
  expect(machine.bodies()).toEqual([sentValues, previousValues]);
});

test('a secret storage that is locked meanwhile takes no decision from the user', async () => {
  const { window } = await hourOf(rejecting(apiErrors.forbidden));
  machine.secrets.lock();
  await machine.time.pass(minutes(1));
  expect(machine.decisions()).toEqual(['waiting']);
  expect(await window.useCases.keepUpdate()).toEqual({ kind: 'done' });
});

test('an attempt that ended before its PUT takes no decision from the user', async () => {
  machine = await startMachine();
  const window = machine.open(changed);
  await window.apply();
  await machine.time.pass(minutes(1));
  let attempts = 0;
  machine.records.fault = (operation, key) => {
    if (operation === 'create' && key.startsWith('journal/')) attempts += 1;
    return attempts === 1 && operation === 'list' && key === 'leases/' ? 'EMFILE' : undefined;
  };
  await machine.time.until('an attempt', () => attempts === 1);
  await machine.time.pass(seconds(2));
  machine.records.fault = () => undefined;
  machine.cloud.fate = rejecting(apiErrors.badKey);
  await machine.time.pass(minutes(1));
  expect(machine.decisions()).toEqual(['waiting']);
  expect(await window.useCases.keepUpdate()).toEqual({ kind: 'done' });
  expect(machine.bodies()).toEqual([sentValues]);
});
