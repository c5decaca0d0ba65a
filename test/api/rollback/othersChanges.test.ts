// A rollback restores only fields that still have the value that was sent; what others changed is left
// and named.
import { afterEach, beforeEach, expect, test } from 'vitest';
import { changed, previousValues, sentValues, startMachine } from '../../support/client/machine';
import { connectionIds, type Machine, type MachineWindow } from '../../support/client/machine';
import { demoCredentials } from '../../../client/src/sandbox/auth/demoCredentials';
import { minutes } from '../../support/client/virtualTime';

let machine: Machine;
let window: MachineWindow;
beforeEach(async () => {
  machine = await startMachine();
  window = machine.open(changed);
  await window.apply();
  await machine.time.pass(minutes(1));
});
afterEach(async () => {
  await machine.close();
  expect(machine.defects()).toEqual([]);
});

/** Another administrator, who uses the console. */
async function change(fields: object): Promise<void> {
  const { sandbox } = machine;
  const path = `/v5/${sandbox.projectId}/vpn-connection/${connectionIds.policy}`;
  const response = await fetch(`${sandbox.endpoint}${path}`, {
    method: 'PUT',
    headers: { 'content-type': 'application/json', 'x-auth-token': demoCredentials.token.token },
    body: JSON.stringify({ vpn_connection: fields }),
  });
  expect(response.status).toBe(200);
  await machine.time.pass(minutes(1));
}

test('a field that someone else changed is left as it is, and named', async () => {
  await change({ name: 'site-a-fixed' });
  await machine.time.pass(minutes(5));
  expect(machine.bodies()).toEqual([
    sentValues,
    { vpn_connection: { ikepolicy: { lifetime_seconds: 86400 } } },
  ]);
  expect(window.texts()).toContain(
    "site-a was rolled back because the update wasn't kept in time. Changed by someone else since, and left as they are: name.",
  );
});

test('a field that was not part of the update stays as someone else has set it', async () => {
  await change({ ikepolicy: { dh_group: 'group21' } });
  await machine.time.pass(minutes(5));
  expect(machine.bodies()).toEqual([sentValues, previousValues]);
});

test('nothing is sent when someone else changed every field', async () => {
  await change({ name: 'site-a-fixed', ikepolicy: { lifetime_seconds: 7200 } });
  await machine.time.pass(minutes(5));
  expect(machine.bodies()).toEqual([sentValues]);
  expect(window.texts().join()).toContain(
    'Changed by someone else since, and left as they are: name, ikepolicy.lifetime_seconds.',
  );
  expect(machine.decisions()).toEqual([]);
});

test('nothing is sent when someone else has restored the values already', async () => {
  await change(previousValues.vpn_connection);
  await machine.time.pass(minutes(5));
  expect(machine.bodies()).toEqual([sentValues]);
  expect(window.texts()).toContain('site-a already has its previous values, so nothing was sent.');
});
