// An answer that isn't the API's says nothing about the update: the connection is read back, and a
// pending rollback stays. Only what certainly wasn't sent, or was rejected by the service, ends it.
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { apiErrors, type Answer, type Fate } from '../../support/client/cloudFront';
import { changed, previousValues, sentValues, startMachine } from '../../support/client/machine';
import { connectionIds, type Machine, type MachineWindow } from '../../support/client/machine';
import { hours, minutes } from '../../support/client/virtualTime';

let machine: Machine;
beforeEach(async () => {
  machine = await startMachine();
});
afterEach(async () => {
  await machine.close();
  expect(machine.defects()).toEqual([]);
});

const page = '<html><title>Sign in</title></html>';
const deep = (levels: number) =>
  `{"vpn_connection":{"id":"${connectionIds.policy}","x":${'['.repeat(levels)}${']'.repeat(levels)}}}`;
const json = { 'content-type': 'application/json' };

/** None of them says what became of the update. */
const answers: Readonly<Record<string, Answer>> = {
  'a redirect (303)': { status: 303, headers: { location: 'http://portal.invalid/' } },
  'a redirect (307)': { status: 307, headers: { location: 'http://portal.invalid/' } },
  'a page with 200': { status: 200, body: page },
  'a page with 403': { status: 403, body: page },
  'a page with 404': { status: 404, body: page },
  'JSON of another service with 403': { status: 403, body: { message: 'denied by policy' } },
  'JSON of another service with 400': { status: 400, body: { error: 'no' } },
  'an error with 200': { status: 200, body: { error_code: 'VPN.0001', error_msg: 'no' } },
  'an empty object with 200': { status: 200, body: {} },
  'another connection with 200': {
    status: 200,
    body: { vpn_connection: { id: connectionIds.bgp, status: 'ACTIVE' } },
  },
  'nothing with 200': { status: 200 },
  'nothing with 204': { status: 204 },
  'blanks without end with 200': { status: 200, body: ' '.repeat(5_500_000), headers: json },
  '5 MB of JSON with 500': {
    status: 500,
    body: { error_code: 'VPN.0002', error_msg: 'x'.repeat(5_000_000) },
  },
  '100,000 levels of JSON with 500': { status: 500, body: deep(100_000), headers: json },
  'an error of the service with 500': { status: 500, body: { error_code: 'VPN.0002' } },
  'an error of the gateway with 504': { status: 504, body: { error_code: 'APIGW.0201' } },
};

/** What becomes of the next PUT, and of no other request. */
function onNextPut(fate: Fate): void {
  machine.cloud.fate = ({ method }) => {
    if (method !== 'PUT') return undefined;
    machine.cloud.fate = () => undefined;
    return fate;
  };
}

const tryFetch = (url: string) => fetch(url).catch(() => undefined);

async function stages(window: MachineWindow) {
  return (await window.useCases.journal()).map(({ stage }) => stage.kind);
}

describe.each(Object.entries(answers))('%s', (_what, answer) => {
  test('after the update was applied: it counts down and is rolled back', async () => {
    onNextPut({ answer, after: 'sandbox' });
    const window = machine.open(changed);
    expect(await window.apply()).toMatchObject({ verdict: 'unclear', cloud: { kind: 'applied' } });
    expect(machine.decisions()).toEqual(['open']);
    await machine.time.pass(minutes(6));
    expect(machine.bodies()).toEqual([sentValues, previousValues]);
    expect(await stages(window)).toEqual(['settled', 'settled']);
  });

  test('without the update: nobody says that it was applied or rejected', async () => {
    onNextPut({ answer });
    const window = machine.open(changed);
    expect(await window.apply()).toMatchObject({
      verdict: 'unclear',
      cloud: { kind: 'not-applied' },
    });
    expect(machine.decisions()).toEqual(['open']);
    expect(await stages(window)).toEqual(['unclear']);
    // There is nothing to restore at the end.
    await machine.time.pass(minutes(6));
    expect(machine.bodies()).toEqual([sentValues]);
    expect(machine.decisions()).toEqual([]);
  });
});

test('an answer that is lost after the update was applied: it counts down', async () => {
  onNextPut({ cut: 'after' });
  expect(await machine.open(changed).apply()).toMatchObject({
    kind: 'unanswered',
    cloud: { kind: 'applied' },
  });
  await machine.time.pass(minutes(6));
  expect(machine.bodies()).toEqual([sentValues, previousValues]);
});

