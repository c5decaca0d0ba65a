// What happens behind an accepted update, over real HTTP against the sandbox. Client and sandbox share
// one clock, which only waiting moves.
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Ports } from '../../../client/src/core/ports/ports';
import { demoCredentials } from '../../../client/src/sandbox/auth/demoCredentials';
import { connectionIds } from '../../../client/src/sandbox/seeds/project';
import { startSandbox, type Sandbox } from '../../../client/src/sandbox/startSandbox';
import { fetchTransport } from '../../../client/src/transports/fetchTransport';
import { fakeClient, now, place } from '../../support/client/fakeClient';
import { fakeConfirmation } from '../../support/client/fakeConfirmation';
import { fakeRecords } from '../../support/client/fakeRecords';
import { fakeTime, type FakeTime } from '../../support/client/fakeTime';
import { sandboxPorts } from '../../support/client/sandboxPorts';
import { serviceServer } from '../../support/client/serviceServer';

let time: FakeTime;
let sandbox: Sandbox;
beforeEach(async () => {
  time = fakeTime(now);
  sandbox = await startSandbox({ settleMs: 4000, clock: () => time.clock.now() });
});
afterEach(() => sandbox.close());

const psk = 'Correct-Horse/42';
const update = (id: string, fields: string): string =>
  `project_id: ${sandbox.projectId}\nvpn_connection_id: ${id}\nvpn_connection:\n${fields}`;

/** One window on one file. Windows of one machine share their records. */
function openWindow(
  document: string,
  { records = fakeRecords(), ...ports }: Partial<Ports> & { records?: Ports['records'] } = {},
) {
  return fakeClient({
    reading: 'sent',
    target: { kind: 'sandbox' },
    stored: { 'value:site-a': psk },
    ports: {
      ...serviceServer(document),
      ...sandboxPorts(sandbox, time),
      records,
      ...ports,
    },
  });
}

type Window = ReturnType<typeof openWindow>;

async function journalOf({ ports }: Window) {
  const listed = await ports.records.list('journal');
  const names = listed.kind === 'listed' ? listed.names : [];
  const reads = await Promise.all(names.map((name) => ports.records.read('journal', name)));
  return reads.map(
    (read) => JSON.parse(read.kind === 'found' ? read.text : '') as Record<string, unknown>,
  );
}

const said = ({ presenter }: Window) => presenter.messages.map(({ text }) => text);
/** Without the two looks at connection and gateway that a plan is made from. */
const methods = () =>
  sandbox.requests
    .map(({ method }) => method)
    .join(' ')
    .replaceAll('GET GET GET PUT', 'GET PUT')
    .split(' ');

