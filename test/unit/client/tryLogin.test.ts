// *Sign In* tries what was entered before it stores it.
import { expect, test } from 'vitest';
import { projectId } from '../../support/client/exampleUpdate';
import { fakeClient, place, type FakeClientOptions } from '../../support/client/fakeClient';
import { fakePrompts } from '../../support/client/fakePrompts';
import { answer, failure, fakeTransport, type Step } from '../../support/client/fakeTransport';

const key = 'credentials:regional:eu-west-101';
const replies = ['Access Key', 'QTWAOYTTINDUT2QVKYUC', 'Secret-of-forty-characters'];
const list = answer(200, { vpn_connections: [] });
const ofGateway = (status: number, code: string): Step =>
  answer(status, { error_code: code, error_msg: 'm', request_id: 'r' });

async function signIn(steps: readonly Step[], options: FakeClientOptions = {}) {
  const transport = fakeTransport(...steps);
  const ports = { transport, prompts: fakePrompts(...replies), ...options.ports };
  const given = fakeClient({ stored: {}, ...options, ports });
  const result = await given.useCases.signIn(place);
  const [message] = given.presenter.messages;
  return { given, transport, result, message, stored: given.secrets.values.has(key) };
}

test('credentials that are accepted are stored, after one GET in the project of the file', async () => {
  const { transport, message, stored, given } = await signIn([list]);
  expect(transport.sent.map(({ request }) => [request.method, request.url])).toEqual([
    ['GET', `https://vpn.eu-west-101.myhuaweicloud.com/v5/${projectId}/vpn-connection?limit=1`],
  ]);
  expect(message?.text).toBe('Signed in to Region eu-west-101.');
  expect(stored).toBe(true);
  expect(given.progress.runs.map(({ title }) => title)).toEqual(['Checking the credentials']);
});

test.each<[string, Step]>([
  ['a wrong signature', ofGateway(401, 'APIGW.0301')],
  ['an empty answer', answer(401, '')],
])('rejected credentials are not stored: %s', async (_, step) => {
  const { result, message, stored, given } = await signIn([step]);
  expect(result).toMatchObject({ kind: 'refused', problem: { code: 'credentials-rejected' } });
  expect(message?.text).toMatch(/^vpn\.eu-west-101\.myhuaweicloud\.com rejected the credentials\./);
  expect(message?.actions[0]).toEqual({ kind: 'sign-in' });
  expect(stored).toBe(false);
  expect(JSON.stringify([given.presenter, given.log.lines])).not.toContain('Secret-of-forty');
});

test('a user without the permission is signed in', async () => {
  const { message, stored } = await signIn([ofGateway(403, 'VPN.0003')]);
  expect(message?.text).toBe('Signed in to Region eu-west-101.');
  expect(stored).toBe(true);
});

test.each<[string, Step, RegExp]>([
  ['no network', failure('host-not-found'), /couldn't be checked: The name/],
  ['a portal', answer(401, '<html>', { 'content-type': 'text/html' }), /wasn't from the VPN API/],
  ['another page', answer(200, '<html>'), /wasn't from the VPN API/],
])('what nobody can check is stored, and says so: %s', async (_, step, why) => {
  const { message, stored } = await signIn([step]);
  expect(message?.text).toMatch(/^Signed in to Region eu-west-101\. The credentials couldn't/);
  expect(message?.text).toMatch(why);
  expect(stored).toBe(true);
});

test('nothing is stored when the check is cancelled', async () => {
  const { result, stored } = await signIn([failure('cancelled')]);
  expect(result).toEqual({ kind: 'left' });
  expect(stored).toBe(false);
});

test('nothing is sent from a workspace that is not trusted', async () => {
  const { transport, message, stored } = await signIn([], {
    ports: { trust: { isTrusted: () => false } },
  });
  expect(transport.sent).toEqual([]);
  expect(message?.text).toContain("weren't checked because the workspace isn't trusted");
  expect(stored).toBe(true);
});
