// What can pass ends no rollback: it is tried again with growing pauses until it works.
import { afterEach, expect, test } from 'vitest';
import { apiErrors, type Arrived, type Fate } from '../../support/client/cloudFront';
import {
  changed,
  connectionIds,
  oldSecret,
  previousValues,
  sentValues,
  startMachine,
  type Machine,
} from '../../support/client/machine';
import { hours, minutes, seconds } from '../../support/client/virtualTime';

let machine: Machine;
afterEach(async () => {
  await machine.close();
  expect(machine.defects()).toEqual([]);
});

const isIam = ({ path }: Arrived) => path.startsWith('/v3/auth/tokens');
const html = '<html><title>Sign in to the network</title></html>';

/** An hour of this, from before the end of the countdown, in a window without a token. */
const troubles: Readonly<Record<string, (request: Arrived) => Fate>> = {
  'IAM cuts the connection': (request) => (isIam(request) ? { cut: 'before' } : undefined),
  'IAM is overloaded': (request) => (isIam(request) ? { answer: apiErrors.iamDown } : undefined),
  'IAM throttles': (request) => (isIam(request) ? { answer: apiErrors.iamThrottles } : undefined),
  'a portal answers instead of IAM with a page': (request) =>
    isIam(request) ? { answer: { status: 200, body: html } } : undefined,
  'a proxy answers instead of IAM with 403': (request) =>
    isIam(request) ? { answer: { status: 403, body: html } } : undefined,
  'there is no network': () => ({ cut: 'before' }),
  'the API is unavailable': (request) =>
    isIam(request) ? undefined : { answer: apiErrors.unavailable },
  'the API throttles': (request) => (isIam(request) ? undefined : { answer: apiErrors.throttled }),
  'a proxy answers instead of the API with 401': (request) =>
    isIam(request) ? undefined : { answer: { status: 401, body: html } },
  'a proxy answers the PUT with 403': ({ method }) =>
    method === 'PUT' ? { answer: { status: 403, body: html } } : undefined,
  'the API fails at the PUT': ({ method }) =>
    method === 'PUT' ? { answer: apiErrors.unavailable } : undefined,
};

test('a pause that was noted under a wrong clock is no longer than it was meant to be', async () => {
  machine = await startMachine({ login: 'password' });
  const first = machine.open(changed);
  await first.apply();
  machine.cloud.fate = () => ({ cut: 'before' });
  machine.time.setClock(hours(72));
  await machine.time.until('a failed attempt', () =>
    first.texts().some((text) => text.startsWith("Couldn't roll back")),
  );
  first.crash();
  machine.time.setClock(-hours(72));
  machine.cloud.fate = () => undefined;
  await machine.open(changed).start();
  await machine.time.until('the rollback', () => machine.puts().length === 2, minutes(3));
  expect(machine.bodies()).toEqual([sentValues, previousValues]);
});

test.each(Object.entries(troubles))('an hour in which %s', async (_what, trouble) => {
  machine = await startMachine({ login: 'password' });
  const first = machine.open(changed);
  await first.apply();
  await machine.time.pass(minutes(2));
  first.crash();
  machine.cloud.fate = trouble;
  const window = machine.open(changed);
  await window.start();
  const before = machine.cloud.requests.length;
  await machine.time.pass(hours(1));
  expect(machine.decisions()).toEqual(['time-up']);
  expect(machine.cloud.requests.length - before).toBeGreaterThan(5);
  expect(machine.cloud.requests.length - before).toBeLessThan(100);
  expect(window.texts().filter((text) => text.startsWith("Couldn't roll back"))).toHaveLength(1);
  machine.cloud.fate = () => undefined;
  await machine.time.pass(minutes(6));
  expect(machine.decisions()).toEqual([]);
  expect(machine.bodies()[0]).toEqual(sentValues);
  expect(machine.bodies().slice(1)).toContainEqual(previousValues);
  expect(window.texts()).toContain(
    "site-a was rolled back because the update wasn't kept in time.",
  );
});

test('an hour in which the secret storage is locked', async () => {
  machine = await startMachine();
  const window = machine.open('  psk: !secret fresh\n', { replies: ['5', 'old'] });
  await window.apply();
  await machine.time.pass(minutes(2));
  machine.secrets.lock();
  await machine.time.pass(hours(1));
  expect(machine.decisions()).toEqual(['time-up']);
  machine.secrets.unlock();
  await machine.time.pass(minutes(6));
  expect(machine.sandbox.preSharedKeyIs(connectionIds.policy, oldSecret)).toBe(true);
  expect(machine.decisions()).toEqual([]);
});

