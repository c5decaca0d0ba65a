// Records are files that anything on the machine can write. They can't choose where credentials go: the
// address comes from the settings at the time of use, and a record that disagrees is shown and waits.
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Target } from '../../../client/src/core/model/target';
import {
  changed,
  previousValues,
  sentValues,
  startMachine,
  targetsAt,
  type Machine,
  type MachineWindow,
} from '../../support/client/machine';
import { httpServer, type LoopbackServer } from '../../support/client/loopbackServer';
import { minutes, seconds } from '../../support/client/virtualTime';

let machine: Machine;
let elsewhere: LoopbackServer;
const heard: string[] = [];
beforeEach(async () => {
  heard.length = 0;
  elsewhere = await httpServer((request, response) => {
    heard.push(`${request.method} ${request.url}`);
    response.writeHead(201, { 'x-subject-token': 'token-1' }).end('{}');
  });
});
afterEach(async () => {
  await machine.close();
  await elsewhere.close();
  expect(heard).toEqual([]);
  expect(machine.defects()).toEqual([]);
});

interface Edit {
  readonly url?: string;
  readonly target?: Target;
  readonly stage?: unknown;
}

/** Writes into all records: the journal, and the pending rollback. */
function edit({ url, target, stage }: Edit): void {
  const records = [...machine.texts].filter(([, text]) => text.startsWith('{'));
  for (const [name, text] of records) {
    const record = JSON.parse(text) as {
      connection?: { url: string; target: Target };
      stage?: unknown;
    };
    const { connection } = record;
    if (connection !== undefined) {
      connection.url =
        url === undefined ? connection.url : connection.url.replace(machine.cloud.origin, url);
      connection.target = target ?? connection.target;
      if (stage !== undefined && record.stage !== undefined) record.stage = stage;
      machine.texts.set(name, JSON.stringify(record));
    }
  }
}

/** A machine on which an update waits to be kept, and a window that starts after the records changed. */
async function restarted(
  login: 'access-key' | 'password',
  change: () => void,
): Promise<MachineWindow> {
  machine = await startMachine({ login });
  const first = machine.open(changed);
  await first.apply();
  first.crash();
  change();
  const next = machine.open(changed, { ports: { environment: { get: environment } } });
  await next.start();
  return next;
}

/** Credentials that any target could use. */
function environment(name: string): string | undefined {
  return name === 'OS_AUTH_TOKEN' ? 'Environment-Token' : undefined;
}

const targetAt = (endpoint: string, name = 'lab'): Target => ({
  ...{ kind: 'named', name, endpoint, iamEndpoint: endpoint },
});

const edits: readonly (readonly [what: string, edit: () => Edit])[] = [
  ['the address of another host', () => ({ url: elsewhere.origin })],
  [
    'addresses that the settings had before they were corrected',
    () => ({ url: elsewhere.origin, target: targetAt(elsewhere.origin) }),
  ],
  [
    'a target that the settings do not contain',
    () => ({ url: elsewhere.origin, target: targetAt(elsewhere.origin, 'new') }),
  ],
  [
    'an endpoint that the settings do not contain',
    () => ({
      url: elsewhere.origin,
      target: { kind: 'endpoint', endpoint: elsewhere.origin },
    }),
  ],
  [
    'a region that is an address',
    () => ({
      url: elsewhere.origin,
      target: { kind: 'regional', region: `${elsewhere.origin.slice(7)}/` },
    }),
  ],
];

describe.each(['access-key', 'password'] as const)('with a stored %s', (login) => {
  test.each(edits)('a record with %s sends nothing anywhere, and waits', async (_what, change) => {
    const window = await restarted(login, () => edit(change()));
    const before = machine.cloud.requests.length;
    await machine.time.pass(minutes(30));
    expect(machine.cloud.requests.slice(before)).toEqual([]);
    expect(window.texts().join('\n')).toMatch(
      /doesn't belong to the target|no longer contain the target/,
    );
    expect(machine.decisions()).not.toEqual([]);
  });

  test('an update that was being sent is not read back elsewhere', async () => {
    await restarted(login, () => {
      const stage = { kind: 'sending' };
      edit({ url: elsewhere.origin, target: targetAt(elsewhere.origin), stage });
    });
    await machine.time.pass(minutes(30));
  });
});

test('a rollback continues when the target is in the settings again', async () => {
  machine = await startMachine();
  const { settings } = machine;
  const window = machine.open(changed);
  await window.apply();
  machine.settings = { timeoutSeconds: 30 };
  await machine.time.pass(minutes(20));
  expect(machine.bodies()).toEqual([sentValues]);
  expect(window.reports.at(-1)).toBe('waiting for you');
  expect(window.texts().join('\n')).toContain('no longer contain the target "lab"');
  machine.settings = settings;
  await machine.time.pass(seconds(15));
  expect(machine.bodies()).toEqual([sentValues, previousValues]);
});

test('credentials in use are not sent to an address that was corrected meanwhile', async () => {
  machine = await startMachine({ login: 'password' });
  const window = machine.open(changed);
  await window.apply();
  const before = machine.cloud.requests.length;
  // Monitoring goes on with the login of the update, which names the old IAM service.
  machine.settings = { ...machine.settings, targets: targetsAt('https://vpn.new.example') };
  await machine.time.pass(minutes(10));
  expect(machine.cloud.requests.slice(before)).toEqual([]);
});