describe('an accepted update', () => {
  test('is tracked until the connection is ACTIVE, and the journal has the whole story', async () => {
    const window = openWindow(update(connectionIds.policy, '  name: site-a-new\n'));
    await window.useCases.sendUpdate(place);
    expect(await journalOf(window)).toMatchObject([{ stage: { kind: 'settling' } }]);
    await window.background.settle();
    expect(window.background.reports).toEqual(['PENDING_UPDATE, 2 s']);
    expect(said(window).at(-1)).toBe('site-a updated. The tunnel is up.');
    expect(methods()).toEqual(['GET', 'PUT', 'GET', 'GET']);
    expect(await journalOf(window)).toMatchObject([
      {
        who: 'access key SAND…SKEY',
        sent: { vpn_connection: { name: 'site-a-new' } },
        before: { vpn_connection: { name: 'site-a', status: 'ACTIVE' } },
        stage: { kind: 'settled', status: 'ACTIVE', response: { status: 200 } },
      },
    ]);
  });

  test('that ends DOWN is reported, with the reason from the log', async () => {
    const window = openWindow(update(connectionIds.down, '  name: site-x\n'));
    await window.useCases.sendUpdate(place);
    await window.background.settle();
    const message = window.presenter.messages.at(-1);
    expect(message?.severity).toBe('warning');
    expect(message?.text).toContain('the tunnel is down');
    expect(message?.text).toContain('Reason: phase1 proposal mismatch.');
    expect(message?.text).toContain('different IKE algorithms');
    const log = window.presenter.documents.at(-1);
    expect(log?.text).toContain('newest first:\n\n2026-11-23 15:31:09 UTC+01:00');
    expect(await journalOf(window)).toMatchObject([{ stage: { kind: 'settled', status: 'DOWN' } }]);
  });

  test('says why there is no log, where the gateway has none', async () => {
    sandbox.settleAs(connectionIds.policyTemplate, 'DOWN');
    const window = openWindow(update(connectionIds.policyTemplate, '  name: field-offices-2\n'));
    await window.useCases.sendUpdate(place);
    await window.background.settle();
    expect(said(window).at(-1)).toContain(
      'Connections of a policy template have no connection log',
    );
  });

  test.each([
    ['ERROR', 'error', /couldn't apply/],
    ['FREEZED', 'error', /frozen/],
    ['UNKNOWN', 'warning', /doesn't know/],
  ] as const)('that ends in %s is reported so', async (status, severity, words) => {
    const window = openWindow(update(connectionIds.policy, '  name: site-a-new\n'));
    await window.useCases.sendUpdate(place);
    sandbox.settleAs(connectionIds.policy, status);
    await window.background.settle();
    expect(window.presenter.messages.at(-1)).toMatchObject({ severity });
    expect(said(window).at(-1)).toMatch(words);
  });

  test('is watched on after a reload, without any update', async () => {
    const before = openWindow(update(connectionIds.policy, '  name: site-a-new\n'));
    await before.useCases.sendUpdate(place);
    const after = openWindow('', { records: before.ports.records });
    await after.useCases.resume();
    await after.background.settle();
    expect(said(after)).toEqual(['site-a updated. The tunnel is up.']);
    expect(methods().filter((method) => method === 'PUT')).toHaveLength(1);
    const later = openWindow('', { records: before.ports.records });
    await later.useCases.resume();
    expect(later.background.started).toEqual([]);
  });

  test('is watched by one window of several: the other says nothing', async () => {
    const first = openWindow(update(connectionIds.policy, '  name: site-a-new\n'));
    await first.useCases.sendUpdate(place);
    const second = openWindow('', { records: first.ports.records });
    await second.useCases.resume();
    await first.background.settle();
    await second.background.settle();
    expect(said(second)).toEqual([]);
  });

  test('survives errors, throttling and cuts while it is watched', async () => {
    const window = openWindow(update(connectionIds.policy, '  name: site-a-new\n'));
    await window.useCases.sendUpdate(place);
    sandbox.misbehave({ kind: 'status', status: 503 });
    sandbox.misbehave({ kind: 'throttle', retryAfter: '7' });
    sandbox.misbehave({ kind: 'cut-in-body' });
    await window.background.settle();
    expect(said(window).at(-1)).toContain('The tunnel is up');
  });

  test('tells what changed although it was not sent', async () => {
    const window = openWindow(update(connectionIds.policy, '  name: site-a-new\n'));
    await window.useCases.sendUpdate(place);
    time.move(5000);
    const other = openWindow(
      update(connectionIds.policy, '  ikepolicy:\n    dpd:\n      interval: 60\n'),
    );
    await other.useCases.sendUpdate(place);
    await window.background.settle();
    expect(said(window).at(-1)).toContain('but not part of this update: ikepolicy.dpd.interval.');
  });
});

describe('a connection that is busy', () => {
  async function busy(answer: 'confirmed' | 'review') {
    await openWindow(update(connectionIds.policy, '  name: first\n')).useCases.sendUpdate(place);
    const confirmation = fakeConfirmation(answer);
    const window = openWindow(update(connectionIds.policy, '  name: second\n'), {
      confirmation: {
        ask: async (question) =>
          question.title.startsWith('Another change') ? confirmation.ask(question) : 'confirmed',
      },
    });
    return { window, confirmation, outcome: await window.useCases.sendUpdate(place) };
  }

  test('is waited for when the user wants that, and then updated', async () => {
    const { confirmation, outcome } = await busy('confirmed');
    expect(outcome).toMatchObject({ verdict: 'accepted' });
    expect(confirmation.questions[0]?.detail).toContain('Status: PENDING_UPDATE');
    expect(methods()).toEqual(['GET', 'PUT', 'GET', 'GET', 'GET', 'GET', 'PUT']);
  });

  test('is left alone when the user does not', async () => {
    const { outcome } = await busy('review');
    expect(outcome).toEqual({ kind: 'declined' });
    expect(methods()).toEqual(['GET', 'PUT', 'GET', 'GET', 'GET']);
  });
});

test.each([
  ['VPN.0014', 504],
  ['VPN.0016', 409],
  ['VPN.0017', 409],
  ['VPN.0030', 400],
  ['VPN.0031', 400],
  ['VPN.0306', 400],
  ['VPN.0429', 429],
  ['VPN.0507', 400],
])('%s offers to wait and to try again, and does not by itself', async (code, status) => {
  const window = openWindow(update(connectionIds.policy, '  name: site-a-new\n'));
  const refusal = { kind: 'status', status, code, shape: 'vpn', change: 'not-applied' } as const;
  sandbox.misbehave({ ...refusal, match: { method: 'PUT' } });
  await window.useCases.sendUpdate(place);
  expect(window.presenter.messages.at(-1)?.actions).toContainEqual({
    kind: 'apply-again',
    place: { ...place, seen: { version: 1, connectionId: connectionIds.policy } },
    waitMs: 30_000,
  });
  expect(methods().filter((method) => method === 'PUT')).toHaveLength(1);
  const again = await window.useCases.applyAgain(place, 30_000);
  expect(again).toMatchObject({ verdict: 'accepted' });
  expect(time.waits).toContain(30_000);
});

test('a second window is told that the first one is at it', async () => {
  const records = fakeRecords();
  const text = update(connectionIds.policy, '  name: site-a-new\n');
  const second = openWindow(text, { records });
  let told: unknown;
  const first = openWindow(text, {
    records,
    transport: {
      send: async (request, limits) => {
        if (request.method === 'PUT') told = await second.useCases.sendUpdate(place);
        return fetchTransport.send(request, limits);
      },
    },
  });
  expect(await first.useCases.sendUpdate(place)).toMatchObject({ verdict: 'accepted' });
  expect(told).toMatchObject({ kind: 'refused', problem: { code: 'applied-elsewhere' } });
  expect(methods().filter((method) => method === 'PUT')).toHaveLength(1);
});

test("nothing is sent while leases can't be kept on this machine", async () => {
  const records = fakeRecords();
  records.fill();
  const window = openWindow(update(connectionIds.policy, '  name: site-a-new\n'), { records });
  const outcome = await window.useCases.sendUpdate(place);
  expect(outcome).toMatchObject({ kind: 'refused', problem: { code: 'storage-unavailable' } });
  expect(methods()).not.toContain('PUT');
  records.again();
  expect(await window.useCases.sendUpdate(place)).toMatchObject({ verdict: 'accepted' });
});

describe('the journal', () => {
  test('has the entry before the update is sent', async () => {
    const records = fakeRecords();
    let atSending = '';
    const window = openWindow(update(connectionIds.policy, '  name: site-a-new\n'), {
      records,
      transport: {
        send: (request, limits) => {
          if (request.method === 'PUT') atSending = [...records.texts.values()].join('\n');
          return fetchTransport.send(request, limits);
        },
      },
    });
    await window.useCases.sendUpdate(place);
    expect(atSending).toContain('"kind": "sending"');
  });

  test('and all other records hold no secret, also when the service repeats it', async () => {
    const records = fakeRecords();
    const literal = 'Literal-Key/43';
    const fields = '  name: site-a-new\n  psk: ';
    for (const [key, value] of [
      ['!secret site-a', psk],
      [literal, literal],
    ] as const) {
      const echo = { kind: 'status', status: 400, message: `bad psk ${value}` } as const;
      sandbox.misbehave({ ...echo, match: { method: 'PUT' } });
      const window = openWindow(update(connectionIds.policy, `${fields}${key}\n`), { records });
      await window.useCases.sendUpdate(place);
      await window.useCases.sendUpdate(place);
      await window.background.settle();
    }
    const stored = [...records.texts.values()].join('\n');
    expect(stored).toContain('"psk": "••••••"');
    expect(stored).not.toContain(psk);
    expect(stored).not.toContain(literal);
    expect(stored).not.toContain(demoCredentials.accessKey.secretKey);
    expect(stored).not.toContain(demoCredentials.accessKey.accessKey);
  });

  test("that can't be written stops the update before it is sent", async () => {
    const records = fakeRecords();
    const create: typeof records.create = async (folder, name, text) =>
      folder === 'journal'
        ? { kind: 'unavailable', detail: 'EACCES' }
        : records.create(folder, name, text);
    const window = openWindow(update(connectionIds.policy, '  name: site-a-new\n'), {
      records: { ...records, create },
    });
    const outcome = await window.useCases.sendUpdate(place);
    expect(outcome).toMatchObject({ kind: 'refused', problem: { code: 'not-recorded' } });
    expect(said(window)[0]).toContain("couldn't be recorded");
    expect(window.log.lines).toContain("warn The journal can't be written: EACCES");
    expect(methods()).not.toContain('PUT');
  });
});
