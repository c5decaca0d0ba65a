// Apply with Automatic Rollback, over real HTTP against the sandbox: what goes back by itself, what
// stays, and what is never sent.
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { demoCredentials } from '../../../client/src/sandbox/auth/demoCredentials';
import { connectionIds } from '../../../client/src/sandbox/seeds/project';
import { startSandbox, type Sandbox } from '../../../client/src/sandbox/startSandbox';
import { fetchTransport } from '../../../client/src/transports/fetchTransport';
import type { Ports } from '../../../client/src/core/ports/ports';
import { targetKey } from '../../../client/src/core/model/target';
import { fakeClient, now, place } from '../../support/client/fakeClient';
import { fakeConfirmation } from '../../support/client/fakeConfirmation';
import { fakePrompts } from '../../support/client/fakePrompts';
import { fakeRecords, type FakeRecords } from '../../support/client/fakeRecords';
import { fakeTime, type FakeTime } from '../../support/client/fakeTime';
import { serviceServer } from '../../support/client/serviceServer';

let time: FakeTime;
let sandbox: Sandbox;
let records: FakeRecords;
beforeEach(async () => {
  time = fakeTime(now);
  records = fakeRecords();
  sandbox = await startSandbox({ settleMs: 4000, clock: () => time.clock.now() });
});
afterEach(() => sandbox.close());

const old = 'Old-Secret/41';
const fresh = 'New-Secret/42';
const changed = '  name: site-a-new\n  ikepolicy:\n    lifetime_seconds: 3600\n';

/** A window of the editor on a file with these fields; all windows of a test share the records. */
function open(fields: string, ports: Partial<Ports> = {}, stored: Record<string, string> = {}) {
  const buffer = serviceServer(
    `project_id: ${sandbox.projectId}\nvpn_connection_id: ${connectionIds.policy}\nvpn_connection:\n${fields}`,
  );
  const target = { kind: 'endpoint', endpoint: sandbox.endpoint } as const;
  return fakeClient({
    reading: 'sent',
    target,
    settings: { endpoint: sandbox.endpoint },
    stored: {
      'value:old': old,
      'value:fresh': fresh,
      [`credentials:${targetKey(target)}`]: JSON.stringify({
        kind: 'access-key',
        ...demoCredentials.accessKey,
      }),
      ...stored,
    },
    ports: {
      ...buffer,
      records,
      transport: fetchTransport,
      clock: time.clock,
      timer: time.timer,
      prompts: fakePrompts('5'),
      ...ports,
    },
  });
}

type Window = ReturnType<typeof open>;

const puts = () => sandbox.requests.filter(({ method }) => method === 'PUT');
const bodies = () => puts().map(({ body }) => body);
const windows = () => [...records.texts.keys()].filter((name) => name.startsWith('windows/'));
const texts = ({ presenter }: Window) => presenter.messages.map(({ text }) => text);
const previous = {
  vpn_connection: { name: 'site-a', ikepolicy: { lifetime_seconds: 86400 } },
};

/** Runs the countdown and decides at the n-th wait of it. */
async function countDown(window: Window, at: number, decide: () => unknown): Promise<void> {
  time.at(time.waits.length + at, () => void decide());
  await window.background.settle();
}

