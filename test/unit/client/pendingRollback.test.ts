// The records of pending rollbacks, who decides, and when a rollback is due.
import { describe, expect, test } from 'vitest';
import {
  parsePendingRollback,
  printPendingRollback,
  type PendingRollback,
} from '../../../client/src/core/journal/pendingRollback';
import {
  armRollback,
  decideRollback,
  newRollbackId,
  pendingOf,
  readRollback,
  removeRollback,
} from '../../../client/src/core/journal/pendingRollbacks';
import { readMinutes } from '../../../client/src/core/journal/rollbackMinutes';
import { adoptFirstVersion } from '../../../client/src/core/journal/adoptFirstVersion';
import { valuesToRestore } from '../../../client/src/core/apply/planRollback';
import { leftMs, retryPauseMs } from '../../../client/src/core/rollback/timing';
import { nodeCrypto } from '../../../client/src/transports/nodeCrypto';
import { connectionId, projectId } from '../../support/client/exampleUpdate';
import { fakeLog } from '../../support/client/fakeLog';
import { fakeRecords } from '../../support/client/fakeRecords';

const armedAt = Date.UTC(2026, 10, 23);
const lengthMs = 5 * 60_000;
const connection = {
  url: `https://vpn.example/v5/${projectId}/vpn-connection/${connectionId}`,
  projectId,
  connectionId,
  target: { kind: 'regional', region: 'eu-west-101' },
  label: 'Region eu-west-101',
} as const;
const id = newRollbackId({ crypto: nodeCrypto }, connection, armedAt);

const armed: PendingRollback = {
  ...{ id, title: 'site-a', entry: 'e1', connection, armedAt, minutes: 5, wasSent: false },
  sent: { vpn_connection: { name: 'new', psk: '••••••' } },
  previous: { vpn_connection: { name: 'old' } },
  secrets: [{ pointer: '/vpn_connection/psk', name: 'site-a.old' }],
  progress: { kind: 'armed' },
};
const counting: PendingRollback = {
  ...armed,
  progress: { kind: 'counting', startedAt: armedAt + 1000 },
};

test.each([
  ['1', 1],
  [' 5 ', 5],
  ['60', 60],
])('%j minutes are allowed', (text, minutes) => {
  expect(readMinutes(text)).toBe(minutes);
});

test.each(['', '0', '61', '-1', '1.5', '1e1', '5 min', '٥', '100'])(
  '%j minutes are not',
  (text) => {
    expect(readMinutes(text)).toBeUndefined();
  },
);

describe('a rollback is due', () => {
  test('when the agreed time has passed since the answer', () => {
    expect(leftMs(counting, armedAt + 1000, 0)).toBe(lengthMs);
    expect(leftMs(counting, armedAt + 1000 + lengthMs - 1, lengthMs - 1)).toBe(1);
    expect(leftMs(counting, armedAt + 1000 + lengthMs, lengthMs)).toBe(0);
  });

  test('after the agreed running time although the clock was set back', () => {
    const hourBack = armedAt - 3_600_000;
    expect(leftMs(counting, hourBack, 0)).toBe(lengthMs);
    expect(leftMs(counting, hourBack + lengthMs / 2, lengthMs / 2)).toBe(lengthMs / 2);
    expect(leftMs(counting, hourBack + lengthMs, lengthMs)).toBe(0);
  });

  test('when a computer wakes up after its end', () => {
    expect(leftMs(counting, armedAt + 9 * 3_600_000, 1000)).toBe(0);
  });
});

test('attempts get rarer, respect the service, and never end', () => {
  expect([1, 2, 3, 6, 7, 1_000_000].map((failures) => retryPauseMs(failures))).toEqual([
    5000, 10_000, 20_000, 160_000, 300_000, 300_000,
  ]);
  expect(retryPauseMs(1, 30_000)).toBe(30_000);
  expect(retryPauseMs(1, 900_000)).toBe(900_000);
  expect(retryPauseMs(1, 36_000_000)).toBe(3_600_000);
});

describe('the record', () => {
  const waiting = {
    kind: 'waiting-for-user',
    cause: 'asked',
    sentence: 'Signed out.',
    rejections: 0,
  } as const;
  test.each<[string, PendingRollback]>([
    ['armed', armed],
    ['counting', counting],
    [
      'rolling back',
      { ...armed, progress: { kind: 'rolling-back', failures: 2, notBefore: 7, pauseMs: 5 } },
    ],
    ['waiting', { ...armed, wasSent: true, progress: { ...waiting, rejections: 2 } }],
  ])('is read back as it was written: %s', (_, rollback) => {
    expect(parsePendingRollback(printPendingRollback(rollback))).toEqual(rollback);
  });

  test.each([
    ['another version', { version: 3 }],
    ['no minutes', { minutes: 0 }],
    ['too many minutes', { minutes: 61 }],
    ['half a secret', { secrets: [{ pointer: '/vpn_connection/psk' }] }],
    ['no previous values', { previous: null }],
    ['an unknown progress', { progress: { kind: 'opened' } }],
    ['an unknown cause', { progress: { ...waiting, cause: 'mood' } }],
    ['no address', { connection: { ...connection, url: 'nowhere' } }],
  ])('with %s is none', (_, damage) => {
    const record: object = JSON.parse(printPendingRollback(armed));
    expect(parsePendingRollback(JSON.stringify({ ...record, ...damage }))).toBeUndefined();
  });

  test('that was cut is none', () => {
    const text = printPendingRollback(armed);
    for (let length = 0; length < text.length; length += 7) {
      expect(parsePendingRollback(text.slice(0, length))).toBeUndefined();
    }
  });
});

