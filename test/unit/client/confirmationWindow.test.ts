// The core of the confirmation window: what can be taken back, and when it is.
import { expect, test } from 'vitest';
import {
  parseWindow,
  printWindow,
  type ArmedWindow,
} from '../../../client/src/core/journal/armedWindow';
import { nextStep, restorePauseMs } from '../../../client/src/core/rollback/nextStep';
import { findWayBack } from '../../../client/src/core/rollback/wayBack';
import { readMinutes } from '../../../client/src/core/journal/windowMinutes';
import { connectionId, projectId } from '../../support/client/exampleUpdate';

const armedAt = Date.UTC(2026, 10, 23);
const lengthMs = 5 * 60_000;

const armed: ArmedWindow = {
  id: 'w1',
  title: 'site-a',
  connection: {
    url: `https://vpn.example/v5/${projectId}/vpn-connection/${connectionId}`,
    projectId,
    connectionId,
    target: { kind: 'regional', region: 'eu-west-101' },
    label: 'Region eu-west-101',
  },
  armedAt,
  minutes: 5,
  body: { vpn_connection: { name: 'old' } },
  secrets: [{ pointer: '/vpn_connection/psk', name: 'site-a.old' }],
  state: { kind: 'armed' },
};

const restoring: ArmedWindow = {
  ...armed,
  state: { kind: 'restoring', cause: 'not-connected', failures: 2, nextAt: armedAt + 10_000 },
};

test.each([
  ['1', 1],
  [' 5 ', 5],
  ['60', 60],
])('a window of %j minutes is allowed', (text, minutes) => {
  expect(readMinutes(text)).toBe(minutes);
});

test.each(['', '0', '61', '-1', '1.5', '1e1', '5 min', '٥', '100'])(
  'a window of %j minutes is not',
  (text) => {
    expect(readMinutes(text)).toBeUndefined();
  },
);

test('the window counts down, says when its end is near, and restores exactly at its end', () => {
  const at = (ms: number) => nextStep(armed, armedAt + ms);
  expect(at(0)).toEqual({ kind: 'wait', waitMs: 1000, leftMs: lengthMs, end: 'far' });
  expect(at(lengthMs - 60_001)).toMatchObject({ end: 'far' });
  expect(at(lengthMs - 60_000)).toMatchObject({ end: 'near', leftMs: 60_000 });
  expect(at(lengthMs - 1)).toEqual({ kind: 'wait', waitMs: 1, leftMs: 1, end: 'near' });
  expect(at(lengthMs)).toEqual({ kind: 'restore', cause: 'time-up' });
});

test('a computer that slept past the end restores when it wakes up', () => {
  expect(nextStep(armed, armedAt + 9 * 3_600_000)).toEqual({ kind: 'restore', cause: 'time-up' });
});

test('a clock that was set back makes no window longer than was asked for', () => {
  expect(nextStep(armed, armedAt - 3_600_000)).toMatchObject({ leftMs: lengthMs });
  const late: ArmedWindow = {
    ...restoring,
    state: { kind: 'restoring', cause: 'asked', failures: 1, nextAt: armedAt + 3_600_000 },
  };
  expect(nextStep(late, armedAt)).toMatchObject({ waitMs: 1000, leftMs: 300_000 });
});

test('what was kept is never taken back, however late it is', () => {
  const kept: ArmedWindow = { ...armed, state: { kind: 'kept' } };
  expect(nextStep(kept, armedAt + 10 * lengthMs)).toEqual({ kind: 'done' });
});

test('a restore that failed is tried again at its time and keeps its cause', () => {
  const before = nextStep(restoring, armedAt + 9_999);
  expect(before).toEqual({ kind: 'wait', waitMs: 1, leftMs: 1, end: 'far' });
  expect(nextStep(restoring, armedAt + 10_000)).toEqual({
    kind: 'restore',
    cause: 'not-connected',
  });
});

test('what cannot be restored by itself waits for the user and asks nothing of anybody', () => {
  const state = { kind: 'stuck', cause: 'time-up', sentence: 'Signed out.' } as const;
  const stuck: ArmedWindow = { ...armed, state };
  const late = nextStep(stuck, armedAt + 10 * lengthMs);
  expect(late).toEqual({ kind: 'wait', waitMs: 1000, end: 'far' });
  expect(parseWindow(printWindow(stuck))).toEqual(stuck);
});

test('attempts to restore get rarer, heed the service, and never end', () => {
  expect([1, 2, 3, 6, 7, 1_000_000].map((failures) => restorePauseMs(failures))).toEqual([
    5000, 10_000, 20_000, 160_000, 300_000, 300_000,
  ]);
  expect(restorePauseMs(1, 30_000)).toBe(30_000);
  expect(restorePauseMs(1, 3_600_000)).toBe(300_000);
});

test('a record is read back as it was written, in every state', () => {
  const kept: ArmedWindow = { ...armed, state: { kind: 'kept' } };
  for (const window of [armed, kept, restoring]) {
    expect(parseWindow(printWindow(window))).toEqual(window);
  }
});

test.each([
  ['another version', { version: 2 }],
  ['no minutes', { minutes: 0 }],
  ['too many minutes', { minutes: 61 }],
  ['half a secret', { secrets: [{ pointer: '/vpn_connection/psk' }] }],
  ['no body', { body: null }],
  ['an unknown state', { state: { kind: 'opened' } }],
  ['an unknown cause', { state: { ...restoring.state, cause: 'mood' } }],
  ['no address', { connection: { ...armed.connection, url: 'nowhere' } }],
])('a record with %s is none', (_, damage) => {
  const record: object = JSON.parse(printWindow(armed));
  expect(parseWindow(JSON.stringify({ ...record, ...damage }))).toBeUndefined();
});

test('a record that was cut is none', () => {
  const text = printWindow(armed);
  for (let length = 0; length < text.length; length += 7) {
    expect(parseWindow(text.slice(0, length))).toBeUndefined();
  }
});

const psk = '/vpn_connection/psk';
const change = {
  sent: { vpn_connection: { name: 'new', psk: '••••••' } },
  secrets: [psk],
  before: { vpn_connection: { name: 'old', status: 'ACTIVE' }, request_id: 'r' },
};

test('the way back holds the old values of what is sent, and the name of the old secret', () => {
  expect(findWayBack(change, [{ pointer: psk, name: 'site-a.old' }])).toEqual({
    kind: 'known',
    body: { vpn_connection: { name: 'old' } },
    secrets: [{ pointer: psk, name: 'site-a.old' }],
  });
});

test.each([
  ['old-secret-unnamed', change, []],
  ['old-secret-unnamed', change, [{ pointer: '/vpn_connection/other', name: 'x' }]],
  ['way-back-unknown', { sent: change.sent, secrets: [] }, []],
  ['nothing-to-restore', { ...change, sent: { vpn_connection: { name: 'old' } }, secrets: [] }, []],
  ['no-previous-value', { ...change, sent: { vpn_connection: { tag: 'x' } }, secrets: [] }, []],
])('without a complete way back nothing is sent: %s', (code, entry, named) => {
  expect(findWayBack(entry, named)).toMatchObject({ kind: 'refused', problem: { code } });
});
