// A password becomes a token: where it goes, how long the token is used, and what is never repeated.
import { clockAt } from '../../support/client/clockAt';
import { describe, expect, test } from 'vitest';
import { projectId, exampleUpdate } from '../../support/client/exampleUpdate';
import { fakeClient, now, place, type FakeClientOptions } from '../../support/client/fakeClient';
import { answering } from '../../support/client/fakeServer';
import {
  answer,
  connectionAnswer,
  failure,
  fakeTransport,
  type Step,
} from '../../support/client/fakeTransport';

const password = 'Iam-Password/42';
const login = { kind: 'password', user: 'ünal', password, domain: 'account' };
const stored = { 'credentials:regional:eu-west-101': JSON.stringify(login) };
const prepared = { kind: 'ready', update: { ...exampleUpdate, secrets: [] } } as const;
const accepted = connectionAnswer();
const hour = 60 * 60 * 1000;

function issued(token: string, body: unknown = times(24)): Step {
  return answer(201, body, { 'x-subject-token': token });
}

function times(hours: number) {
  // The clock of IAM is a year ahead: only the distance counts.
  const issuedAt = now + 365 * 24 * hour;
  return {
    token: {
      issued_at: new Date(issuedAt).toISOString(),
      expires_at: new Date(issuedAt + hours * hour).toISOString().replace('Z', '000Z'),
    },
  };
}

function client(script: readonly Step[], options: FakeClientOptions = {}) {
  const transport = fakeTransport(...script);
  const clock = { time: now };
  const ports = { transport, clock: clockAt(() => clock.time), ...options.ports };
  const given = fakeClient({ stored, prepared, ...options, ports });
  const sent = () =>
    transport.sent.map(({ request: { method, headers } }) =>
      [method, headers['X-Auth-Token']].filter(Boolean).join(' '),
    );
  const visible = () => JSON.stringify([given.presenter, given.log.lines, given.state.clipboard]);
  return { ...given, transport, clock, sent, visible };
}