describe('of several windows', () => {
  const shared = async () => {
    const context = { records: fakeRecords(), crypto: nodeCrypto };
    expect(await armRollback(context, armed)).toBe('armed');
    return context;
  };

  test('exactly one decides', async () => {
    const context = await shared();
    const decided = await Promise.all([
      decideRollback(context, id, 'open', 'kept'),
      decideRollback(context, id, 'open', 'time-up'),
      decideRollback(context, id, 'open', 'kept'),
    ]);
    expect(decided.filter((each) => each === 'decided')).toHaveLength(1);
    expect(decided.filter((each) => each === 'too-late')).toHaveLength(2);
  });

  test('all see that one is pending until it is kept or done', async () => {
    const context = await shared();
    const upper = { url: connection.url.toUpperCase() };
    expect(await pendingOf(context, upper)).toEqual({ kind: 'pending', id });
    expect(await pendingOf(context, { url: `${connection.url}0` })).toEqual({ kind: 'none' });
    await decideRollback(context, id, 'open', 'kept');
    expect(await pendingOf(context, connection)).toEqual({ kind: 'none' });
    await removeRollback(context, id);
    expect(context.records.texts.size).toBe(0);
  });

  test('none takes an unreadable record for an absent one', async () => {
    const context = await shared();
    context.records.failReads(/^rollbacks/, 1);
    expect(await readRollback(context, id)).toMatchObject({ kind: 'unreadable' });
    expect(await readRollback(context, id)).toMatchObject({ kind: 'found', decision: 'open' });
    context.records.texts.set(`rollbacks/${id}.json`, '{"version":99}');
    expect(await readRollback(context, id)).toMatchObject({ kind: 'unreadable' });
    context.records.texts.set(`rollbacks/${id}.json`, '{"vers');
    expect(await readRollback(context, id)).toMatchObject({ kind: 'unreadable' });
  });

  test('a record without its token was never armed', async () => {
    const context = await shared();
    context.records.texts.delete(`rollbacks/${id}.open`);
    expect(await readRollback(context, id)).toEqual({ kind: 'absent' });
    expect(await pendingOf(context, connection)).toEqual({ kind: 'none' });
  });
});

describe('a record of the first version', () => {
  const old = {
    ...{ version: 1, id: 'a', title: 'site-a', connection, armedAt, minutes: 5 },
    ...{ body: armed.previous, secrets: armed.secrets, entry: 'e1' },
  };
  const adopt = async (record: object) => {
    const records = fakeRecords();
    records.texts.set('windows/a', JSON.stringify(record));
    await adoptFirstVersion({ records, crypto: nodeCrypto, log: fakeLog() });
    return { records, pending: await pendingOf({ records, crypto: nodeCrypto }, connection) };
  };

  test('goes on counting from its start', async () => {
    const { records, pending } = await adopt({ ...old, state: { kind: 'armed' } });
    expect(pending.kind).toBe('pending');
    const read = await readRollback({ records }, pending.kind === 'pending' ? pending.id : '');
    expect(read).toMatchObject({
      rollback: {
        previous: armed.previous,
        progress: { kind: 'counting', startedAt: armedAt },
      },
    });
    expect(records.texts.has('windows/a')).toBe(false);
  });

  test('is taken over once by two windows that start together', async () => {
    const records = fakeRecords();
    records.texts.set('windows/a', JSON.stringify({ ...old, state: { kind: 'armed' } }));
    const context = { records, crypto: nodeCrypto, log: fakeLog() };
    await Promise.all([adoptFirstVersion(context), adoptFirstVersion(context)]);
    expect([...records.texts.keys()].sort()).toEqual([
      `rollbacks/${id}.json`,
      `rollbacks/${id}.open`,
    ]);
  });

  test('that was kept is removed', async () => {
    const { records } = await adopt({ ...old, state: { kind: 'kept' } });
    expect(records.texts.size).toBe(0);
  });

  test.each([
    ['of a newer version', { ...old, version: 7 }],
    ['that was cut', { version: 1 }],
  ])('%s is left alone', async (_, record) => {
    const { records } = await adopt(record);
    expect([...records.texts.keys()]).toEqual(['windows/a']);
  });
});

const psk = '/vpn_connection/psk';
const change = {
  sent: { vpn_connection: { name: 'new', psk: '••••••' } },
  secrets: [psk],
  before: { vpn_connection: { name: 'old', status: 'ACTIVE' }, request_id: 'r' },
};

test('a rollback has the previous values of what is sent, and the name of the old secret', () => {
  const secrets = [{ pointer: psk, name: 'site-a.old' }];
  expect(valuesToRestore(change, { minutes: 5, secrets })).toEqual({
    ...{ kind: 'planned', minutes: 5, secrets },
    body: { vpn_connection: { name: 'old' } },
  });
});

test.each([
  ['old-secret-unnamed', change, []],
  ['old-secret-unnamed', change, [{ pointer: '/vpn_connection/other', name: 'x' }]],
  ['previous-values-unknown', { sent: change.sent, secrets: [] }, []],
  ['nothing-to-restore', { ...change, sent: { vpn_connection: { name: 'old' } }, secrets: [] }, []],
  ['no-previous-value', { ...change, sent: { vpn_connection: { tag: 'x' } }, secrets: [] }, []],
])('without all previous values nothing is sent: %s', (code, entry, secrets) => {
  expect(valuesToRestore(entry, { minutes: 5, secrets })).toMatchObject({ problem: { code } });
});
