// Leases of several windows over the same records.
import { expect, test } from 'vitest';
import { takeLease } from '../../../client/src/core/journal/lease';
import { nodeCrypto } from '../../../client/src/transports/nodeCrypto';
import { fakeRecords } from '../../support/client/fakeRecords';
import { fakeTime } from '../../support/client/fakeTime';

function windows() {
  const time = fakeTime(1_000_000);
  const records = fakeRecords();
  const context = { clock: time.clock, records, crypto: nodeCrypto };
  return { time, records, take: (ms = 60_000) => takeLease(context, 'connection', ms) };
}

test('one window has it, the other is told until when', async () => {
  const { take } = windows();
  expect(await take()).toMatchObject({ kind: 'held' });
  expect(await take()).toEqual({ kind: 'taken', until: 1_060_000 });
});

test('it is free again when it is released, and when its time is over', async () => {
  const { take, time } = windows();
  const first = await take();
  if (first.kind !== 'held') throw new Error('not held');
  await first.release();
  expect(await take()).toMatchObject({ kind: 'held' });
  time.move(59_999);
  expect(await take()).toMatchObject({ kind: 'taken' });
  time.move(1);
  expect(await take()).toMatchObject({ kind: 'held' });
});

test('a window that lost it can neither extend nor release that of the next one', async () => {
  const { take, time } = windows();
  const first = await take();
  if (first.kind !== 'held') throw new Error('not held');
  time.move(60_000);
  expect(await take()).toMatchObject({ kind: 'held' });
  expect(await first.extend(60_000)).toBe(false);
  await first.release();
  expect(await take()).toMatchObject({ kind: 'taken' });
});

test('of windows that take it in the same moment exactly one has it', async () => {
  const { take, time } = windows();
  for (let round = 0; round < 5; round += 1) {
    const all = await Promise.all(Array.from({ length: 8 }, () => take()));
    expect(all.filter(({ kind }) => kind === 'held')).toHaveLength(1);
    time.move(60_000);
  }
});

test('a lease from the future, or none that can be read, does not block for ever', async () => {
  const { take, records, time } = windows();
  await take();
  const [name] = records.texts.keys();
  records.texts.set(name!, JSON.stringify({ until: Number.MAX_SAFE_INTEGER }));
  expect(await take()).toMatchObject({ kind: 'held' });
  const [next] = records.texts.keys();
  records.texts.set(next!, '{"until":');
  expect(await take()).toMatchObject({ kind: 'held' });
  expect(time.clock.now()).toBe(1_000_000);
});

test('without storage there is none, and that is said', async () => {
  const { take, records } = windows();
  records.fill();
  expect(await take()).toMatchObject({ kind: 'unavailable' });
});