describe('an update that nobody keeps', () => {
  test('goes back at the end of the window, with a word before', async () => {
    const confirmation = fakeConfirmation();
    const window = open(changed, { confirmation });
    expect(await window.useCases.applyWithRollback(place)).toMatchObject({ verdict: 'accepted' });
    expect(confirmation.questions[0]?.detail).toContain(
      'Restores the previous values after 5 minutes, unless you keep the update until then.',
    );
    expect(windows()).toHaveLength(1);
    await window.background.settle();
    expect(bodies()).toEqual([
      { vpn_connection: { name: 'site-a-new', ikepolicy: { lifetime_seconds: 3600 } } },
      previous,
    ]);
    const [first, second] = puts();
    const apart = Date.parse(second!.receivedAt) - Date.parse(first!.receivedAt);
    expect(apart).toBeGreaterThanOrEqual(300_000);
    expect(apart).toBeLessThan(302_000);
    expect(windows()).toEqual([]);
    expect(texts(window)).toContain(
      'site-a goes back to its previous values at 14:36:05 UTC, unless you keep the update.',
    );
    expect(texts(window)).toContain(
      'site-a goes back to its previous values in 60 s. Does the tunnel work?',
    );
    expect(texts(window)).toContain(
      'site-a was sent its previous values: nobody kept the update in time.',
    );
    expect(window.background.reports).toContain('restores in 4:00');
    const [restored] = await window.useCases.journal();
    expect(restored).toMatchObject({ purpose: 'restore', stage: { status: 'ACTIVE' } });
  });

  test('goes back in another window of the editor, after a reload', async () => {
    const first = open(changed);
    await first.useCases.applyWithRollback(place);
    time.move(120_000);
    const second = open('  name: other\n');
    await second.useCases.resume();
    await second.background.settle();
    expect(bodies()).toHaveLength(2);
    expect(bodies()[1]).toEqual(previous);
    expect(windows()).toEqual([]);
  });

  test('goes back at once when its window ended while nothing ran', async () => {
    await open(changed).useCases.applyWithRollback(place);
    time.move(3_600_000);
    const later = open(changed);
    await later.useCases.resume();
    const before = time.clock.now();
    await later.background.settle();
    expect(Date.parse(puts()[1]!.receivedAt)).toBe(before);
  });

  test('goes back once, when several windows of the editor count down', async () => {
    await open(changed).useCases.applyWithRollback(place);
    time.move(600_000);
    const other = open(changed);
    await other.useCases.resume();
    const slow: Ports['transport'] = {
      send: async (request, limits) => {
        if (request.method === 'PUT') await countDown(other, 5, () => other.background.stop());
        return fetchTransport.send(request, limits);
      },
    };
    const first = open(changed, { transport: slow });
    await first.useCases.resume();
    await first.background.settle();
    expect(other.background.reports).toContain('restoring');
    expect(bodies()).toHaveLength(2);
  });

  test('goes back before the end when the tunnel stays down', async () => {
    const window = open(changed);
    await window.useCases.applyWithRollback(place);
    sandbox.settleAs(connectionIds.policy, 'DOWN');
    await window.background.settle();
    const [first, second] = puts();
    const apart = Date.parse(second!.receivedAt) - Date.parse(first!.receivedAt);
    expect(apart).toBeGreaterThanOrEqual(60_000);
    expect(apart).toBeLessThan(120_000);
    expect(texts(window)).toContain(
      'site-a was sent its previous values: the tunnel did not come up after the update.',
    );
  });

  test('is left to the time when the tunnel comes up late', async () => {
    const window = open(changed);
    await window.useCases.applyWithRollback(place);
    sandbox.settleAs(connectionIds.policy, 'DOWN');
    await countDown(window, 25, () => sandbox.settleAs(connectionIds.policy, 'ACTIVE'));
    const [first, second] = puts();
    const apart = Date.parse(second!.receivedAt) - Date.parse(first!.receivedAt);
    expect(apart).toBeGreaterThanOrEqual(300_000);
  });

  test('takes the old key from the secret storage', async () => {
    const prompts = fakePrompts('5', 'old');
    const window = open('  psk: !secret fresh\n', { prompts });
    expect(await window.useCases.applyWithRollback(place)).toMatchObject({ verdict: 'accepted' });
    expect(sandbox.preSharedKeyIs(connectionIds.policy, fresh)).toBe(true);
    await window.background.settle();
    expect(sandbox.preSharedKeyIs(connectionIds.policy, old)).toBe(true);
    expect([...records.texts.values()].join('')).not.toContain(old);
  });

  test('is tried again while the cloud cannot be reached, ever less often', async () => {
    const window = open(changed);
    await window.useCases.applyWithRollback(place);
    const match = { method: 'GET' } as const;
    time.at(time.waits.length + 200, () =>
      sandbox.misbehave({ kind: 'status', status: 503, times: 2, match }),
    );
    await window.background.settle();
    expect(bodies()).toHaveLength(2);
    expect(texts(window).filter((text) => text.includes('could not be restored'))).toHaveLength(2);
    expect(windows()).toEqual([]);
  });

  test('is not sent again after an answer that got lost', async () => {
    const window = open(changed);
    await window.useCases.applyWithRollback(place);
    sandbox.misbehave({ kind: 'cut-after-applying', match: { method: 'PUT' } });
    await window.background.settle();
    expect(bodies()).toHaveLength(2);
    expect(windows()).toEqual([]);
  });

  test('waits for the user after credentials were refused, because tries lock a key', async () => {
    const window = open(changed);
    await window.useCases.applyWithRollback(place);
    time.at(time.waits.length + 250, () =>
      sandbox.misbehave({ kind: 'status', status: 401, times: 'always' }),
    );
    time.at(time.waits.length + 400, () => window.background.stop());
    await window.background.settle();
    const refused = sandbox.requests.filter(({ status }) => status === 401);
    expect(refused.length).toBeLessThanOrEqual(1);
    expect(window.background.reports.at(-1)).toBe('cannot be restored by itself');
    const message = window.presenter.messages.find(({ text }) => text.includes('not be restored'));
    expect(message?.actions.map(({ kind }) => kind)).toContain('restore-now');
    expect(windows()).toHaveLength(1);
  });
});

