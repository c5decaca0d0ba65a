// Records are files, and files can be edited. Nothing goes to an address that the settings don't give, and
// a setting that was corrected isn't bypassed.
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { httpServer, type LoopbackServer } from '../../support/client/loopbackServer';
import {
  changed,
  previousValues,
  sentValues,
  startMachine,
  targetsAt,
} from '../../support/client/machine';
import type { Machine, MachineWindow } from '../../support/client/machine';
import { hours, minutes, seconds } from '../../support/client/virtualTime';

let machine: Machine;
let evil: LoopbackServer;
let heard: string[] = [];
beforeEach(async () => {
  heard = [];
  evil = await httpServer((request, response) => {
    heard.push(`${request.method} ${request.url}`);
    response.writeHead(200, { 'content-type': 'application/json' });
    response.end('{"vpn_connection":{}}');
  });
});
afterEach(async () => {
  await machine.close();
  await evil.close();
  expect(machine.defects()).toEqual([]);
});

/** Changes every record of these folders. */
function forge(change: (record: string) => string, folders = /^(?:rollbacks|journal)/): void {
  for (const [key, text] of machine.texts) {
    if (folders.test(key)) machine.texts.set(key, change(text));
  }
}

/** Written into the name of an IAM service, it would make another host of it. */
const region = () => ({ kind: 'regional', region: `${evil.origin.slice('http://'.length)}/` });

/** Credentials that are used for every target, as those of the environment are. */
const environment = {
  get: (name: string) =>
    ({ OS_USERNAME: 'me', OS_PASSWORD: 'Password-1', OS_USER_DOMAIN_NAME: 'd' })[name] ??
    { HUAWEICLOUD_SDK_AK: 'AK'.repeat(10), HUAWEICLOUD_SDK_SK: 'SK'.repeat(20) }[name],
};

/** An update whose window ended, and an hour of the next one after the records were changed. */
async function hourAfter(change: (record: string) => string): Promise<MachineWindow> {
  const first = machine.open(changed);
  await first.apply();
  first.crash();
  forge(change);
  const next = machine.open(changed, { ports: { environment } });
  await next.start();
  await machine.time.pass(hours(1));
  expect(heard).toEqual([]);
  expect(machine.bodies()).toEqual([sentValues]);
  return next;
}

describe.each(['access-key', 'password'] as const)('with a login by %s', (login) => {
  beforeEach(async () => {
    machine = await startMachine({ login });
  });

  const forgeries: readonly (readonly [string, (record: string) => string])[] = [
    ['the address', (text) => text.replace(/"url":( ?)"[^"]*(\/v5[^"]*)/g, `"url":$1"EVIL$2`)],
    ['the address and the target', (text) => text.replaceAll(machine.cloud.origin, 'EVIL')],
    [
      'the address, and IAM alone',
      (text) => text.replace(/"iamEndpoint":( ?)"[^"]*"/g, '"iamEndpoint":$1"EVIL"'),
    ],
    [
      'the address and the kind of the target',
      (text) =>
        text
          .replaceAll(machine.cloud.origin, 'EVIL')
          .replace(/"kind":( ?)"named"/g, '"kind":$1"endpoint"'),
    ],
    [
      'the target, into a region that is an address',
      (text) => text.replace(/"target":( ?)\{[^}]*\}/g, `"target":$1${JSON.stringify(region())}`),
    ],
  ];

  test.each(forgeries)('nothing is sent after %s was changed in the records', async (_, change) => {
    const window = await hourAfter((text) => change(text).replaceAll('EVIL', evil.origin));
    expect(machine.decisions()).toEqual(['waiting']);
    const [message] = window.texts().filter((text) => text.startsWith("Couldn't roll back site-a"));
    expect(message).toMatch(/address|settings/);
  });
});

test('the old secret that a forged record names is sent to no other address', async () => {
  machine = await startMachine();
  const first = machine.open('  psk: !secret fresh\n', { replies: ['5', 'old'] });
  await first.apply();
  first.crash();
  forge((text) => text.replaceAll(machine.cloud.origin, evil.origin));
  await machine.open(changed, { ports: { environment } }).start();
  await machine.time.pass(hours(1));
  expect(heard).toEqual([]);
  expect(machine.puts()).toHaveLength(1);
});

test('a wrong endpoint that was corrected in the settings is not used again', async () => {
  machine = await startMachine();
  const window = machine.open(changed);
  await window.apply();
  await machine.time.pass(seconds(30));
  const asked = machine.cloud.requests.length;
  const { settings } = machine;
  machine.settings = { ...settings, targets: targetsAt(evil.origin) };
  await machine.time.pass(hours(1));
  expect(machine.cloud.requests).toHaveLength(asked);
  expect(heard).toEqual([]);
  expect(machine.decisions()).toEqual(['waiting']);
  expect(window.texts().join()).toContain('The rollback then continues automatically.');
  machine.settings = settings;
  await machine.time.pass(seconds(20));
  expect(machine.bodies()).toEqual([sentValues, previousValues]);
});

test('a login in use is not sent to an IAM service that was corrected', async () => {
  machine = await startMachine({ login: 'password' });
  await machine.open(changed).apply();
  const asked = machine.cloud.requests.length;
  const { origin } = machine.cloud;
  machine.settings = { ...machine.settings, targets: targetsAt(origin, evil.origin) };
  await machine.time.pass(hours(1));
  expect(machine.cloud.requests).toHaveLength(asked);
  expect(heard).toEqual([]);
});

test('a target that was removed from the settings is not used again, and the update can be kept', async () => {
  machine = await startMachine();
  const window = machine.open(changed);
  await window.apply();
  await machine.time.pass(seconds(30));
  const asked = machine.cloud.requests.length;
  machine.settings = { timeoutSeconds: 30 };
  await machine.time.pass(hours(1));
  expect(machine.cloud.requests).toHaveLength(asked);
  expect(await window.useCases.keepUpdate()).toEqual({ kind: 'done' });
  await machine.time.pass(minutes(1));
  expect(machine.decisions()).toEqual([]);
});

test('monitoring sends nothing to a forged address, and says so', async () => {
  machine = await startMachine();
  const first = machine.open(changed);
  await machine.time.during(first.useCases.sendUpdate(first.place));
  first.crash();
  forge((text) => text.replaceAll(machine.cloud.origin, evil.origin));
  const next = machine.open(changed, { ports: { environment } });
  await next.start();
  await machine.time.pass(minutes(20));
  expect(heard).toEqual([]);
  expect(next.texts().join()).toMatch(/address|settings/);
});

test('an interrupted update is not read back from a forged address', async () => {
  machine = await startMachine();
  const first = machine.open(changed, {
    called: (call, request) => {
      if (call === 'transport.send' && (request as { method: string }).method === 'PUT') {
        first.crash();
      }
    },
  });
  void first.useCases.sendUpdate(first.place);
  await machine.time.until('the crash', () => first.isGone);
  forge((text) => text.replaceAll(machine.cloud.origin, evil.origin));
  const next = machine.open(changed, { ports: { environment } });
  await next.start();
  await machine.time.pass(minutes(20));
  expect(heard).toEqual([]);
});
