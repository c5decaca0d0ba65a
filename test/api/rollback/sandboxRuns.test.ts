// Updates of the sandbox belong to the run that has the connection, and other windows leave them alone.
import { afterEach, beforeEach, expect, test } from 'vitest';
import { demoCredentials } from '../../../client/src/sandbox/auth/demoCredentials';
import { startSandbox, type Sandbox } from '../../../client/src/sandbox/startSandbox';
import { changed, previousValues, sentValues, startMachine } from '../../support/client/machine';
import type { Machine, MachineWindow } from '../../support/client/machine';
import { hours, minutes, seconds } from '../../support/client/virtualTime';

let machine: Machine;
let runner: MachineWindow;
let another: Sandbox;
beforeEach(async () => {
  machine = await startMachine();
  another = await startSandbox({ settleMs: 4000 });
  runner = openWith(machine.cloud.origin);
  await runner.start();
  expect(await runner.apply()).toMatchObject({ verdict: 'accepted' });
});
afterEach(async () => {
  await machine.close();
  await another.close();
  expect(machine.defects()).toEqual([]);
});

const credentials = { kind: 'access-key', ...demoCredentials.accessKey } as const;

/** A window whose target is the sandbox that it runs, if it runs one. */
function openWith(endpoint: string | undefined, fields = changed): MachineWindow {
  return machine.open(fields, {
    ports: {
      targets: { current: () => ({ kind: 'sandbox' }), select: () => Promise.resolve() },
      sandbox: { running: () => (endpoint === undefined ? undefined : { endpoint, credentials }) },
    },
  });
}

test.each([
  ['no sandbox', () => undefined],
  ['a sandbox of its own', () => another.endpoint],
])('a window with %s leaves the pending rollback to the other', async (_what, endpoint) => {
  const other = openWith(endpoint());
  await other.start();
  await machine.time.pass(minutes(6));
  expect(machine.bodies()).toEqual([sentValues, previousValues]);
  expect(other.working()).toEqual([]);
  expect(other.texts()).toEqual([]);
  expect(another.requests).toEqual([]);
  expect(machine.decisions()).toEqual([]);
});

test.each([
  ['no sandbox', () => undefined],
  ['a sandbox of its own', () => another.endpoint],
])('when its window is gone, one with %s sends nothing and lets it expire', async (_, endpoint) => {
  runner.crash();
  const other = openWith(endpoint());
  await other.start();
  await machine.time.pass(hours(23));
  expect(machine.decisions()).toEqual(['open']);
  await machine.time.pass(hours(2));
  expect(machine.decisions()).toEqual([]);
  expect([...machine.texts.keys()].filter((key) => key.startsWith('rollbacks/'))).toEqual([]);
  expect(machine.bodies()).toEqual([sentValues]);
  expect(another.requests).toEqual([]);
  expect(other.texts()).toEqual([]);
});

test('a reload of the window that runs it again continues', async () => {
  await machine.time.pass(minutes(1));
  runner.crash();
  const next = openWith(machine.cloud.origin);
  await next.start();
  await machine.time.pass(minutes(4) + seconds(30));
  expect(machine.bodies()).toEqual([sentValues, previousValues]);
});

test('an update of another run that was interrupted is not read back', async () => {
  await runner.useCases.keepUpdate();
  await machine.time.pass(minutes(10));
  const crashing = openWith(machine.cloud.origin, '  name: again\n');
  machine.cloud.fate = ({ method }) => {
    if (method === 'PUT') crashing.crash();
    return undefined;
  };
  void crashing.useCases.sendUpdate(crashing.place);
  await machine.time.until('the crash', () => crashing.isGone);
  const other = openWith(another.endpoint);
  await other.start();
  await machine.time.pass(minutes(10));
  expect([...other.texts(), ...other.working()]).toEqual([]);
  const [entry] = await other.useCases.journal();
  expect(entry?.stage.kind).toBe('sending');
});

test('an update of another run is neither monitored nor completed', async () => {
  runner.crash();
  const stages = async () =>
    (await openWith(undefined).useCases.journal()).map(({ stage }) => stage.kind);
  expect(await stages()).toEqual(['settling']);
  const others = [undefined, another.endpoint].map((each) => openWith(each));
  for (const other of others) await other.start();
  await machine.time.pass(minutes(10));
  expect(await stages()).toEqual(['settling']);
  expect(others.flatMap((other) => [...other.texts(), ...other.working()])).toEqual([]);
  expect(another.requests).toEqual([]);
});