test('pauses grow, and last as long as the service asks', async () => {
  machine = await startMachine();
  await machine.open(changed).apply();
  const tried = () => machine.cloud.requests.filter(({ at }) => at > start);
  const start = machine.time.trueTime() + minutes(5) - seconds(5);
  machine.cloud.fate = ({ at }) => (at > start ? { answer: apiErrors.unavailable } : undefined);
  await machine.time.pass(minutes(20));
  const pauses = tried().map(({ at }, index) => at - (tried()[index - 1]?.at ?? at));
  expect(pauses.slice(1, 7).map((pause) => Math.round(pause / 1000))).toEqual([
    5, 10, 20, 40, 80, 160,
  ]);
  const headers = { 'retry-after': '500' };
  machine.cloud.fate = () => ({ answer: { ...apiErrors.throttled, headers } });
  await machine.time.pass(minutes(5));
  const count = machine.cloud.requests.length;
  await machine.time.pass(seconds(500) - minutes(5));
  expect(machine.cloud.requests).toHaveLength(count);
  await machine.time.pass(minutes(5));
  expect(machine.cloud.requests).toHaveLength(count + 1);
});

test('a pause lasts after a restart too', async () => {
  machine = await startMachine();
  const first = machine.open(changed);
  await first.apply();
  const headers = { 'retry-after': '600' };
  await machine.time.pass(minutes(4));
  machine.cloud.fate = () => ({ answer: { ...apiErrors.throttled, headers } });
  await machine.time.until('an attempt', () => machine.decisions().includes('time-up'));
  await machine.time.pass(seconds(2));
  const count = machine.cloud.requests.length;
  await first.close();
  await machine.open(changed).start();
  await machine.time.pass(minutes(9));
  expect(machine.cloud.requests).toHaveLength(count);
  machine.cloud.fate = () => undefined;
  await machine.time.pass(minutes(2));
  expect(machine.bodies()).toEqual([sentValues, previousValues]);
});

test.each([
  [
    'PUT',
    { status: 400, body: { error_code: 'VPN.0001', error_msg: 'bad value', request_id: 'r' } },
  ],
  [
    'GET',
    { status: 404, body: { error_code: 'VPN.0004', error_msg: 'not found', request_id: 'r' } },
  ],
] as const)(
  'a %s that the service refuses is tried ever more slowly, for ever',
  async (method, answer) => {
    machine = await startMachine();
    const window = machine.open(changed);
    await window.apply();
    await machine.time.pass(minutes(4));
    machine.cloud.fate = (request) => (request.method === method ? { answer } : undefined);
    const refused = () => machine.cloud.requests.filter((each) => each.method === method);
    await machine.time.pass(minutes(1));
    const [before, start] = [refused().length, machine.time.trueTime()];
    await machine.time.pass(hours(4));
    expect(refused().length - before).toBeGreaterThan(8);
    expect(refused().length - before).toBeLessThan(15);
    expect(refused().filter(({ at }) => at > start + hours(2)).length).toBeGreaterThan(0);
    const said = window.texts().filter((text) => text.startsWith("Couldn't roll back"));
    expect(said).toHaveLength(1);
    expect(said[0]).toMatch(/(?:console|region).* Trying again in \d+ seconds\.$/);
    machine.cloud.fate = () => undefined;
    expect(await window.useCases.rollBackNow()).toEqual({ kind: 'done' });
    await machine.time.pass(seconds(10));
    expect(machine.bodies().at(-1)).toEqual(previousValues);
    expect(machine.decisions()).toEqual([]);
  },
);

test('a refused rollback continues by itself within an hour, in the next window too', async () => {
  machine = await startMachine();
  const first = machine.open(changed);
  await first.apply();
  const body = { error_code: 'VPN.0001', error_msg: 'bad value', request_id: 'r' };
  await machine.time.pass(minutes(1));
  machine.cloud.fate = ({ method }) =>
    method === 'PUT' ? { answer: { status: 400, body } } : undefined;
  await machine.time.pass(hours(2));
  await first.close();
  await machine.open(changed).start();
  machine.cloud.fate = () => undefined;
  await machine.time.pass(minutes(61));
  expect(machine.bodies().at(-1)).toEqual(previousValues);
  expect(machine.decisions()).toEqual([]);
});
