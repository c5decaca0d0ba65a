// Several updates at once, over real HTTP against the sandbox: what is sent, in which order, and what
// stops it.
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { demoCredentials } from '../../../client/src/sandbox/auth/demoCredentials';
import { connectionIds } from '../../../client/src/sandbox/seeds/project';
import { startSandbox, type Sandbox } from '../../../client/src/sandbox/startSandbox';
import { fetchTransport } from '../../../client/src/transports/fetchTransport';
import type { Ports } from '../../../client/src/core/ports/ports';
import { parseTargetDefinitions } from '../../../client/src/core/targets/targetDefinition';
import { cancelSource } from '../../support/client/cancelSource';
import { fakeClient, now, place } from '../../support/client/fakeClient';
import { fakeConfirmation } from '../../support/client/fakeConfirmation';
import { fakePrompts } from '../../support/client/fakePrompts';
import { fakeTime, type FakeTime } from '../../support/client/fakeTime';
import { sandboxPorts } from '../../support/client/sandboxPorts';
import { serviceServer } from '../../support/client/serviceServer';

const { uri } = place;
let time: FakeTime;
let sandbox: Sandbox;
beforeEach(async () => {
  time = fakeTime(now);
  sandbox = await startSandbox({ settleMs: 4000, clock: () => time.clock.now() });
});
afterEach(() => sandbox.close());

const { policy, staticRouting: fixed } = connectionIds;
const update = (id: string, fields: string): string =>
  `project_id: ${sandbox.projectId}\nvpn_connection_id: ${id}\nvpn_connection:\n${fields}`;
const two = () => `${update(policy, '  name: a-new\n')}---\n${update(fixed, '  name: b-new\n')}`;

/** A window of the editor on one file. */
function open(text: string, ports: Partial<Ports> = {}) {
  const buffer = serviceServer(text);
  const given = fakeClient({
    reading: 'sent',
    target: { kind: 'sandbox' },
    ports: {
      ...buffer,
      ...sandboxPorts(sandbox, time),
      ...ports,
    },
  });
  return { ...given, buffer };
}

const puts = () => sandbox.requests.filter(({ method }) => method === 'PUT');
const states = (outcome: Awaited<ReturnType<ReturnType<typeof open>['useCases']['applyBatch']>>) =>
  outcome.kind === 'ended' ? outcome.results.map(({ state }) => state) : outcome;

