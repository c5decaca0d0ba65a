// Buttons and code lenses are from an earlier moment: what they mean is checked when they are used.
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { SeenPlace } from '../../../client/src/core/model/documentPlace';
import type { Action } from '../../../client/src/core/model/problem';
import { connectionIds } from '../../../client/src/sandbox/seeds/project';
import { startSandbox, type Sandbox } from '../../../client/src/sandbox/startSandbox';
import { fakeClient, now, place } from '../../support/client/fakeClient';
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

const update = (id: string): string =>
  `project_id: ${sandbox.projectId}\nvpn_connection_id: ${id}\nvpn_connection:\n  name: site-new\n`;

/** A window whose file updates one connection after another. */
function openWindow(...ids: readonly string[]) {
  const confirmation = fakeConfirmation('confirmed');
  const buffer = serviceServer(ids.map(update).join('---\n'));
  const window = fakeClient({
    reading: 'sent',
    target: { kind: 'sandbox' },
    ports: { ...buffer, ...sandboxPorts(sandbox, time), confirmation },
  });
  /** The place that a button of the last message names. */
  const button = (kind: 'apply-again' | 'preview'): SeenPlace => {
    const isWanted = (action: Action): action is Extract<Action, { readonly place: SeenPlace }> =>
      action.kind === kind;
    return window.presenter.messages.at(-1)!.actions.find(isWanted)!.place;
  };
  /** The place that the buttons of the plan name. */
  const planned = (): SeenPlace => window.presenter.plans.at(-1)!.sections[0]!.source;
  /** Somebody adds a document for another connection at the start of the file. */
  const insert = async (text: string): Promise<void> => {
    const start = { line: 0, character: 0 };
    const version = buffer.documents.currentVersion(place.uri)!;
    const edit = { range: { start, end: start }, newText: text };
    expect(await buffer.documents.edit(place.uri, version, [edit])).toBe(true);
  };
  return { ...window, ...buffer, confirmation, button, planned, insert };
}

const puts = () => sandbox.requests.filter(({ method }) => method === 'PUT');
const changed = { kind: 'refused', problem: { code: 'document-changed' } };

describe('the buttons of a plan', () => {
  test('apply what was previewed', async () => {
    const window = openWindow(connectionIds.policy);
    await window.useCases.previewChanges(place);
    expect(await window.useCases.sendUpdate(window.planned())).toMatchObject({
      verdict: 'accepted',
    });
  });

  test('apply no other connection that is in its place by now', async () => {
    const window = openWindow(connectionIds.policy);
    await window.useCases.previewChanges(place);
    const apply = window.planned();
    await window.insert(`${update(connectionIds.bgp)}---\n`);
    expect(await window.useCases.sendUpdate(apply)).toMatchObject(changed);
    expect(await window.useCases.copyPlan(apply)).toMatchObject(changed);
    expect(window.confirmation.questions).toEqual([]);
    expect(puts()).toEqual([]);
  });

  test('apply no later version, but show what that would change', async () => {
    const window = openWindow(connectionIds.policy);
    await window.useCases.previewChanges(place);
    const apply = window.planned();
    window.type('  tunnel_local_address: 169.254.70.2/30\n');
    expect(await window.useCases.sendUpdate(apply)).toMatchObject(changed);
    expect(window.presenter.messages.at(-1)?.text).toBe(
      'The document has changed since this button was shown. Run the command again from the document.',
    );
    expect(puts()).toEqual([]);
    expect(await window.useCases.copyPlan(apply)).toEqual({ kind: 'done' });
    expect(await window.useCases.showRequest(apply)).toEqual({ kind: 'done' });
  });
});

test('waiting and trying again sends nothing when the document was edited meanwhile', async () => {
  const window = openWindow(connectionIds.policy);
  sandbox.misbehave({
    ...{ kind: 'status', status: 429, code: 'VPN.0429', shape: 'vpn', change: 'not-applied' },
    match: { method: 'PUT' },
  });
  await window.useCases.sendUpdate(place);
  const again = window.button('apply-again');
  window.type('# later\n');
  const before = puts().length;
  expect(await window.useCases.applyAgain(again, 1_000)).toMatchObject(changed);
  expect(puts()).toHaveLength(before);
});

test('the preview that a moved connection asks for is of the same connection', async () => {
  const window = openWindow(connectionIds.policy, connectionIds.bgp);
  await window.useCases.previewChanges(place);
  time.move(1_000);
  const other = openWindow(connectionIds.policy);
  expect(await other.useCases.sendUpdate(place)).toMatchObject({ verdict: 'accepted' });
  time.move(1_000);
  expect(await window.useCases.sendUpdate(place)).toMatchObject({
    problem: { code: 'changed-in-cloud' },
  });
  const preview = window.button('preview');
  await window.insert('# a comment\n');
  expect(await window.useCases.previewChanges(preview)).toEqual({ kind: 'done' });
  await window.insert(`${update(connectionIds.bgp)}---\n`);
  expect(await window.useCases.previewChanges(preview)).toMatchObject(changed);
});

test('a code lens without a connection is refused once there is one', async () => {
  const window = openWindow(connectionIds.policy);
  const lens = { ...place, seen: { version: 1, connectionId: '' } };
  expect(await window.useCases.previewChanges(lens)).toMatchObject(changed);
});
