// Watching an accepted update, second by second of a clock that nobody waits for.
import { describe, expect, test } from 'vitest';
import { describeSettled } from '../../../client/src/core/monitor/describeSettled';
import { watchConnection } from '../../../client/src/core/monitor/watchConnection';
import type { RemoteConnection } from '../../../client/src/core/model/remoteConnection';
import { cancelSource } from '../../support/client/cancelSource';
import { connectionId, projectId } from '../../support/client/exampleUpdate';
import { accessKey, fakeClient, type FakeClientOptions } from '../../support/client/fakeClient';
import { answer, failure, fakeTransport, type Step } from '../../support/client/fakeTransport';

const connection: RemoteConnection = {
  url: `https://vpn.eu-west-101.myhuaweicloud.com/v5/${projectId}/vpn-connection/${connectionId}`,
  projectId,
  connectionId,
  target: { kind: 'regional', region: 'eu-west-101' },
  label: 'Region eu-west-101',
};
const status = (text: string): Step =>
  answer(200, {
    vpn_connection: { id: connectionId, name: 'site-a', status: text },
    request_id: 'r',
  });
const pending = status('PENDING_UPDATE');
const repeat = (step: Step, times: number): readonly Step[] => Array<Step>(times).fill(step);

function watch(script: readonly Step[], options: FakeClientOptions = {}) {
  const transport = fakeTransport(...script);
  const given = fakeClient({ reading: 'sent', ...options, ports: { transport, ...options.ports } });
  const context = { ...given.ports, redactor: given.redactor };
  const source = cancelSource();
  const [reports, waiting]: [string[], string[]] = [[], []];
  const run = (downMs?: number) =>
    watchConnection(
      context,
      {
        ...{ connection, login: accessKey, waiting: ({ code }) => void waiting.push(code) },
        ...(downMs !== undefined && { downMs }),
      },
      { stop: source.signal, report: (text) => void reports.push(text) },
    );
  return { ...given, transport, run, cancel: () => source.cancel(), reports, waiting };
}

describe('an update has settled', () => {
  test('when the state after a pending one is ACTIVE', async () => {
    const given = watch([pending, pending, status('ACTIVE')]);
    expect(await given.run()).toMatchObject({ kind: 'settled', status: { kind: 'active' } });
    expect(given.time.waits).toEqual([2000, 2000, 2000]);
    expect(given.reports).toEqual(['PENDING_UPDATE, 2 s', 'PENDING_UPDATE, 4 s']);
  });

  test.each([
    ['ERROR', 'error'],
    ['FREEZED', 'frozen'],
    ['UNKNOWN', 'unknown'],
  ])('at once when it is %s after a pending one', async (text, kind) => {
    const given = watch([pending, status(text)]);
    expect(await given.run()).toMatchObject({ kind: 'settled', status: { kind, text } });
  });

  test('after ten seconds when it was never pending: before, the service may not have begun', async () => {
    const given = watch(repeat(status('ACTIVE'), 5));
    expect(await given.run()).toMatchObject({ kind: 'settled', status: { kind: 'active' } });
    expect(given.transport.sent).toHaveLength(5);
  });

  test('not before ten seconds', async () => {
    const given = watch(repeat(status('ACTIVE'), 4));
    await expect(given.run()).rejects.toThrow('unexpected request 5');
  });

  test('when it stays down for ten seconds; a tunnel that comes up meanwhile is connected', async () => {
    const down = status('DOWN');
    const stays = watch([pending, ...repeat(down, 6)]);
    expect(await stays.run()).toMatchObject({ kind: 'settled', status: { kind: 'down' } });
    expect(stays.transport.sent).toHaveLength(7);
    const comesUp = watch([pending, down, down, status('ACTIVE')]);
    expect(await comesUp.run()).toMatchObject({ kind: 'settled', status: { kind: 'active' } });
  });

  test('when it stays down for as long as was asked', async () => {
    const given = watch([pending, ...repeat(status('DOWN'), 100)]);
    expect(await given.run(120_000)).toMatchObject({ status: { kind: 'down' } });
    const watched = given.time.waits.reduce((sum, each) => sum + each, 0);
    expect(watched).toBeGreaterThanOrEqual(122_000);
    expect(watched).toBeLessThan(140_000);
  });
});

