// Leases of several windows over the same records.
import { expect, test } from 'vitest';
import { createWindowMemory } from '../../../client/src/core/credentials/windowMemory';
import { removeOldLeases, takeLease } from '../../../client/src/core/journal/lease';
import { nodeCrypto } from '../../../client/src/transports/nodeCrypto';
import { fakeRecords } from '../../support/client/fakeRecords';
import { fakeTime } from '../../support/client/fakeTime';

const spanMs = 60_000;

function machine() {
  const time = fakeTime(1_000_000);
  const records = fakeRecords();
  const shared = { clock: time.clock, records, crypto: nodeCrypto };
  /** How one window takes the lease. */
  const window = () => {
    const context = { ...shared, memory: createWindowMemory() };
    return () => takeLease(context, 'connection', spanMs);
  };
  return { ...shared, time, window };
}

async function held(taking: ReturnType<typeof takeLease>) {
  const lease = await taking;
  if (lease.kind !== 'held') throw new Error(lease.kind);
  return lease;
}

test('one window has it, the other sees for how long it may', async () => {
  const { window } = machine();
  const [a, b] = [window(), window()];
  expect(await a()).toMatchObject({ kind: 'held' });
  expect(await b()).toEqual({ kind: 'taken', waitMs: spanMs });
});

test('it is free when it is released', async () => {
  const { window } = machine();
  const [a, b] = [window(), window()];
  await (await held(a())).release();
  expect(await b()).toMatchObject({ kind: 'held' });
});

test('it is free when its holder has shown no sign of life for the announced running time', async () => {
  const { window, time } = machine();
  const [a, b] = [window(), window()];
  const lease = await held(a());
  await b();
  time.move(spanMs - 1);
  expect(await b()).toEqual({ kind: 'taken', waitMs: 1 });
  await lease.beat(spanMs, { id: 'r', ms: 4711 });
  time.move(1);
  expect(await b()).toEqual({ kind: 'taken', waitMs: spanMs });
  time.move(spanMs);
  expect(await held(b())).toMatchObject({ counted: { id: 'r', ms: 4711 } });
  expect(await lease.status()).toBe('lost');
});

test('a wall clock that jumps frees no lease and blocks none', async () => {
  const { window, time } = machine();
  const [a, b] = [window(), window()];
  await a();
  await b();
  time.set(86_400_000);
  expect(await b()).toMatchObject({ kind: 'taken' });
  time.set(-2 * 86_400_000);
  time.move(spanMs);
  expect(await b()).toMatchObject({ kind: 'held' });
});

test('a window that lost it changes nothing for the next one', async () => {
  const { window, time } = machine();
  const [a, b, c] = [window(), window(), window()];
  const lease = await held(a());
  await b();
  time.move(spanMs);
  const next = await held(b());
  await lease.beat(spanMs);
  await lease.release();
  expect(await next.status()).toBe('held');
  expect(await c()).toMatchObject({ kind: 'taken' });
});

test('of windows that take it in the same moment exactly one has it', async () => {
  const { window, time } = machine();
  const windows = Array.from({ length: 8 }, window);
  for (let round = 0; round < 5; round += 1) {
    const all = await Promise.all(windows.map((take) => take()));
    expect(all.filter(({ kind }) => kind === 'held')).toHaveLength(1);
    await Promise.all(windows.map((take) => take()));
    time.move(spanMs);
  }
});

test('a lease that cannot be read is never free', async () => {
  const { window, records, time } = machine();
  const [a, b] = [window(), window()];
  await (await held(a())).release();
  records.failReads(/^leases/, 1);
  expect(await b()).toMatchObject({ kind: 'taken' });
  time.move(10 * spanMs);
  records.failReads(/^leases/, 1);
  expect(await b()).toMatchObject({ kind: 'taken' });
  expect(await b()).toMatchObject({ kind: 'held' });
});

test('a torn record blocks for a minute and not for ever', async () => {
  const { window, records, time } = machine();
  const [a, b] = [window(), window()];
  await a();
  const [name] = records.texts.keys();
  records.texts.set(name!, '{"until":');
  expect(await b()).toEqual({ kind: 'taken', waitMs: 60_000 });
  time.move(60_000);
  expect(await b()).toMatchObject({ kind: 'held' });
});

test('without storage there is none', async () => {
  const { window, records } = machine();
  records.fill();
  expect(await window()()).toMatchObject({ kind: 'unavailable' });
});

test('what nobody has used for a day is removed', async () => {
  const { window, records, time, clock } = machine();
  await (await held(window()())).release();
  time.move(86_400_000);
  await removeOldLeases({ clock, records });
  expect(records.texts.size).toBe(1);
  time.move(1);
  await removeOldLeases({ clock, records });
  expect(records.texts.size).toBe(0);
});

test('a clock that jumps forward removes no lease that a window holds', async () => {
  const { window, time, records, clock } = machine();
  const [a, b] = [window(), window()];
  const lease = await held(a());
  time.set(400 * 86_400_000);
  await removeOldLeases({ clock, records });
  expect(await lease.status()).toBe('held');
  expect(await b()).toMatchObject({ kind: 'taken' });
});
