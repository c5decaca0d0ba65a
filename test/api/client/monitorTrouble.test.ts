// Monitoring an update ends for no reason that can pass, and continues after the user has signed in.
import { afterEach, expect, test } from 'vitest';
import { apiErrors, type Answer, type Arrived, type Fate } from '../../support/client/cloudFront';
import {
  accessKeyLogin,
  changed,
  startMachine,
  targetsAt,
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

const troubles: Readonly<Record<string, (request: Arrived) => Fate>> = {
  'IAM cuts the connection': (request) => (isIam(request) ? { cut: 'before' } : undefined),
  'IAM is overloaded': (request) => (isIam(request) ? { answer: apiErrors.iamDown } : undefined),
  'IAM throttles': (request) => (isIam(request) ? { answer: apiErrors.iamThrottles } : undefined),
  'a page comes instead of a token': (request) =>
    isIam(request) ? { answer: { status: 200, body: '<html></html>' } } : undefined,
  'there is no network': () => ({ cut: 'before' }),
  'the API rejects each token': (request) =>
    isIam(request) ? undefined : { answer: apiErrors.badKey },
  'the API throttles': (request) => (isIam(request) ? undefined : { answer: apiErrors.throttled }),
};

/** An update of a window that ends at once, and the next window, which has no token. */
async function afterRestart(
  fate: (request: Arrived) => Fate,
  login: 'password' | 'access-key' = 'password',
): Promise<MachineWindow> {
  machine = await startMachine({ login });
  const first = machine.open(changed);
  await machine.time.during(first.useCases.sendUpdate(first.place));
  first.crash();
  machine.cloud.fate = fate;
  await machine.time.pass(minutes(2));
  const next = machine.open(changed);
  await next.start();
  return next;
}

async function stage(window: MachineWindow) {
  const [entry] = await window.useCases.journal();
  return entry?.stage;
}

test.each(Object.entries(troubles))('it continues after minutes in which %s', async (_, fate) => {
  const window = await afterRestart(fate);
  const before = machine.cloud.requests.length;
  await machine.time.pass(minutes(4));
  expect(machine.cloud.requests.length - before).toBeGreaterThan(1);
  expect(machine.cloud.requests.length - before).toBeLessThan(20);
  expect(await stage(window)).toMatchObject({ kind: 'settling' });
  machine.cloud.fate = () => undefined;
  await machine.time.pass(minutes(2));
  expect(await stage(window)).toMatchObject({ kind: 'settled', status: 'ACTIVE' });
  expect(window.texts()).toEqual(['site-a updated. The tunnel is up.']);
});

test('it continues when the secret storage is unlocked', async () => {
  const window = await afterRestart(() => undefined);
  machine.secrets.lock();
  const before = machine.cloud.requests.length;
  await machine.time.pass(minutes(4));
  expect(machine.cloud.requests).toHaveLength(before);
  machine.secrets.unlock();
  await machine.time.pass(minutes(2));
  expect(await stage(window)).toMatchObject({ kind: 'settled', status: 'ACTIVE' });
});

test('it says that credentials were rejected, and continues after the user has signed in', async () => {
  const window = await afterRestart((request) =>
    isIam(request) ? { answer: apiErrors.iamRejects } : undefined,
  );
  const before = machine.cloud.requests.length;
  await machine.time.pass(minutes(30));
  expect(machine.cloud.requests.length - before).toBe(1);
  expect(window.texts().join()).toContain('IAM did not accept the user name');
  machine.signIn(accessKeyLogin);
  await machine.time.pass(seconds(30));
  expect(await stage(window)).toMatchObject({ kind: 'settled', status: 'ACTIVE' });
});

/** Why only the user can help, and what the user then does. */
const obstacles: Readonly<Record<string, readonly [Answer, () => void]>> = {
  'a rejected access key, and other credentials': [apiErrors.badKey, signInWithToken],
  'a rejected access key, and other settings': [apiErrors.badKey, changeSettings],
  'a missing permission, and other credentials': [apiErrors.forbidden, signInWithToken],
  'a missing permission, and other settings': [apiErrors.forbidden, changeSettings],
};

function signInWithToken(): void {
  machine.signIn({ ...demoCredentials.token, kind: 'token' });
}

function changeSettings(): void {
  machine.settings = { ...machine.settings, timeoutSeconds: 31 };
}

test.each(Object.entries(obstacles))(
  'it waits for hours after %s, and continues by itself',
  async (_what, [answer, help]) => {
    const window = await afterRestart(() => ({ answer }), 'access-key');
    const other = machine.open(changed);
    await other.start();
    const before = machine.cloud.requests.length;
    await machine.time.pass(hours(5));
    expect(machine.cloud.requests.length - before).toBeLessThanOrEqual(1);
    expect(await stage(window)).toMatchObject({ kind: 'settling' });
    expect([...window.texts(), ...other.texts()]).toHaveLength(1);
    expect(window.texts()[0]).toContain('Tracking the update then continues automatically.');
    machine.cloud.fate = () => undefined;
    help();
    await machine.time.pass(seconds(30));
    expect(await stage(window)).toMatchObject({ kind: 'settled', status: 'ACTIVE' });
    expect([...window.texts(), ...other.texts()]).toHaveLength(2);
  },
);

test('it waits while the settings lead to another address, and continues when they are corrected', async () => {
  const window = await afterRestart(() => undefined, 'access-key');
  const { settings } = machine;
  machine.settings = { ...settings, targets: targetsAt('http://127.0.0.1:1') };
  const before = machine.cloud.requests.length;
  await machine.time.pass(hours(2));
  expect(machine.cloud.requests).toHaveLength(before);
  expect(window.texts()).toHaveLength(1);
  machine.settings = settings;
  await machine.time.pass(seconds(30));
  expect(await stage(window)).toMatchObject({ kind: 'settled', status: 'ACTIVE' });
});

test('it tries again when a lock is over, and not before', async () => {
  const window = await afterRestart(() => ({ answer: apiErrors.locked }), 'access-key');
  const first = machine.cloud.requests.length;
  await machine.time.until('a look', () => machine.cloud.requests.length > first);
  const before = machine.cloud.requests.length;
  await machine.time.pass(minutes(4));
  expect(machine.cloud.requests).toHaveLength(before);
  await machine.time.pass(minutes(56));
  expect(machine.cloud.requests.length - before).toBeLessThanOrEqual(12);
  expect(machine.cloud.requests.length - before).toBeGreaterThanOrEqual(10);
  expect(window.texts()).toHaveLength(1);
  machine.cloud.fate = () => undefined;
  await machine.time.pass(minutes(6));
  expect(await stage(window)).toMatchObject({ kind: 'settled', status: 'ACTIVE' });
});

test('no other window takes over during a long pause', async () => {
  const headers = { 'retry-after': '600' };
  const answer = { ...apiErrors.throttled, headers };
  const window = await afterRestart(() => ({ answer }), 'access-key');
  const other = machine.open(changed);
  await other.start();
  const first = machine.cloud.requests.length;
  await machine.time.until('a look', () => machine.cloud.requests.length > first);
  const before = machine.cloud.requests.length;
  machine.cloud.fate = () => undefined;
  await machine.time.pass(minutes(9));
  expect(machine.cloud.requests).toHaveLength(before);
  await machine.time.pass(minutes(2));
  expect(await stage(window)).toMatchObject({ kind: 'settled', status: 'ACTIVE' });
  expect(other.texts()).toEqual([]);
});

test('a window that was suspended does not tell again what another one has told', async () => {
  let isSuspended = false;
  machine = await startMachine();
  const { time } = machine;
  const wake: (() => void)[] = [];
  const suspended = machine.open(changed, {
    ports: {
      timer: {
        wait: async (milliseconds, cancel) => {
          await time.wait(milliseconds, cancel);
          if (isSuspended) await new Promise<void>((resolve) => wake.push(resolve));
        },
      },
    },
  });
  await machine.time.during(suspended.useCases.sendUpdate(suspended.place));
  isSuspended = true;
  const other = machine.open(changed);
  await other.start();
  await machine.time.pass(minutes(5));
  expect(other.texts()).toEqual(['site-a updated. The tunnel is up.']);
  isSuspended = false;
  wake.forEach((each) => each());
  await machine.time.pass(minutes(1));
  expect(suspended.texts().join()).not.toContain('The tunnel is up.');
});

test('it completes an entry whose answer could not be recorded', async () => {
  machine = await startMachine();
  const window = machine.open(changed);
  machine.records.fault = (operation, key) =>
    operation === 'write' && key.startsWith('journal/') ? 'ENOSPC' : undefined;
  await machine.time.during(window.useCases.sendUpdate(window.place));
  expect(await stage(window)).toEqual({ kind: 'sending' });
  machine.records.fault = () => undefined;
  await machine.time.pass(minutes(1));
  expect(await stage(window)).toMatchObject({ kind: 'settled', status: 'ACTIVE' });
});

test('Keep Tracking completes an entry that was given up', async () => {
  machine = await startMachine();
  const first = machine.open(changed);
  await machine.time.during(first.useCases.sendUpdate(first.place));
  first.crash();
  machine.time.sleep(hours(25));
  const window = machine.open(changed);
  await window.start();
  expect(await stage(window)).toMatchObject({ kind: 'unclear' });
  const [entry] = await window.useCases.journal();
  await window.useCases.watchUpdate(entry!.id);
  await machine.time.pass(minutes(3));
  expect(await stage(window)).toMatchObject({ kind: 'settled', status: 'ACTIVE' });
});