describe('a user and password', () => {
  test('get a token of the project from IAM, and the update carries the token alone', async () => {
    const given = client([issued('tok-1'), accepted]);
    expect(await given.useCases.sendUpdate(place)).toMatchObject({ verdict: 'accepted' });
    expect(given.sent()).toEqual(['POST', 'PUT tok-1']);
    const [iam, put] = given.transport.sent.map(({ request }) => request);
    expect(iam?.url).toBe(
      'https://iam.eu-west-101.myhuaweicloud.com/v3/auth/tokens?nocatalog=true',
    );
    expect(iam?.headers).toEqual({ 'Content-Type': 'application/json' });
    expect(JSON.parse(iam?.body ?? '')).toEqual({
      auth: {
        identity: {
          methods: ['password'],
          password: { user: { name: 'ünal', password, domain: { name: 'account' } } },
        },
        scope: { project: { id: projectId } },
      },
    });
    expect(JSON.stringify(put)).not.toContain(password);
    expect(given.visible()).not.toMatch(/Iam-Password|tok-1/);
    expect([...given.secrets.values.keys()]).toEqual(Object.keys(stored));
  });

  test('are named in the confirmation and in Show Request, without the password', async () => {
    const given = client([issued('tok-1'), accepted]);
    await given.useCases.showRequest(place);
    expect(given.presenter.documents[0]?.text).toContain(
      '# Credentials from Sign In: IAM user ünal of account; a token is fetched when the request is sent.',
    );
    expect(given.sent()).toEqual([]);
    await given.useCases.sendUpdate(place);
    expect(JSON.stringify(given.ports.confirmation)).toContain('IAM user ünal of account');
    expect(given.visible()).not.toContain('Iam-Password');
  });

  test('are asked for a token once as long as it lasts, and anew five minutes before it ends', async () => {
    const given = client([issued('tok-1'), accepted, accepted, issued('tok-2'), accepted]);
    await given.useCases.sendUpdate(place);
    given.clock.time = now + 24 * hour - 5 * 60_000 - 1;
    await given.useCases.sendUpdate(place);
    given.clock.time += 1;
    await given.useCases.sendUpdate(place);
    expect(given.sent()).toEqual(['POST', 'PUT tok-1', 'PUT tok-1', 'POST', 'PUT tok-2']);
  });

  test.each([['no JSON'], [{}], [{ token: { issued_at: 'x', expires_at: 5 } }], [times(-1)]])(
    'use a token without a sensible end for minutes only: %j',
    async (body) => {
      const given = client([issued('tok-1', body), accepted, accepted, issued('tok-2'), accepted]);
      await given.useCases.sendUpdate(place);
      given.clock.time = now + 5 * 60_000 - 1;
      await given.useCases.sendUpdate(place);
      given.clock.time += 1;
      await given.useCases.sendUpdate(place);
      expect(given.sent()).toEqual(['POST', 'PUT tok-1', 'PUT tok-1', 'POST', 'PUT tok-2']);
    },
  );

  test('never have an update repeated after a 401; the next one gets a new token', async () => {
    const refused = answer(401, { error_code: 'APIGW.0307', error_msg: 'must be updated' });
    const given = client([issued('tok-1'), refused, issued('tok-2'), accepted]);
    expect(await given.useCases.sendUpdate(place)).toMatchObject({ status: 401 });
    expect(given.sent()).toEqual(['POST', 'PUT tok-1']);
    await given.useCases.sendUpdate(place);
    expect(given.sent().slice(2)).toEqual(['POST', 'PUT tok-2']);
  });

  test('have a question to the cloud repeated once after a 401', async () => {
    const refused = answer(401, { error_code: 'APIGW.0307' });
    const silence = failure('connection-lost');
    const given = client([issued('tok-1'), silence, refused, issued('tok-2'), refused]);
    expect(await given.useCases.sendUpdate(place)).toMatchObject({
      cloud: { kind: 'could-not-ask' },
    });
    expect(given.sent()).toEqual(['POST', 'PUT tok-1', 'GET tok-1', 'POST', 'GET tok-2']);
  });

  test('are forgotten with their tokens on Sign Out', async () => {
    const given = client([issued('tok-1'), accepted, issued('tok-2'), accepted]);
    await given.useCases.sendUpdate(place);
    await given.useCases.signOut();
    await given.secrets.store(...(Object.entries(stored)[0] as [string, string]));
    await given.useCases.sendUpdate(place);
    expect(given.sent()).toEqual(['POST', 'PUT tok-1', 'POST', 'PUT tok-2']);
  });

  test('use the token of one project for no other', async () => {
    let project = 'project-a';
    const server = answering(fakeClient().ports.server, {
      'vpnconn/prepareUpdate': () => ({
        kind: 'ready',
        update: { ...prepared.update, projectId: project },
      }),
    });
    const script = [issued('tok-a'), accepted, issued('tok-b'), accepted];
    const given = client(script, { ports: { server } });
    await given.useCases.sendUpdate(place);
    project = 'project-b';
    await given.useCases.sendUpdate(place);
    expect(given.sent()).toEqual(['POST', 'PUT tok-a', 'POST', 'PUT tok-b']);
  });
});

describe('when IAM gives no token, the update is not sent', () => {
  test.each<[string, Step, string, RegExp]>([
    ['401', answer(401, { error: { code: 401, message: 'wrong' } }), 'iam-refused', /user name/],
    ['400', answer(400, { error: { code: 400, message: 'bad body' } }), 'iam-answer', /bad body/],
    ['429', answer(429), 'iam-answer', /Too many/],
    ['503 as HTML', answer(503, '<html>'), 'iam-answer', /isn't available/],
    [
      'a redirect',
      answer(302, '', { location: 'https://evil.example/v3/auth/tokens' }),
      'iam-answer',
      /Redirects are never followed/,
    ],
    ['no token', answer(201, times(24)), 'iam-answer', /without a token/],
    ['a token with a line break', issued('a\nX-Evil: 1'), 'iam-answer', /without a token/],
    ['a time-out', failure('timed-out'), 'timed-out', / iam\.eu-west-101\S+ did not answer/],
    [
      'a foreign certificate',
      failure('certificate-untrusted', 'no'),
      'certificate-untrusted',
      /iam/,
    ],
  ])('%s', async (_what, step, code, words) => {
    const given = client([step]);
    const outcome = await given.useCases.sendUpdate(place);
    expect(outcome).toMatchObject({ kind: 'refused', problem: { code } });
    expect(given.sent()).toEqual(['POST']);
    expect(given.presenter.messages[0]?.text).toMatch(words);
    expect(given.presenter.messages[0]?.text).toContain('Nothing was sent');
    expect(given.visible()).not.toContain('Iam-Password');
  });

  test('a cancel', async () => {
    const given = client([failure('cancelled')]);
    expect(await given.useCases.sendUpdate(place)).toEqual({ kind: 'declined' });
    expect(given.sent()).toEqual(['POST']);
  });
});
