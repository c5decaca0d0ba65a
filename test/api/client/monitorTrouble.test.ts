// Monitoring an update ends for no reason that can pass, and continues after the user has signed in.
import { afterEach, expect, test } from 'vitest';
import { apiErrors, type Arrived, type Fate } from '../../support/client/cloudFront';
import {
  accessKeyLogin,
  changed,
  startMachine,
  type Machine,
  type MachineWindow,
} from '../../support/client/machine';
import { minutes, seconds } from '../../support/client/virtualTime';

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
  'the API throttles': (request) => (isIam(request) ? undefined : { answer: apiErrors.throttled }),
};

/** An update of a window that ends at once, and the next window, which has no token. */
async function afterRestart(fate: (request: Arrived) => Fate): Promise<MachineWindow> {
  machine = await startMachine({ login: 'password' });
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