test('an update that arrives after it was read back is rolled back', async () => {
  machine.cloud.fate = ({ method }) => (method === 'PUT' ? { cut: 'before' } : undefined);
  const window = machine.open(changed);
  expect(await window.apply()).toMatchObject({ cloud: { kind: 'not-applied' } });
  machine.cloud.fate = () => undefined;
  expect(await machine.cloud.deliver(machine.puts()[0]!)).toBe(200);
  await machine.time.pass(minutes(6));
  expect(machine.bodies()).toEqual([sentValues, previousValues]);
});

test('an update that could not be read back either is rolled back', async () => {
  let isCut = false;
  machine.cloud.fate = ({ method }) => {
    if (isCut) return { cut: 'before' };
    isCut = method === 'PUT';
    return isCut ? { cut: 'after' } : undefined;
  };
  const window = machine.open(changed);
  expect(await window.apply()).toMatchObject({ cloud: { kind: 'could-not-ask' } });
  expect(await stages(window)).toEqual(['unclear']);
  machine.cloud.fate = () => undefined;
  await machine.time.pass(minutes(6));
  expect(machine.bodies()).toEqual([sentValues, previousValues]);
});

describe('nothing is pending', () => {
  test.each([
    ['the service rejects the values', { status: 400, body: { error_code: 'VPN.0001' } }],
    ['the service denies permission', apiErrors.forbidden],
    ['the connection is busy', { status: 409, body: { error_code: 'VPN.0016' } }],
  ] as const)('after %s', async (_what, answer) => {
    onNextPut({ answer });
    const window = machine.open(changed);
    expect(await window.apply()).toMatchObject({ verdict: 'rejected' });
    expect(machine.decisions()).toEqual([]);
    expect(await stages(window)).toEqual(['rejected']);
    await machine.time.pass(hours(1));
    expect(machine.bodies()).toEqual([sentValues]);
  });

  test('after a connection that was never established', async () => {
    machine.delayMs = ({ method }) => (method === 'PUT' ? 1000 : 0);
    const window = machine.open(changed, {
      called: (call, request) => {
        if (call === 'transport.send' && (request as { method: string }).method === 'PUT') {
          // A request that fails makes the client forget its connections to the server.
          void machine.time.real(machine.cloud.close().then(() => tryFetch(machine.cloud.origin)));
        }
      },
    });
    expect(await window.apply()).toMatchObject({ kind: 'unanswered', cloud: { kind: 'not-sent' } });
    expect(machine.decisions()).toEqual([]);
    expect(await stages(window)).toEqual(['not-sent']);
    expect(machine.puts()).toEqual([]);
  });
});

describe('a pre-shared key alone', () => {
  test.each(['a page with 200', 'a redirect (303)', 'nothing with 200'])(
    'is unknown after %s, and is rolled back',
    async (what) => {
      onNextPut({ answer: answers[what]!, after: 'sandbox' });
      const window = machine.open('  psk: !secret fresh\n', { replies: ['5', 'old'] });
      expect(await window.apply()).toMatchObject({
        verdict: 'unclear',
        cloud: { kind: 'cannot-tell' },
      });
      expect(await stages(window)).toEqual(['unclear']);
      await machine.time.pass(minutes(6));
      expect(machine.puts()).toHaveLength(2);
    },
  );
});

describe('at the end of the time', () => {
  test.each(['a page with 200', '100,000 levels of JSON with 500', '5 MB of JSON with 500'])(
    'a GET that is answered with %s is repeated until it works',
    async (what) => {
      const window = machine.open(changed);
      await window.apply();
      await machine.time.pass(minutes(4));
      machine.cloud.fate = () => ({ answer: answers[what]! });
      await machine.time.pass(minutes(20));
      expect(machine.decisions()).toEqual(['time-up']);
      machine.cloud.fate = () => undefined;
      await machine.time.pass(minutes(6));
      expect(machine.bodies()).toEqual([sentValues, previousValues]);
    },
  );

  test('a connection with 100,000 levels of JSON in it is repeated until it works', async () => {
    await machine.open(changed).apply();
    await machine.time.pass(minutes(4));
    machine.cloud.fate = () => ({ answer: { status: 200, body: deep(100_000), headers: json } });
    await machine.time.pass(minutes(20));
    machine.cloud.fate = () => undefined;
    await machine.time.pass(minutes(6));
    expect(machine.bodies()).toEqual([sentValues, previousValues]);
  });
});
