// User name and password over real HTTP: the embedded IAM gives the token, the embedded VPN API takes
// it, and neither password nor token appears anywhere.
import { clockAt } from '../../support/client/clockAt';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { demoCredentials } from '../../../client/src/sandbox/auth/demoCredentials';
import { connectionIds } from '../../../client/src/sandbox/seeds/project';
import { startSandbox, type Sandbox } from '../../../client/src/sandbox/startSandbox';
import { parseTargetDefinitions } from '../../../client/src/core/targets/targetDefinition';
import { fetchTransport } from '../../../client/src/transports/fetchTransport';
import { fakeClient, place } from '../../support/client/fakeClient';
import { fakePrompts } from '../../support/client/fakePrompts';
import { httpServer, type LoopbackServer } from '../../support/client/loopbackServer';
import { serviceServer } from '../../support/client/serviceServer';

let sandbox: Sandbox;
const open: LoopbackServer[] = [];
const { name: user, password, domain } = demoCredentials.user;

beforeAll(async () => {
  sandbox = await startSandbox({ settleMs: 0 });
});
afterEach(async () => {
  sandbox.reset();
  await Promise.all(open.splice(0).map((server) => server.close()));
});
afterAll(() => sandbox.close());

/** A client whose target is an entry of the settings that leads to the sandbox. */
function client(given: { readonly password?: string; readonly iamEndpoint?: string } = {}) {
  const entry = {
    name: 'lab',
    endpoint: sandbox.endpoint,
    iamEndpoint: given.iamEndpoint ?? sandbox.endpoint,
    production: true,
  };
  const targets = parseTargetDefinitions([entry]);
  const { target } = targets.definitions[0]!;
  const document = [
    `project_id: ${sandbox.projectId}`,
    `vpn_connection_id: ${connectionIds.policy}`,
    'vpn_connection: { name: site-a-new }',
  ].join('\n');
  const stored = { kind: 'password', user, password: given.password ?? password, domain };
  const key = `credentials:named:${JSON.stringify(['lab', target.endpoint, target.iamEndpoint])}`;
  return fakeClient({
    reading: 'sent',
    target,
    settings: { targets, timeoutSeconds: 10 },
    stored: { [key]: JSON.stringify(stored) },
    ports: {
      ...serviceServer(document),
      transport: fetchTransport,
      clock: clockAt(() => Date.now()),
      prompts: fakePrompts('site-a', 'site-a', 'site-a-new'),
    },
  });
}

const requests = () =>
  sandbox.requests.map(({ method, authenticated }) => `${method} ${authenticated}`);

describe('an IAM user of a production target', () => {
  test('reads the name and applies with one token', async () => {
    const given = client();
    const outcome = await given.useCases.sendUpdate(place);
    expect(outcome).toMatchObject({ status: 200, verdict: 'accepted' });
    expect(requests()).toEqual([
      'POST password',
      'GET token',
      'GET token',
      'GET token',
      'PUT token',
    ]);
    const visible = JSON.stringify([given.presenter, given.log.lines, sandbox.requests]);
    expect(visible).not.toContain(password);
    expect(visible).not.toContain('sandbox-issued-');
  });

  test('gets a new token for a question, when the old one has been ended', async () => {
    const given = client();
    await given.useCases.sendUpdate(place);
    sandbox.expireTokens();
    const again = await given.useCases.sendUpdate(place);
    expect(requests().slice(5, 8)).toEqual(['GET refused', 'POST password', 'GET token']);
    expect(again).toMatchObject({ problem: { code: 'nothing-changes' } });
  });

  test('with a wrong password is told so, and nothing is sent to the VPN service', async () => {
    const given = client({ password: 'wrong-Password-1' });
    const outcome = await given.useCases.sendUpdate(place);
    expect(outcome).toMatchObject({ kind: 'refused', problem: { code: 'iam-refused' } });
    expect(requests()).toEqual(['POST refused']);
    expect(JSON.stringify([given.presenter, given.log.lines])).not.toContain('wrong-Password-1');
  });
});

test('a redirect of IAM is not followed with the password', async () => {
  const seen: string[] = [];
  const elsewhere = await httpServer((request, response) => {
    seen.push(request.url ?? '');
    response.end();
  });
  const iam = await httpServer((_request, response) => {
    response.writeHead(307, { location: `${elsewhere.origin}/v3/auth/tokens` }).end();
  });
  open.push(elsewhere, iam);
  const given = client({ iamEndpoint: iam.origin });
  expect(await given.useCases.sendUpdate(place)).toMatchObject({
    kind: 'refused',
    problem: { code: 'iam-answer' },
  });
  expect(seen).toEqual([]);
  expect(sandbox.requests).toEqual([]);
});
