// Credentials go to the target that the user has chosen and to nobody else, whatever a file, a workspace
// or the cloud itself would like.
import { afterEach, describe, expect, test } from 'vitest';
import type { Target } from '../../../client/src/core/model/target';
import { parseTargetDefinitions } from '../../../client/src/core/targets/targetDefinition';
import { fetchTransport } from '../../../client/src/transports/fetchTransport';
import { connectionId, projectId } from '../../support/client/exampleUpdate';
import { fakeClient, place, type FakeClientOptions } from '../../support/client/fakeClient';
import { fakePrompts } from '../../support/client/fakePrompts';
import { fakeTransport } from '../../support/client/fakeTransport';
import { httpServer, type LoopbackServer } from '../../support/client/loopbackServer';
import { serviceServer } from '../../support/client/serviceServer';

const open: LoopbackServer[] = [];
afterEach(async () => {
  await Promise.all(open.splice(0).map((server) => server.close()));
});

function text(head = ''): string {
  return `${head}project_id: ${projectId}\nvpn_connection_id: ${connectionId}\nvpn_connection:\n  name: a\n`;
}

/** A signed-in client; a transport that is used fails the test. */
function client(document: string, options: FakeClientOptions = {}) {
  const transport = fakeTransport();
  // Nothing is typed where something is asked.
  const prompts = fakePrompts(undefined);
  const ports = { ...serviceServer(document), transport, prompts, ...options.ports };
  return { ...fakeClient({ reading: 'sent', ...options, ports }), transport };
}

type Client = ReturnType<typeof client>;

/** Everything that asks the cloud. */
async function askEverything({ useCases }: Client): Promise<readonly string[]> {
  const outcomes = [
    await useCases.sendUpdate(place),
    await useCases.previewChanges(place),
    await useCases.copyPlan(place),
    await useCases.checkConnection(place),
  ];
  return outcomes.map((outcome) => (outcome.kind === 'refused' ? outcome.problem.code : 'done'));
}

test('a workspace that is not trusted gets nothing sent', async () => {
  const given = client(text());
  given.state.trusted = false;
  expect(new Set(await askEverything(given))).toEqual(new Set(['untrusted']));
  expect(given.transport.sent).toEqual([]);
});

describe('a file with a foreign region', () => {
  const targets = parseTargetDefinitions([
    { name: 'production', region: 'eu-west-101' },
    { name: 'own', endpoint: 'https://vpn.own.example' },
  ]);
  const [production, own] = targets.definitions.map(({ target }) => target);
  const endpoint: Target = { kind: 'endpoint', endpoint: 'https://vpn.own.example' };

  test.each([
    ['production', production!, 'la-south-2'],
    ['an own address', own!, 'eu-west-101'],
    ['the endpoint of the settings', endpoint, 'eu-west-101'],
  ])('does not take the credentials of %s there', async (_what, target, region) => {
    const settings = { targets, endpoint: endpoint.endpoint };
    const given = client(text(`region: ${region}\n`), { target, settings });
    expect((await askEverything(given))[0]).toBe('region-mismatch');
    expect(given.transport.sent).toEqual([]);
  });

  test.each([
    'evil.example',
    'eu-west-101.evil.example',
    'x@evil.example',
    '../evil',
    'a/b',
    'évil',
  ])('does not make an address of %s', async (region) => {
    const given = client(text(`region: "${region}"\n`));
    expect((await askEverything(given))[0]).not.toBe('done');
    expect(given.transport.sent).toEqual([]);
  });
});

describe('a lookalike', () => {
  test.each([
    'https://vpn.eu-west-101.myhuaweicloud.com.evil.example',
    'https://vpn.eu-west-101-myhuaweicloud.com',
    'https://vpn.eu-west-101.myhuaweic1oud.com',
    'https://evil.example',
  ])('of the signed-in region gets no credentials: %s', async (endpoint) => {
    const target: Target = { kind: 'endpoint', endpoint };
    const given = client(text(), { target, settings: { endpoint } });
    expect(await given.useCases.sendUpdate(place)).toMatchObject({
      kind: 'refused',
      problem: { code: 'signed-out' },
    });
    expect(given.transport.sent).toEqual([]);
  });

  test.each([
    'https://vpn.eu-west-101.myhuaweicloud.com@evil.example',
    'https://vpn.eu-west-101.myhuaweicloud.com\\@evil.example',
    'http://vpn.eu-west-101.myhuaweicloud.com',
    'https://vpn.eu-west-101.myhuaweicl\u043eud.com',
  ])('that only looks like an address is refused: %s', async (endpoint) => {
    const target: Target = { kind: 'endpoint', endpoint };
    const given = client(text(), { target, settings: { endpoint } });
    expect(await given.useCases.sendUpdate(place)).toMatchObject({ kind: 'refused' });
    expect(given.transport.sent).toEqual([]);
  });
});

describe('a redirect to another host', () => {
  test.each(['GET', 'PUT'])('of a %s is not followed', async (redirected) => {
    const heard: string[] = [];
    const other = await httpServer((request, response) => {
      heard.push(`${request.method} ${request.url}`);
      response.end('{}');
    });
    const cloud = await httpServer((request, response) => {
      const location = `${other.origin}${request.url}`;
      if (request.method === redirected) response.writeHead(307, { location }).end();
      else response.end(JSON.stringify({ vpn_connection: { id: connectionId, name: 'b' } }));
    });
    open.push(other, cloud);
    const target: Target = { kind: 'endpoint', endpoint: cloud.origin };
    const stored = JSON.stringify({ kind: 'token', token: 'Marked-Token' });
    const given = client(text(), {
      target,
      settings: { endpoint: cloud.origin },
      stored: { [`credentials:endpoint:${cloud.origin}`]: stored },
      ports: { transport: fetchTransport },
    });
    await given.useCases.sendUpdate(place);
    expect(given.presenter.messages.at(-1)?.text).toContain('Redirects are never followed');
    expect(heard).toEqual([]);
  });
});