describe('a batch', () => {
  test('is one question, one update after the other, one summary', async () => {
    const confirmation = fakeConfirmation();
    const window = open(two(), { confirmation });
    expect(states(await window.useCases.applyBatch([uri]))).toEqual(['applied', 'applied']);
    expect(confirmation.questions).toHaveLength(1);
    expect(confirmation.questions[0]?.title).toMatch(/^Apply 2 updates to 127\.0\.0\.1:/);
    expect(confirmation.questions[0]?.detail).toMatch(/^site-a: name; .+\nsite-b: name; /);
    expect(puts().map(({ path }) => path.split('/').at(-1))).toEqual([policy, fixed]);
    const [first, second] = puts();
    // The second waits until the first has settled.
    const apart = Date.parse(second!.receivedAt) - Date.parse(first!.receivedAt);
    expect(apart).toBeGreaterThanOrEqual(4000);
    const summary = window.presenter.documents.at(-1)?.text;
    expect(summary).toMatch(/^2 applied, 0 failed, 0 skipped\.\n/);
    expect(summary).toMatch(
      /applied {3}site-a \(98c5af8a-\S+\): Status: ACTIVE \(request ID \S+\)\n/,
    );
    expect(await window.useCases.journal()).toHaveLength(2);
  });

  test('shows all plans first when that is wanted, and sends nothing', async () => {
    const window = open(two(), { confirmation: fakeConfirmation('review') });
    expect(await window.useCases.applyBatch([uri])).toEqual({ kind: 'declined' });
    const text = window.presenter.documents.at(-1)?.text;
    expect(text).toContain('a-new');
    expect(text).toContain('b-new');
    expect(puts()).toEqual([]);
  });

  test('stops at the first that is refused', async () => {
    sandbox.misbehave({ kind: 'status', status: 400, times: 1, match: { method: 'PUT' } });
    const window = open(two());
    expect(states(await window.useCases.applyBatch([uri]))).toEqual(['failed', 'not-sent']);
    expect(puts()).toHaveLength(1);
    expect(window.presenter.documents.at(-1)?.text).toMatch(
      /skipped {3}site-b .*The update of site-a wasn't applied\./,
    );
  });

  test('stops when a tunnel that was connected does not come up', async () => {
    let isDown = false;
    const transport: Ports['transport'] = {
      send: async (request, limits) => {
        const result = await fetchTransport.send(request, limits);
        if (request.method === 'PUT' && !isDown) {
          isDown = true;
          sandbox.settleAs(policy, 'DOWN');
        }
        return result;
      },
    };
    const outcome = await open(two(), { transport }).useCases.applyBatch([uri]);
    expect(states(outcome)).toEqual(['applied', 'not-sent']);
    expect(puts()).toHaveLength(1);
  });

  test('stops before the next when it is cancelled, and goes on watching the one that was sent', async () => {
    const source = cancelSource();
    const transport: Ports['transport'] = {
      send: async (request, limits) => {
        const result = await fetchTransport.send(request, limits);
        if (request.method === 'PUT') source.cancel();
        return result;
      },
    };
    const progress: Ports['progress'] = {
      run: (title, task) =>
        task(title.startsWith('Applying 2') ? source.signal : cancelSource().signal),
    };
    const window = open(two(), { transport, progress });
    expect(states(await window.useCases.applyBatch([uri]))).toEqual(['applied', 'not-sent']);
    expect(puts()).toHaveLength(1);
    expect(window.background.started).toHaveLength(1);
  });

  test('stops when the file is changed meanwhile', async () => {
    const holder: { type?: () => void } = {};
    const transport: Ports['transport'] = {
      send: async (request, limits) => {
        const result = await fetchTransport.send(request, limits);
        if (request.method === 'PUT') holder.type?.();
        return result;
      },
    };
    const window = open(two(), { transport });
    holder.type = () => window.buffer.type('# note\n');
    expect(states(await window.useCases.applyBatch([uri]))).toEqual(['applied', 'not-sent']);
  });

  test('leaves documents without an update out', async () => {
    const window = open(`# nothing here\n---\n${update(policy, '  name: a-new\n')}`);
    expect(states(await window.useCases.applyBatch([uri]))).toEqual(['applied']);
  });
});

describe('nothing of a batch is sent', () => {
  test.each([
    ['an error in the second document', '  nonsense: 1\n', fixed, 'document-errors'],
    ['two updates of one connection', '  name: b-new\n', policy, 'connection-twice'],
    ['a secret that is not stored', '  psk: !secret lost\n', fixed, 'secret-missing'],
  ])('because of %s', async (_why, fields, id, code) => {
    const confirmation = fakeConfirmation();
    const text = `${update(policy, '  name: a-new\n')}---\n${update(id, fields)}`;
    const window = open(text, { confirmation });
    const outcome = await window.useCases.applyBatch([uri]);
    expect(outcome).toMatchObject({ kind: 'refused', problem: { code } });
    expect(window.presenter.messages.at(-1)?.text).toMatch(/^site-a\.vpnconn\.yaml, line \d+: /);
    expect(confirmation.questions).toEqual([]);
    expect(puts()).toEqual([]);
  });

  test('when the question is declined', async () => {
    const window = open(two(), { confirmation: fakeConfirmation('declined') });
    expect(await window.useCases.applyBatch([uri])).toEqual({ kind: 'declined' });
    expect(puts()).toEqual([]);
  });

  test('from a workspace that is not trusted', async () => {
    const window = open(two(), { trust: { isTrusted: () => false } });
    expect(await window.useCases.applyBatch([uri])).toMatchObject({
      problem: { code: 'untrusted' },
    });
  });

  test.each([
    [undefined, 0],
    ['prod', 2],
  ])('of production before its name is typed: %j', async (typed, count) => {
    const targets = parseTargetDefinitions([
      { name: 'prod', endpoint: sandbox.endpoint, production: true },
    ]);
    const { accessKey, secretKey } = demoCredentials.accessKey;
    const window = open(two(), {
      prompts: fakePrompts(typed),
      settings: { read: () => ({ timeoutSeconds: 30, targets }) },
      environment: {
        get: (name) => ({ HUAWEICLOUD_SDK_AK: accessKey, HUAWEICLOUD_SDK_SK: secretKey })[name],
      },
    });
    await window.ports.targets.select(targets.definitions[0]!.target);
    await window.useCases.applyBatch([uri]);
    expect(puts()).toHaveLength(count);
  });
});
