// Restoring previous values, over real HTTP against the sandbox: the file that restores is applied like
// any other.
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { connectionIds } from '../../../client/src/sandbox/seeds/project';
import { responseOf } from '../../../client/src/core/journal/journalEntry';
import { startSandbox, type Sandbox } from '../../../client/src/sandbox/startSandbox';
import type { Ports } from '../../../client/src/core/ports/ports';
import { fakeClient, now, place } from '../../support/client/fakeClient';
import { fakePrompts } from '../../support/client/fakePrompts';
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

const old = 'Old-Secret/41';
const fresh = 'New-Secret/42';
const update = (fields: string, id: string = connectionIds.policy): string =>
  `project_id: ${sandbox.projectId}\nvpn_connection_id: ${id}\nvpn_connection:\n${fields}`;

function open(document: string, ports: Partial<Ports> = {}) {
  const buffer = serviceServer(document);
  const given = fakeClient({
    reading: 'sent',
    target: { kind: 'sandbox' },
    stored: { 'value:old': old, 'value:fresh': fresh },
    ports: {
      ...buffer,
      ...sandboxPorts(sandbox, time),
      ...ports,
    },
  });
  return { ...given, opened: buffer.opened };
}

const changed = '  name: site-a-new\n  ikepolicy:\n    lifetime_seconds: 3600\n';

test('Copy Request ID copies the one of the response', async () => {
  const copied: string[] = [];
  const write = (text: string): Promise<void> => Promise.resolve(void copied.push(text));
  const window = open(update(changed), { clipboard: { write } });
  await window.useCases.sendUpdate(place);
  await window.background.settle();
  const [entry] = await window.useCases.journal();
  expect(await window.useCases.copyRequestId(entry!.id)).toEqual({ kind: 'done' });
  expect(copied).toEqual([responseOf(entry!)?.requestId]);
  expect(copied[0]).toMatch(/./);
  expect(await window.useCases.copyRequestId('gone')).toMatchObject({ kind: 'refused' });
});

describe('Restore Previous Values', () => {
  test('opens a file that brings the connection back', async () => {
    const window = open(update(changed));
    await window.useCases.sendUpdate(place);
    await window.background.settle();
    const [entry] = await window.useCases.journal();
    expect(await window.useCases.restorePrevious(entry!.id)).toEqual({ kind: 'done' });
    const [text] = window.opened;
    expect(text).toContain('name: site-a\n');
    expect(text).toContain('lifetime_seconds: 86400\n');
    const puts = sandbox.requests.filter(({ method }) => method === 'PUT').length;
    expect(puts).toBe(1);
    const back = open(text!);
    expect(await back.useCases.sendUpdate(place)).toMatchObject({ verdict: 'accepted' });
    await back.background.settle();
    const [restored] = await back.useCases.journal();
    expect(restored?.sent).toEqual({
      vpn_connection: { name: 'site-a', ikepolicy: { lifetime_seconds: 86400 } },
    });
  });

  test('asks where the old key is, which cannot be read back', async () => {
    const prompts = fakePrompts('old');
    const window = open(update('  name: site-a-new\n  psk: !secret fresh\n'), { prompts });
    await window.useCases.sendUpdate(place);
    const [entry] = await window.useCases.journal();
    await window.useCases.restorePrevious(entry!.id);
    expect(prompts.asked).toEqual(['The old psk cannot be read back. Where is it?']);
    expect(window.opened[0]).toContain('psk: !secret old\n');
    expect(window.opened[0]).not.toContain(old);
    await window.background.settle();
    const back = open(window.opened[0]!);
    expect(await back.useCases.sendUpdate(place)).toMatchObject({ verdict: 'accepted' });
    expect(sandbox.preSharedKeyIs(connectionIds.policy, old)).toBe(true);
  });

  test.each([
    ['Leave It As It Is', { kind: 'done' }, 1],
    [undefined, { kind: 'left' }, 0],
  ] as const)('answered with %j', async (reply, outcome, files) => {
    const window = open(update('  name: site-a-new\n  psk: !secret fresh\n'), {
      prompts: fakePrompts(reply),
    });
    await window.useCases.sendUpdate(place);
    const [entry] = await window.useCases.journal();
    expect(await window.useCases.restorePrevious(entry!.id)).toEqual(outcome);
    expect(window.opened).toHaveLength(files);
    expect(window.opened.join('')).not.toContain('psk');
  });

  test('says that there is nothing to restore', async () => {
    const window = open(update('  name: site-b\n'));
    await window.useCases.sendUpdate(place);
    await window.background.settle();
    const [entry] = await window.useCases.journal();
    const other = open(update('  name: site-a\n'));
    await other.useCases.sendUpdate(place);
    await other.background.settle();
    expect(await window.useCases.restorePrevious(entry!.id)).toMatchObject({
      problem: { code: 'nothing-to-restore' },
    });
  });
});

