// *Preview Changes*, and what a plan guards *Apply Update* against: over real HTTP against the sandbox.
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Ports } from '../../../client/src/core/ports/ports';
import { connectionIds } from '../../../client/src/sandbox/seeds/project';
import { startSandbox, type Sandbox } from '../../../client/src/sandbox/startSandbox';
import { fetchTransport } from '../../../client/src/transports/fetchTransport';
import type { LiveConnectionParams } from '../../../server/src/protocol/plan';
import { fakeClient, now, place, type FakeClientOptions } from '../../support/client/fakeClient';
import { hearing } from '../../support/client/fakeServer';
import { fakeConfirmation } from '../../support/client/fakeConfirmation';
import { fakeTime, type FakeTime } from '../../support/client/fakeTime';
import { sandboxPorts } from '../../support/client/sandboxPorts';
import { serviceServer } from '../../support/client/serviceServer';

let time: FakeTime;
let sandbox: Sandbox;
beforeEach(async () => {
  time = fakeTime(now);
  sandbox = await startSandbox({ settleMs: 0, clock: () => time.clock.now() });
});
afterEach(() => sandbox.close());

const document = (fields: string, id: string = connectionIds.policy): string =>
  `project_id: ${sandbox.projectId}\nvpn_connection_id: ${id}\nvpn_connection:\n${fields}`;

/** One window with one file. */
function openWindow(
  text: string,
  { ports, ...options }: Omit<FakeClientOptions, 'ports'> & { ports?: Partial<Ports> } = {},
) {
  const told: LiveConnectionParams[] = [];
  const buffer = serviceServer(text);
  const window = fakeClient({
    reading: 'sent',
    target: { kind: 'sandbox' },
    stored: { 'value:site-a': 'Correct-Horse/42' },
    ...options,
    ports: {
      ...buffer,
      server: hearing(buffer.server, 'vpnconn/liveConnection', (params) => told.push(params)),
      ...sandboxPorts(sandbox, time),
      ...ports,
    },
  });
  return { ...window, told, buffer };
}

const puts = () => sandbox.requests.filter(({ method }) => method === 'PUT');

/** Somebody else renames the connection, a second later. */
async function renameElsewhere(name: string): Promise<void> {
  time.move(1000);
  const other = openWindow(document(`  name: ${name}\n`));
  expect(await other.useCases.sendUpdate(place)).toMatchObject({ verdict: 'accepted' });
  time.move(1000);
}

describe('a preview', () => {
  test('shows each field before and after, with the effect of its change', async () => {
    const window = openWindow(
      document('  name: site-b\n  psk: !secret site-a\n  ikepolicy: {dh_group: group20}\n'),
    );
    expect(await window.useCases.previewChanges(place)).toEqual({ kind: 'done' });
    const [plan] = window.presenter.plans;
    expect(plan?.title).toBe('Plan: site-a');
    expect(plan?.sections).toMatchObject([
      {
        // The first field of the update, wherever the cursor was.
        source: { position: { line: 0 }, seen: { connectionId: connectionIds.policy } },
        name: 'site-a',
        target: { host: new URL(sandbox.endpoint).host, isProduction: false },
        comparedAt: '2026-11-23 15:31 UTC+01:00',
        summary: expect.stringMatching(/^3 fields change\. At the next/),
        fields: [
          { label: 'name', before: 'site-a', after: 'site-b' },
          { label: 'psk', kind: 'unreadable', after: '!secret site-a' },
          {
            label: 'ikepolicy.dh_group',
            when: 'at the next phase-1 negotiation, within 24 h, by 2026-11-24 15:31 UTC+01:00',
          },
        ],
        diff: { title: 'site-a: Live ↔ After Update' },
      },
    ]);
    const { before, after } = plan!.sections[0]!.diff;
    expect(before.text).not.toContain('psk');
    expect(after.text).toContain('  psk: !secret site-a\n');
    expect(after.text).toContain('    dh_group: group20\n');
    // The page is the result: nothing else is shown.
    expect(window.presenter.messages).toEqual([]);
    expect(sandbox.requests.map(({ method }) => method)).toEqual(['GET', 'GET']);
  });

  test('tells the checks what the connection and its gateway hold', async () => {
    const window = openWindow(document('  name: site-b\n'));
    await window.useCases.previewChanges(place);
    expect(window.told).toMatchObject([
      {
        projectId: sandbox.projectId,
        connectionId: connectionIds.policy,
        live: {
          vpn_connection: { style: expect.stringMatching(/policy/i), name: 'site-a' },
          vpn_gateway: { attachment_type: 'vpc' },
        },
      },
    ]);
  });

  test('of a file that the connection contradicts points at the place', async () => {
    const window = openWindow(`context: {style: bgp}\n${document('  name: site-b\n')}`);
    expect(await window.useCases.previewChanges(place)).toMatchObject({
      kind: 'refused',
      problem: { code: 'document-errors' },
    });
    expect(window.presenter.revealed).toMatchObject([{ range: { start: { line: 0 } } }]);
  });

  test('can be copied for a change ticket', async () => {
    const window = openWindow(document('  name: site-b\n'));
    await window.useCases.copyPlan(place);
    expect(window.state.clipboard).toContain('# Update of VPN connection site-a\n');
    expect(window.state.clipboard).toContain('| `name` | `site-a` | `site-b` |');
  });

  test('goes on without the gateway when that cannot be read', async () => {
    sandbox.misbehave({
      match: { method: 'GET', path: '/vpn-gateways/' },
      kind: 'status',
      status: 403,
    });
    const window = openWindow(document('  name: site-b\n'));
    expect(await window.useCases.previewChanges(place)).toEqual({ kind: 'done' });
    expect(window.told[0]?.live).not.toHaveProperty('vpn_gateway');
  });

  test('sends nothing from a workspace that is not trusted', async () => {
    const window = openWindow(document('  name: site-b\n'));
    window.state.trusted = false;
    expect(await window.useCases.previewChanges(place)).toMatchObject({
      problem: { code: 'untrusted' },
    });
    expect(sandbox.requests).toEqual([]);
  });
});

