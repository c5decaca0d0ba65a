// Updates that were being sent when a window ended, over real HTTP against the sandbox.
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { connectionIds } from '../../../client/src/sandbox/seeds/project';
import { startSandbox, type Sandbox } from '../../../client/src/sandbox/startSandbox';
import { fetchTransport } from '../../../client/src/transports/fetchTransport';
import type { Ports } from '../../../client/src/core/ports/ports';
import { fakeClient, now, place } from '../../support/client/fakeClient';
import { fakeRecords, type FakeRecords } from '../../support/client/fakeRecords';
import { fakeTime, type FakeTime } from '../../support/client/fakeTime';
import { sandboxPorts } from '../../support/client/sandboxPorts';
import { serviceServer } from '../../support/client/serviceServer';
import { poll } from '../../support/poll';

let time: FakeTime;
let sandbox: Sandbox;
let records: FakeRecords;
beforeEach(async () => {
  time = fakeTime(now);
  records = fakeRecords();
  sandbox = await startSandbox({ settleMs: 4000, clock: () => time.clock.now() });
});
afterEach(() => sandbox.close());

const never = () => new Promise<never>(() => undefined);
const document = (): string =>
  `project_id: ${sandbox.projectId}\nvpn_connection_id: ${connectionIds.policy}\nvpn_connection:\n  name: site-a-new\n`;

function open(ports: Partial<Ports> = {}) {
  return fakeClient({
    reading: 'sent',
    target: { kind: 'sandbox' },
    ports: { ...serviceServer(document()), ...sandboxPorts(sandbox, time), records, ...ports },
  });
}

/** A window that ends during its PUT: nothing of it happens from then on. Opens the next one. */
async function crash(arrival: 'arrives' | 'is lost') {
  let isCrashed = false;
  const crashed = open({
    transport: {
      send: async (request, limits) => {
        if (request.method !== 'PUT') return fetchTransport.send(request, limits);
        if (arrival === 'arrives') await fetchTransport.send(request, limits);
        isCrashed = true;
        return never();
      },
    },
  });
  void crashed.useCases.sendUpdate(place);
  await poll('the crash', () => isCrashed || undefined);
  const next = open();
  const [entry] = await next.useCases.journal();
  return { next, entry: entry! };
}

const puts = () => sandbox.requests.filter(({ method }) => method === 'PUT').length;

/** For how long a window that sends may show no sign of life: nobody takes over before. */
const spanMs = 100_000;

describe('an update that was interrupted while it was sent', () => {
  test('is in the history as unknown, with all that is known of it', async () => {
    const { next, entry } = await crash('arrives');
    expect(entry.stage).toEqual({ kind: 'sending' });
    await next.useCases.showEntry(entry.id);
    expect(JSON.parse(next.presenter.documents.at(-1)?.text ?? '')).toMatchObject({
      connection: 'site-a',
      outcome: 'Unknown',
      sent: { vpn_connection: { name: 'site-a-new' } },
      before: { vpn_connection: { name: 'site-a' } },
    });
  });

  test('is read back by the next window and followed to its end', async () => {
    const { next, entry } = await crash('arrives');
    await next.useCases.resume();
    await next.background.settle();
    expect(next.presenter.messages[0]).toEqual({
      severity: 'warning',
      text: 'An update to site-a was interrupted while it was sent. The connection has every value that was sent.',
      actions: [{ kind: 'restore-previous', entry: entry.id }],
    });
    expect((await next.useCases.journal())[0]?.stage).toMatchObject({ status: 'ACTIVE' });
    expect(time.clock.elapsed()).toBeGreaterThan(spanMs);
    expect(puts()).toBe(1);
  });

  test('and never arrived is completed as not applied', async () => {
    const { next } = await crash('is lost');
    await next.useCases.resume();
    await next.background.settle();
    expect(next.presenter.messages.map(({ text }) => text)).toEqual([
      "An update to site-a was interrupted while it was sent. The connection has none of the values that were sent: the update wasn't applied, or not yet.",
    ]);
    expect((await next.useCases.journal())[0]?.stage.kind).toBe('rejected');
    expect(puts()).toBe(0);
  });

  test('is left alone while the connection cannot be read, and completed later', async () => {
    const { next } = await crash('arrives');
    sandbox.misbehave({ kind: 'status', status: 503, times: 3 });
    await next.useCases.resume();
    await next.background.settle();
    expect((await next.useCases.journal())[0]?.stage).toMatchObject({ status: 'ACTIVE' });
    expect(next.presenter.messages[0]?.text).toContain('has every value that was sent');
  });

  test('and completed by its window in the last moment stays as that window wrote it', async () => {
    const { entry } = await crash('arrives');
    const name = `journal/${entry.id}.json`;
    const answered = { kind: 'settling', at: now, response: { status: 200, text: '{}' } };
    const next = open({
      records: {
        ...records,
        create: async (folder, ...rest) => {
          const text = JSON.stringify({ version: 1, ...entry, stage: answered });
          if (folder === 'leases') records.texts.set(name, text);
          return records.create(folder, ...rest);
        },
      },
    });
    await next.useCases.resume();
    await next.background.settle();
    expect(next.presenter.messages).toEqual([]);
    expect((await next.useCases.journal())[0]?.stage).toEqual(answered);
  });

  test('can be checked from the history when its window is certainly gone', async () => {
    const { next, entry } = await crash('arrives');
    expect(await next.useCases.checkUpdate(entry.id)).toMatchObject({
      problem: { code: 'applied-elsewhere' },
    });
    time.move(spanMs);
    expect(await next.useCases.checkUpdate(entry.id)).toEqual({ kind: 'done' });
    expect(next.presenter.messages.at(-1)?.text).toContain('has every value that was sent');
    await next.background.settle();
    expect((await next.useCases.journal())[0]?.stage).toMatchObject({ status: 'ACTIVE' });
    expect(puts()).toBe(1);
  });
});