describe('watching ends without a state', () => {
  test('after ten minutes', async () => {
    const given = watch(repeat(pending, 200));
    expect(await given.run()).toEqual({
      kind: 'timed-out',
      status: { kind: 'pending', text: 'PENDING_UPDATE' },
    });
    const watched = given.time.waits.reduce((sum, each) => sum + each, 0);
    expect(watched).toBeGreaterThanOrEqual(600_000);
    expect(watched).toBeLessThan(620_000);
    expect(given.transport.sent.length).toBeLessThan(100);
  });

  test('when the user stops it, also in the middle of a question', async () => {
    const stopped = watch([pending]);
    stopped.time.at(1, stopped.cancel);
    expect(await stopped.run()).toEqual({ kind: 'left' });
    const asking = watch([failure('cancelled')]);
    expect(await asking.run()).toEqual({ kind: 'left' });
  });

  test('at once when the connection is gone', async () => {
    const given = watch([pending, answer(404, { error_code: 'VPN.0004', error_msg: 'gone' })]);
    expect(await given.run()).toMatchObject({ kind: 'stopped', problem: { code: 'http-404' } });
  });
});

describe('failures are tolerated', () => {
  test.each<[string, Step]>([
    ['429', answer(429)],
    ['500', answer(500)],
    ['503 as HTML', answer(503, '<html>')],
    ['200 of a portal', answer(200, '<html>')],
    ['a time-out', failure('timed-out')],
    ['no network', failure('host-not-found', 'no')],
  ])('%s, ever more slowly', async (_what, step) => {
    const given = watch([pending, step, step, step, status('ACTIVE')]);
    expect(await given.run()).toMatchObject({ kind: 'settled' });
    expect(given.time.waits).toEqual([2000, 2000, 5000, 10_000, 20_000]);
  });

  test('never more slowly than once a minute, and for ten minutes at most', async () => {
    const given = watch(repeat(answer(503), 100));
    expect(await given.run()).toMatchObject({ kind: 'timed-out', problem: { code: 'http-503' } });
    expect(Math.max(...given.time.waits)).toBe(60_000);
  });

  test('and the time that the service asks for is kept', async () => {
    const throttled = answer(429, '', { 'retry-after': '90' });
    const given = watch([throttled, pending, status('ACTIVE')]);
    await given.run();
    expect(given.time.waits).toEqual([2000, 90_000, 5000]);
  });

  test('a computer that slept for hours looks again and does not give up', async () => {
    const given = watch([pending, pending, status('ACTIVE')]);
    given.time.at(1, () => given.time.move(8 * 3_600_000));
    expect(await given.run()).toMatchObject({ kind: 'settled', status: { kind: 'active' } });
    expect(given.reports.at(-1)).toBe('PENDING_UPDATE, 19 s');
  });

  test('a clock that is set back does not make it endless', async () => {
    const given = watch(repeat(pending, 300));
    given.time.at(3, () => given.time.move(-3_600_000));
    expect(await given.run()).toMatchObject({ kind: 'timed-out' });
  });
});

describe('credentials that are not accepted any more', () => {
  const refused = answer(401, { error_code: 'APIGW.0307', error_msg: 'The token must be updated' });

  test('are not tried again, and waited for until the user stops it', async () => {
    const given = watch([pending, refused]);
    given.time.at(1500, given.cancel);
    expect(await given.run()).toEqual({ kind: 'left' });
    expect(given.transport.sent).toHaveLength(2);
    expect(given.waiting).toEqual(['http-401']);
  });

  test('are replaced by newer ones, if there are any by then', async () => {
    const given = watch([pending, refused, pending, status('ACTIVE')]);
    given.time.at(1, () => {
      const fresh = { kind: 'token', token: 'fresh-token' };
      void given.secrets.store('credentials:regional:eu-west-101', JSON.stringify(fresh));
    });
    expect(await given.run()).toMatchObject({ kind: 'settled' });
    expect(given.transport.sent[2]?.request.headers).toMatchObject({
      'X-Auth-Token': 'fresh-token',
    });
    expect(JSON.stringify(given.log.lines)).not.toContain('fresh-token');
  });
});

describe('what is said', () => {
  test('DOWN is never a success', () => {
    const text = describeSettled(
      'site-a',
      { kind: 'settled', held: {}, status: { kind: 'down', text: 'DOWN' } },
      {
        kind: 'read',
        lines: [],
        reason: { text: 'phase1 proposal mismatch', meaning: 'Different algorithms.' },
      },
    );
    expect(text.severity).toBe('warning');
    expect(text.sentence).toBe(
      'site-a updated, but the tunnel is down. Reason: phase1 proposal mismatch. Different algorithms.',
    );
  });

  test.each([
    ['active', 'ACTIVE', 'information', /tunnel is up/],
    ['error', 'ERROR', 'error', /couldn't apply the update to site-a \(status ERROR\)/],
    ['frozen', 'FREEZED', 'error', /frozen \(FREEZED\)/],
    ['unknown', 'UNKNOWN', 'warning', /doesn't know the status of site-a \(UNKNOWN\)/],
  ] as const)('%s', (kind, text, severity, words) => {
    const watched = { kind: 'settled', held: {}, status: { kind, text } } as const;
    const said = describeSettled('site-a', watched, undefined);
    expect(said.severity).toBe(severity);
    expect(said.sentence).toMatch(words);
  });
});