describe('an update that is decided over', () => {
  test('stays when the user keeps it', async () => {
    const window = open(changed);
    await window.useCases.applyWithRollback(place);
    await countDown(window, 20, () => window.useCases.keepUpdate());
    expect(bodies()).toHaveLength(1);
    expect(windows()).toEqual([]);
    expect(texts(window)).toContain('The update of site-a is kept.');
    expect(await window.useCases.keepUpdate()).toMatchObject({ problem: { code: 'window-over' } });
  });

  test('stays when it is kept in another window of the editor', async () => {
    const window = open(changed);
    await window.useCases.applyWithRollback(place);
    const other = open(changed);
    expect(await other.useCases.keepUpdate()).toEqual({ kind: 'done' });
    await window.background.settle();
    expect(bodies()).toHaveLength(1);
    expect(windows()).toEqual([]);
  });

  test('goes back at once when the user says so', async () => {
    const window = open(changed);
    await window.useCases.applyWithRollback(place);
    await countDown(window, 20, () => window.useCases.rollBackNow());
    expect(bodies()).toHaveLength(2);
    expect(texts(window)).toContain('site-a was sent its previous values: you asked for it.');
  });

  test('cannot be kept while it is going back', async () => {
    const window = open(changed);
    await window.useCases.applyWithRollback(place);
    const kept: unknown[] = [];
    const other = open(changed);
    await other.useCases.resume();
    const slow: Ports['transport'] = {
      send: async (request, limits) => {
        if (request.method === 'PUT') kept.push(await window.useCases.keepUpdate());
        return fetchTransport.send(request, limits);
      },
    };
    const last = open(changed, { transport: slow });
    time.move(600_000);
    await last.useCases.resume();
    await last.background.settle();
    expect(kept).toMatchObject([{ problem: { code: 'being-restored' } }]);
    expect(bodies()).toHaveLength(2);
  });
});

