// One window at a time sends to a connection, however slow it is, and what another window arms while
// the user reads the question stops the update.
import { afterEach, expect, test } from 'vitest';
import { changed, sentValues, startMachine, type Machine } from '../../support/client/machine';
import { minutes, seconds } from '../../support/client/virtualTime';

let machine: Machine;
afterEach(async () => {
  await machine.close();
  expect(machine.defects()).toEqual([]);
});

/** Every answer comes just before its time is over. */
const slow = ({ method }: { readonly method: string }): number =>
  method === 'PUT' ? seconds(29) : seconds(9);

test.each([
  ['is answered', undefined],
  ['gets lost', { cut: 'after' }],
  ['never arrives', { cut: 'before' }],
] as const)('no other window sends during a slow update that %s', async (_what, fate) => {
  machine = await startMachine({ login: 'password' });
  machine.cloud.fate = ({ method }) => (method === 'PUT' ? fate : undefined);
  machine.delayMs = slow;
  const sender = machine.open(changed);
  let overAt = Number.POSITIVE_INFINITY;
  const applied = sender.useCases.sendUpdate(sender.place).finally(() => {
    overAt = machine.time.trueTime();
  });
  await machine.time.until('the first request', () => machine.cloud.requests.length > 0);
  const refusals: string[] = [];
  const other = machine.open('  name: other\n', {
    called: (call, request) => {
      const { method } = request as { readonly method?: string };
      if (call !== 'transport.send' || method !== 'PUT') return;
      expect(machine.time.trueTime()).toBeGreaterThanOrEqual(overAt);
    },
  });
  while (overAt > machine.time.trueTime()) {
    const outcome = await machine.time.during(other.useCases.sendUpdate(other.place));
    if (outcome.kind === 'refused') refusals.push(outcome.problem.code);
    await machine.time.pass(seconds(1));
  }
  await applied;
  expect(refusals).toContain('applied-elsewhere');
  expect(machine.bodies()[0]).toEqual(sentValues);
});

test.each([
  ['sendUpdate', 'counts'],
  ['sendUpdate', 'was closed'],
  ['applyWithRollback', 'counts'],
  ['applyWithRollback', 'was closed'],
] as const)(
  'a rollback that another window arms while the question of %s is open stops it (it %s)',
  async (send, state) => {
    machine = await startMachine();
    const other = machine.open(changed);
    const ask = async (): Promise<'confirmed'> => {
      expect(await other.apply()).toMatchObject({ verdict: 'accepted' });
      await machine.time.pass(minutes(1));
      if (state === 'was closed') await other.close();
      return 'confirmed';
    };
    const window = machine.open('  name: later\n', { ports: { confirmation: { ask } } });
    const outcome = await window.useCases[send](window.place);
    expect(outcome).toMatchObject({ problem: { code: 'rollback-pending' } });
    expect(machine.bodies()).toEqual([sentValues]);
  },
);