describe('an open plan', () => {
  const body = '  name: site-b\n';
  async function openPlan() {
    const window = openWindow(document(body));
    await window.useCases.previewChanges(place);
    const { source } = window.presenter.plans[0]!.sections[0]!;
    const follow = async () => {
      await window.useCases.followPlan(source);
      return window.presenter.planUpdates.at(-1);
    };
    return { ...window, follow };
  }

  test('is compared again with what was read, and reads nothing itself', async () => {
    const window = await openPlan();
    const { length } = sandbox.requests;
    time.move(60_000);
    window.buffer.type('  ikepolicy: {dh_group: group20}\n');
    expect(await window.follow()).toMatchObject({
      kind: 'compared',
      section: {
        source: { seen: { version: 2 } },
        comparedAt: '2026-11-23 15:31 UTC+01:00',
        fields: [
          { label: 'name' },
          {
            label: 'ikepolicy.dh_group',
            when: expect.stringContaining('by 2026-11-24 15:32 UTC+01:00'),
          },
        ],
      },
    });
    expect(sandbox.requests).toHaveLength(length);
  });

  test('says what is wrong with the document', async () => {
    const window = await openPlan();
    window.buffer.type('  ikepolicy: {dh_group: group99}\n');
    expect(await window.follow()).toMatchObject({
      kind: 'outdated',
      connectionId: connectionIds.policy,
      notice: expect.stringContaining('group'),
    });
    expect(window.presenter.messages).toEqual([]);
  });

  test('is out of date once an update was sent, until it is refreshed', async () => {
    const window = await openPlan();
    await window.useCases.sendUpdate(place);
    expect(window.presenter.planUpdates).toMatchObject([
      { kind: 'outdated', notice: expect.stringContaining('Refresh') },
    ]);
    expect(await window.follow()).toMatchObject({ kind: 'outdated' });
    time.move(1000);
    await window.useCases.previewChanges(place);
    expect(await window.follow()).toMatchObject({ kind: 'compared' });
  });

  test('is out of date when another target is selected', async () => {
    const window = await openPlan();
    window.state.target = { kind: 'regional', region: 'eu-west-101' };
    expect(await window.follow()).toMatchObject({
      kind: 'outdated',
      notice: expect.stringContaining('target'),
    });
  });

  test('is out of date when another connection is at its place', async () => {
    const window = await openPlan();
    const start = { line: 0, character: 0 };
    const all = { start, end: { line: 4, character: 0 } };
    await window.buffer.documents.edit(place.uri, 1, [
      { range: all, newText: document(body, connectionIds.bgp) },
    ]);
    expect(await window.follow()).toMatchObject({
      kind: 'outdated',
      notice: expect.stringContaining('no longer at its place'),
    });
  });
});

describe('somebody else changes the connection', () => {
  test('after the preview: the update stops and the three states are shown', async () => {
    const window = openWindow(document('  name: site-b\n'));
    await window.useCases.previewChanges(place);
    await renameElsewhere('theirs');
    expect(await window.useCases.sendUpdate(place)).toMatchObject({
      kind: 'refused',
      problem: { code: 'changed-in-cloud', actions: [{ kind: 'preview' }] },
    });
    expect(window.presenter.documents.at(-1)?.text).toContain(
      ['name', '  seen:        site-a', '  now:         theirs', '  this update: site-b'].join(
        '\n',
      ),
    );
    expect(puts()).toHaveLength(1);
    // Whoever has looked again may apply.
    await window.useCases.previewChanges(place);
    expect(await window.useCases.sendUpdate(place)).toMatchObject({ verdict: 'accepted' });
  });

  test('while the question is open: the update stops as well', async () => {
    const window = openWindow(document('  name: site-b\n'), {
      ports: {
        confirmation: {
          ask: async () => {
            await renameElsewhere('theirs');
            return 'confirmed';
          },
        },
      },
    });
    expect(await window.useCases.sendUpdate(place)).toMatchObject({
      kind: 'refused',
      problem: { code: 'changed-in-cloud' },
    });
    expect(puts()).toHaveLength(1);
  });

  test('and nobody looked before: what is there now is what is asked about', async () => {
    await renameElsewhere('theirs');
    const confirmation = fakeConfirmation();
    const window = openWindow(document('  name: site-b\n'), { ports: { confirmation } });
    expect(await window.useCases.sendUpdate(place)).toMatchObject({ verdict: 'accepted' });
    expect(confirmation.questions[0]?.detail).toContain('1 change: name: theirs → site-b');
  });

  test('is not said of the own update', async () => {
    const window = openWindow(document('  name: site-b\n'));
    await window.useCases.previewChanges(place);
    expect(await window.useCases.sendUpdate(place)).toMatchObject({ verdict: 'accepted' });
    time.move(1000);
    expect(await window.useCases.sendUpdate(place)).toMatchObject({
      problem: { code: 'nothing-changes' },
    });
  });
});

