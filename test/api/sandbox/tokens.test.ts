import { describe, expect, it } from 'vitest';
import { demoCredentials } from '../../../client/src/sandbox/auth/demoCredentials';
import { connectionIds, projectId } from '../../../client/src/sandbox/seeds/project';
import { useSandbox } from '../../support/sandboxClient';

const client = useSandbox();
const { user } = demoCredentials;

function login(changes: { user?: object; scope?: unknown; methods?: unknown } = {}) {
  return {
    auth: {
      identity: {
        methods: changes.methods ?? ['password'],
        password: {
          user: {
            name: user.name,
            password: user.password,
            domain: { name: user.domain },
            ...changes.user,
          },
        },
      },
      scope: 'scope' in changes ? changes.scope : { project: { id: projectId } },
    },
  };
}

const ask = (body: unknown, path = '/v3/auth/tokens') =>
  client.fetch(path, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  });

const use = (token: string | null) =>
  client.fetch(client.connectionPath(connectionIds.policy), {
    headers: { 'x-auth-token': token ?? '' },
  });

describe('POST /v3/auth/tokens', () => {
  it('answers 201 with a token for 24 hours that opens the project', async () => {
    const answer = await ask(login(), '/v3/auth/tokens?nocatalog=true');
    expect(answer.status).toBe(201);
    expect(answer.json.token).toMatchObject({
      methods: ['password'],
      issued_at: '2026-11-23T12:00:00.000Z',
      expires_at: '2026-11-24T12:00:00.000Z',
      project: { id: projectId, name: 'eu-west-101' },
      user: { name: user.name, domain: { name: user.domain } },
    });
    const token = answer.headers.get('x-subject-token');
    expect(answer.text).not.toContain(token);
    expect((await use(token)).status).toBe(200);
    client.clock.advance(24 * 3_600_000 - 1);
    expect((await use(token)).status).toBe(200);
    client.clock.advance(1);
    expect((await use(token)).json.error_code).toBe('APIGW.0307');
  });

  it('knows the project by name too', async () => {
    const answer = await ask(login({ scope: { project: { name: 'eu-west-101' } } }));
    expect(answer.json.token.project.id).toBe(projectId);
  });

  it.each([[undefined], [{ domain: { name: user.domain } }]])(
    'with the scope %j gives a token that does not open the project',
    async (scope) => {
      const answer = await ask(login({ scope }));
      expect(answer.status).toBe(201);
      expect(answer.json.token).not.toHaveProperty('project');
      const used = await use(answer.headers.get('x-subject-token'));
      expect([used.status, used.json.error_code]).toEqual([403, 'VPN.0003']);
    },
  );

  it.each([
    [{ user: { password: 'wrong' } }],
    [{ user: { name: 'nobody' } }],
    [{ user: { domain: { name: 'elsewhere' } } }],
    [{ user: { domain: undefined } }],
    [{ scope: { project: { id: 'unknown' } } }],
  ])('refuses %j in the way of IAM', async (changes) => {
    const answer = await ask(login(changes));
    expect(answer.status).toBe(401);
    expect(answer.headers.get('x-subject-token')).toBeNull();
    expect(answer.json).toEqual({
      error: { code: 401, message: expect.any(String), title: 'Unauthorized' },
    });
  });

  it.each([['{'], ['{}'], [login({ methods: ['token'] })], [{ auth: { identity: [] } }]])(
    'takes %j for no request',
    async (body) => {
      const answer = await ask(body);
      expect(answer.status).toBe(400);
      expect(answer.json.error).toMatchObject({ code: 400, title: 'Bad Request' });
    },
  );

  it('logs neither password nor token', async () => {
    const answer = await ask(login());
    await use(answer.headers.get('x-subject-token'));
    const log = JSON.stringify(client.sandbox.requests);
    expect(log).not.toContain(user.password);
    expect(log).not.toContain(answer.headers.get('x-subject-token'));
    expect(client.sandbox.requests.map((entry) => entry.authenticated)).toEqual([
      'password',
      'token',
    ]);
  });
});
