// What an update changes without naming it, and what the service stores in another form: a rollback
// brings all of it back, and takes none of it for a change by someone else.
import { afterEach, expect, test } from 'vitest';
import { demoCredentials } from '../../../client/src/sandbox/auth/demoCredentials';
import { connectionIds, startMachine, type Machine } from '../../support/client/machine';
import { minutes, seconds } from '../../support/client/virtualTime';
import { signedHeaders } from '../../support/sandboxSigner';

let machine: Machine;
afterEach(async () => {
  await machine.close();
  expect(machine.defects()).toEqual([]);
});

/** The connection as the service has it, without what every update changes. */
async function live(connection: string): Promise<object> {
  const { endpoint, projectId } = machine.sandbox;
  const url = `${endpoint}/v5/${projectId}/vpn-connection/${connection}`;
  const at = machine.time.trueTime();
  const headers = signedHeaders(demoCredentials.accessKey, { method: 'GET', url }, at);
  const answer = await fetch(url, { headers });
  expect(answer.status).toBe(200);
  const { vpn_connection: values } = (await answer.json()) as { vpn_connection: object };
  return { ...values, updated_at: '' };
}

const rules = (...destinations: string[]): string =>
  `  policy_rules:\n    - source: 10.0.0.0/24\n      destination: [${destinations.join(', ')}]\n`;

interface Case {
  readonly connection: string;
  /** Fields of an update from before. */
  readonly first?: string;
  readonly fields: string;
  readonly rollback: object;
}

const cases: Readonly<Record<string, Case>> = {
  'rules that the service had split, by one that it splits too': {
    connection: connectionIds.policy,
    first: rules('192.168.1.0/24', '192.168.2.0/24'),
    fields: rules('192.168.3.0/24', '192.168.4.0/24'),
    rollback: {
      policy_rules: [{ source: '10.0.0.0/24', destination: ['192.168.1.0/24', '192.168.2.0/24'] }],
    },
  },
  'IKEv1, which has a negotiation mode, by IKEv2, which has none': {
    connection: connectionIds.ikev1,
    first: '  ikepolicy:\n    phase1_negotiation_mode: aggressive\n',
    fields: '  ikepolicy:\n    ike_version: v2\n',
    rollback: { ikepolicy: { ike_version: 'v1', phase1_negotiation_mode: 'aggressive' } },
  },
  'IKEv2 by IKEv1, which gets a negotiation mode': {
    connection: connectionIds.policy,
    fields: '  ikepolicy:\n    ike_version: v1\n',
    rollback: { ikepolicy: { ike_version: 'v2' } },
  },
  'IKEv2 by IKEv1 with a mode of its own': {
    connection: connectionIds.policy,
    fields: '  ikepolicy:\n    ike_version: v1\n    phase1_negotiation_mode: aggressive\n',
    rollback: { ikepolicy: { ike_version: 'v2' } },
  },
};

test.each(Object.entries(cases))('%s', async (_what, each) => {
  const { connection, first, fields, rollback } = each;
  machine = await startMachine();
  if (first !== undefined) {
    const earlier = machine.open(first, { connection });
    await machine.time.during(earlier.useCases.sendUpdate(earlier.place));
    await machine.time.pass(minutes(2));
  }
  const window = machine.open(fields, { connection });
  await window.start();
  const before = await live(connection);
  const earlier = machine.puts().length;
  expect(await window.apply()).toMatchObject({ verdict: 'accepted' });
  await machine.time.pass(minutes(4));
  expect(window.texts().join('\n')).not.toMatch(/without being sent|wasn't sent|unrequested/i);
  await machine.time.pass(minutes(1) + seconds(30));
  expect(machine.bodies().slice(earlier + 1)).toEqual([{ vpn_connection: rollback }]);
  await machine.time.pass(minutes(1));
  expect(await live(connection)).toEqual(before);
  expect(window.texts().join('\n')).not.toContain('someone else');
  expect(machine.decisions()).toEqual([]);
});