/** The file that restores the last update, and what is said about it. */
async function restore({ useCases, opened, presenter }: ReturnType<typeof open>) {
  const [entry] = await useCases.journal();
  await useCases.restorePrevious(entry!.id);
  return { text: opened.at(-1)!, message: presenter.messages.at(-1)! };
}

describe('what someone else has changed since', () => {
  test('is left and named', async () => {
    const window = open(update(changed));
    await window.useCases.sendUpdate(place);
    await window.background.settle();
    const other = open(update('  name: of-someone-else\n'));
    await other.useCases.sendUpdate(place);
    await other.background.settle();
    const { text, message } = await restore(window);
    expect(text).not.toContain('name: ');
    expect(text).toContain('lifetime_seconds: 86400\n');
    const caution = 'Changed since by someone else, so not in this file: name.';
    expect(text).toContain(`# ${caution}\n`);
    expect(message).toMatchObject({ severity: 'warning', text: expect.stringContaining(caution) });
  });

  test('is all there is', async () => {
    const window = open(update('  name: site-a-new\n'));
    await window.useCases.sendUpdate(place);
    await window.background.settle();
    const other = open(update('  name: of-someone-else\n'));
    await other.useCases.sendUpdate(place);
    await other.background.settle();
    const { text, message } = await restore(window);
    expect(text).toBeUndefined();
    expect(message.text).toContain('someone else has changed these fields since the update: name.');
  });

  test.each([
    ['cannot be read', () => sandbox.close()],
    ['is being updated', () => open(update(changed)).useCases.sendUpdate(place)],
  ])('is not known while the connection %s, which the file says', async (_what, hinder) => {
    const window = open(update('  name: site-a-new\n'));
    await window.useCases.sendUpdate(place);
    await window.background.settle();
    await hinder();
    const { text, message } = await restore(window);
    expect(text).toContain('  name: site-a\n');
    expect(text).toContain("# The connection can't be read now");
    expect(message.severity).toBe('warning');
  });
});

test('the negotiation mode that IKEv2 took away is no side effect, and comes back with IKEv1', async () => {
  const window = open(update('  ikepolicy:\n    ike_version: v2\n', connectionIds.down));
  await window.useCases.sendUpdate(place);
  await window.background.settle();
  expect(JSON.stringify(window.presenter.messages)).not.toContain('phase1_negotiation_mode');
  const { text } = await restore(window);
  expect(text).toContain('    ike_version: v1\n    phase1_negotiation_mode: aggressive\n');
  const back = open(text);
  expect(await back.useCases.sendUpdate(place)).toMatchObject({ verdict: 'accepted' });
  const [entry] = await window.useCases.journal();
  await back.background.settle();
  const [restored] = await back.useCases.journal();
  expect(restored?.sent).toEqual({
    vpn_connection: { ikepolicy: { ike_version: 'v1', phase1_negotiation_mode: 'aggressive' } },
  });
  await window.useCases.restorePrevious(entry!.id);
  expect(window.presenter.messages.at(-1)?.text).toContain('already has the values from before');
});

test('policy rules that the service split are restored as they were sent', async () => {
  const rules = (...destinations: string[]): string =>
    `  policy_rules:\n    - source: 10.0.0.0/24\n      destination: [${destinations.join(', ')}]\n`;
  const first = open(update(rules('192.168.1.0/24', '192.168.2.0/24')));
  await first.useCases.sendUpdate(place);
  await first.background.settle();
  const second = open(update(rules('192.168.3.0/24')));
  await second.useCases.sendUpdate(place);
  await second.background.settle();
  const { text } = await restore(second);
  expect(text).toContain(rules('192.168.1.0/24', '192.168.2.0/24'));
});

test('Revert Unrequested Changes opens a file with what changed and was not sent', async () => {
  const window = open(update('  name: site-a-new\n'));
  await window.useCases.sendUpdate(place);
  time.move(5000);
  await open(update('  ikepolicy:\n    dpd:\n      interval: 60\n')).useCases.sendUpdate(place);
  await window.background.settle();
  const action = window.presenter.messages.flatMap(({ actions }) => actions).at(-1);
  if (action?.kind !== 'put-back') throw new Error('no button');
  await window.useCases.putBack(action.entry, action.pointers);
  expect(window.opened[0]).toContain('  ikepolicy:\n    dpd:\n      interval: 30\n');
  expect(window.opened[0]).not.toContain('name: ');
});