describe('nothing is sent', () => {
  test('when another update of the connection waits', async () => {
    const code = 'window-open';
    const window = open(changed);
    await window.useCases.applyWithRollback(place);
    const second = open('  name: third\n');
    expect(await second.useCases.sendUpdate(place)).toMatchObject({ problem: { code } });
    expect(await second.useCases.applyWithRollback(place)).toMatchObject({ problem: { code } });
    expect(bodies()).toHaveLength(1);
  });

  test.each([
    ['the user leaves the minutes', [undefined]],
    ['the old key is not named', ['5', undefined]],
  ] as const)('when %s', async (_why, replies) => {
    const window = open('  psk: !secret fresh\n', { prompts: fakePrompts(...replies) });
    expect(await window.useCases.applyWithRollback(place)).toEqual({ kind: 'declined' });
    expect(puts()).toEqual([]);
    expect(windows()).toEqual([]);
  });

  test('when nothing is stored under the name of the old key', async () => {
    const prompts = fakePrompts('5', 'Another Name…', 'lost');
    const window = open('  psk: !secret fresh\n', { prompts });
    expect(await window.useCases.applyWithRollback(place)).toMatchObject({
      problem: { code: 'secret-missing' },
    });
    expect(puts()).toEqual([]);
  });

  test('when the old key could not be sent', async () => {
    const prompts = fakePrompts('5', 'bad');
    const window = open('  psk: !secret fresh\n', { prompts }, { 'value:bad': 'short' });
    expect(await window.useCases.applyWithRollback(place)).toMatchObject({
      problem: { code: 'secret-invalid' },
    });
    expect(puts()).toEqual([]);
  });

  test('when there is nothing to restore', async () => {
    const window = open('  name: site-a\n');
    expect(await window.useCases.applyWithRollback(place)).toMatchObject({
      problem: { code: 'nothing-to-restore' },
    });
    expect(puts()).toEqual([]);
  });

  test('when the way back cannot be written', async () => {
    records.fill();
    expect(await open(changed).useCases.applyWithRollback(place)).toMatchObject({
      problem: { code: 'way-back-unwritten' },
    });
    expect(puts()).toEqual([]);
  });

  test('when a value from before looks like a secret and could not be written down', async () => {
    const window = open(changed, {}, { 'value:name': 'site-a' });
    window.redactor.register('site-a');
    expect(await window.useCases.applyWithRollback(place)).toMatchObject({
      problem: { code: expect.stringMatching(/no-previous-value|way-back-unwritten/) },
    });
    expect(puts()).toEqual([]);
  });

  test('when the service refuses the update, and no window stays open', async () => {
    sandbox.misbehave({ kind: 'status', status: 400, times: 1, match: { method: 'PUT' } });
    const window = open(changed);
    expect(await window.useCases.applyWithRollback(place)).toMatchObject({ verdict: 'rejected' });
    expect(windows()).toEqual([]);
    await window.background.settle();
    expect(puts()).toHaveLength(1);
  });

  test('from a window that is not trusted, at the end of the time', async () => {
    await open(changed).useCases.applyWithRollback(place);
    time.move(3_600_000);
    const foreign = open(changed, { trust: { isTrusted: () => false } });
    await foreign.useCases.resume();
    await foreign.background.settle();
    expect(bodies()).toHaveLength(1);
    expect(windows()).toHaveLength(1);
    expect(texts(foreign).join()).toContain('Open a window that is trusted.');
  });

  test('to an address that somebody wrote into the record', async () => {
    await open(changed).useCases.applyWithRollback(place);
    const [name] = windows();
    const text = records.texts.get(name!)!;
    const elsewhere = await startSandbox({ clock: () => time.clock.now() });
    try {
      const url = `"url": "${sandbox.endpoint}`;
      expect(text).toContain(url);
      records.texts.set(name!, text.replace(url, `"url": "${elsewhere.endpoint}`));
      time.move(3_600_000);
      const window = open(changed);
      await window.useCases.resume();
      time.at(time.waits.length + 5, () => window.background.stop());
      await window.background.settle();
      expect(elsewhere.requests).toEqual([]);
      expect(texts(window).join()).toContain('not one of its target');
    } finally {
      await elsewhere.close();
    }
  });
});