describe('only what changes', () => {
  const settings = { timeoutSeconds: 10, sendsOnlyChanges: true };

  test('is sent when the settings want that', async () => {
    const window = openWindow(
      document('  name: site-b\n  peer_subnets: [192.168.1.0/24]\n  psk: !secret site-a\n'),
      { settings },
    );
    expect(await window.useCases.sendUpdate(place)).toMatchObject({ verdict: 'accepted' });
    const [put] = puts();
    expect(Object.keys((put?.body as { vpn_connection: object }).vpn_connection)).toEqual([
      'name',
      'psk',
    ]);
  });

  test('and nothing is sent when nothing changes', async () => {
    const window = openWindow(document('  name: site-a\n'), { settings });
    expect(await window.useCases.sendUpdate(place)).toMatchObject({
      kind: 'refused',
      problem: { code: 'nothing-changes' },
    });
    expect(puts()).toEqual([]);
  });

  test('is not what happens by default', async () => {
    const window = openWindow(document('  name: site-b\n  peer_subnets: [192.168.1.0/24]\n'));
    expect(await window.useCases.sendUpdate(place)).toMatchObject({ verdict: 'accepted' });
    const [put] = puts();
    expect(Object.keys((put?.body as { vpn_connection: object }).vpn_connection)).toEqual([
      'name',
      'peer_subnets',
    ]);
  });
});

test('a key that is the only change on IKEv2 is warned about before it is sent', async () => {
  const confirmation = fakeConfirmation('declined');
  const window = openWindow(document('  name: site-a\n  psk: !secret site-a\n'), {
    ports: { confirmation },
  });
  await window.useCases.sendUpdate(place);
  expect(confirmation.questions[0]?.detail).toContain(
    'Warning: With IKEv2 a new key alone has no effect until the connection is re-established.',
  );
});

describe('pulling', () => {
  test('puts live values into the file, and what was seen guards the next update', async () => {
    const text = document(
      '  name: old # ours\n  psk: !secret site-a\n  peer_subnets:\n    - 10.9.0.0/16\n',
    );
    const window = openWindow(text);
    expect(await window.useCases.pullValues(place)).toEqual({ kind: 'done' });
    expect(window.buffer.text()).toBe(
      text.replace('old # ours', 'site-a # ours').replace('10.9.0.0/16', '192.168.1.0/24'),
    );
    expect(window.presenter.messages).toMatchObject([
      { severity: 'information', text: 'Updated 2 values: name, peer_subnets.' },
    ]);
    expect(puts()).toEqual([]);
    await renameElsewhere('theirs');
    expect(await window.useCases.sendUpdate(place)).toMatchObject({
      problem: { code: 'changed-in-cloud' },
    });
  });

  test('a file that says the same leaves it alone', async () => {
    const window = openWindow(document('  name: site-a\n'));
    await window.useCases.pullValues(place);
    expect(window.presenter.messages).toMatchObject([{ text: 'The file is already up to date.' }]);
    expect(window.buffer.text()).toBe(document('  name: site-a\n'));
  });

  test('works on a file that could not be sent', async () => {
    const window = openWindow(`context: {style: bgp}\n${document('  name: "a b"\n')}`);
    expect(await window.useCases.pullValues(place)).toEqual({ kind: 'done' });
    expect(window.buffer.text()).toBe(
      `context: {style: policy}\n${document('  name: "site-a"\n')}`,
    );
  });

  test('into a buffer that was changed meanwhile does nothing', async () => {
    const window = openWindow(document('  name: old\n'), {
      ports: {
        transport: {
          send: async (request, limits) => {
            window.buffer.type('# typed\n');
            return fetchTransport.send(request, limits);
          },
        },
      },
    });
    expect(await window.useCases.pullValues(place)).toMatchObject({
      problem: { code: 'changed-meanwhile' },
    });
    expect(window.buffer.text()).toContain('name: old');
  });

  test.each([
    ['untrusted', (window: ReturnType<typeof openWindow>) => (window.state.trusted = false)],
    ['no-target', (window: ReturnType<typeof openWindow>) => (window.state.target = 'none')],
  ])('is refused: %s', async (code, prepare) => {
    const window = openWindow(document('  name: old\n'));
    prepare(window);
    expect(await window.useCases.pullValues(place)).toMatchObject({ problem: { code } });
    expect(sandbox.requests).toEqual([]);
  });
});
