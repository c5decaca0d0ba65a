// The second question of a production target, in the flow of *Apply Update*.
import { describe, expect, test } from 'vitest';
import { parseTargetDefinitions } from '../../../client/src/core/targets/targetDefinition';
import type { LanguageServer } from '../../../client/src/core/ports/languageServer';
import { connectionId, examplePlan } from '../../support/client/exampleUpdate';
import { fakeClient, place, type FakeClientOptions } from '../../support/client/fakeClient';
import { answering } from '../../support/client/fakeServer';
import { fakePrompts } from '../../support/client/fakePrompts';
import { answer, failure, fakeTransport, type Step } from '../../support/client/fakeTransport';

const accepted = answer(200, { vpn_connection: { id: connectionId } });

/** A language server that finds this name on the connection. */
function serverWith(name: string): LanguageServer {
  const { server } = fakeClient().ports;
  const plan = { ...examplePlan, name };
  return answering(server, { 'vpnconn/planUpdate': () => ({ kind: 'ready', plan }) });
}

function production(
  replies: readonly (string | undefined)[],
  script: readonly Step[],
  options: FakeClientOptions = {},
) {
  const targets = parseTargetDefinitions([
    { name: 'prod', endpoint: 'https://vpn.own.example', production: true },
  ]);
  const prompts = fakePrompts(...replies);
  const transport = fakeTransport(...script);
  const given = fakeClient({
    target: targets.definitions[0]!.target,
    settings: { targets },
    environment: { OS_AUTH_TOKEN: 'tok' },
    ...options,
    ports: { prompts, transport, server: serverWith('site-live'), ...options.ports },
  });
  const methods = () => transport.sent.map(({ request }) => request.method);
  return { ...given, prompts, transport, methods };
}

describe('an update of a production target', () => {
  test('is sent after the present name of the connection was typed', async () => {
    const given = production([' site-live '], [accepted]);
    expect(await given.useCases.sendUpdate(place)).toMatchObject({ verdict: 'accepted' });
    expect(given.methods()).toEqual(['PUT']);
    expect(given.prompts.asked).toMatchObject([
      {
        title: 'Production target: prod',
        prompt: 'Type "site-live" to apply the update',
        input: 'visible',
      },
    ]);
  });

  test.each(['site-a', 'SITE-LIVE', 'site-liv', ''])('does not take %j', async (text) => {
    const given = production([text], [accepted]);
    await expect(given.useCases.sendUpdate(place)).rejects.toThrow('Enter "site-live" to confirm.');
    expect(given.methods()).toEqual([]);
  });

  test('is not sent when the question is left', async () => {
    const given = production([undefined], []);
    expect(await given.useCases.sendUpdate(place)).toEqual({ kind: 'declined' });
    expect(given.methods()).toEqual([]);
  });

  test.each(['', ' '])('asks for the ID when the name is %j', async (name) => {
    const ports = { server: serverWith(name) };
    const given = production([connectionId], [accepted], { ports });
    expect(await given.useCases.sendUpdate(place)).toMatchObject({ verdict: 'accepted' });
    expect(given.prompts.asked).toMatchObject([{ prompt: expect.stringContaining(connectionId) }]);
  });

  test('asks for the ID when the connection may not be read', async () => {
    const forbidden = answer(403, { error_code: 'VPN.0007' });
    const script = [forbidden, forbidden, accepted];
    const given = production([connectionId], script, { reading: 'sent' });
    expect(await given.useCases.sendUpdate(place)).toMatchObject({ verdict: 'accepted' });
    expect(given.prompts.asked).toMatchObject([{ prompt: expect.stringContaining(connectionId) }]);
  });

  test('is refused when the credentials are: they are not tried a second time', async () => {
    const script = [answer(401, { error_code: 'APIGW.0301' })];
    const given = production([], script, { reading: 'sent' });
    expect(await given.useCases.sendUpdate(place)).toMatchObject({
      kind: 'refused',
      problem: { code: 'http-401', actions: [{ kind: 'sign-in' }] },
    });
    expect(given.methods()).toEqual(['GET']);
  });

  test('is not sent when reading the connection is cancelled', async () => {
    const given = production([], [failure('cancelled')], { reading: 'sent' });
    expect(await given.useCases.sendUpdate(place)).toEqual({ kind: 'declined' });
  });

  test('is refused when the text changes while the name is typed', async () => {
    const given = production([], []);
    const ports = {
      prompts: {
        ...given.prompts,
        ask: () => {
          given.state.version = 99;
          return Promise.resolve('site-live');
        },
      },
    };
    const again = production([], [], { ports: { ...ports, documents: given.ports.documents } });
    expect(await again.useCases.sendUpdate(place)).toMatchObject({
      problem: { code: 'changed-meanwhile' },
    });
    expect(again.methods()).toEqual([]);
  });

  test('asks nothing once its entry is no longer marked', async () => {
    const targets = parseTargetDefinitions([{ name: 'prod', endpoint: 'https://vpn.own.example' }]);
    const given = production([], [accepted], { settings: { targets } });
    expect(await given.useCases.sendUpdate(place)).toMatchObject({ verdict: 'accepted' });
    expect(given.methods()).toEqual(['PUT']);
  });
});
