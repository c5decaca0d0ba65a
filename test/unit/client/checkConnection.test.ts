// *Test Cloud Connection* over fakes: what each step finds, and what is not sent.
import { clockAt } from '../../support/client/clockAt';
import { describe, expect, test } from 'vitest';
import type { CheckStep } from '../../../client/src/core/commands/check/checkStep';
import type { Route } from '../../../client/src/core/ports/route';
import { parseTargetDefinitions } from '../../../client/src/core/targets/targetDefinition';
import { projectId } from '../../support/client/exampleUpdate';
import { fakeClient, now, place, type FakeClientOptions } from '../../support/client/fakeClient';
import { fakePrompts } from '../../support/client/fakePrompts';
import { fakeRoute } from '../../support/client/fakeRoute';
import { markdown } from '../../support/renderMarkdown';
import { answer, failure, fakeTransport, type Step } from '../../support/client/fakeTransport';

const minute = 60_000;
const hello = (offset = 0): Step => answer(404, '', { date: new Date(now - offset).toUTCString() });
const list = answer(200, { vpn_connections: [], total_count: 0 });

function client(
  script: readonly Step[],
  options: FakeClientOptions & { route?: Partial<Route> } = {},
) {
  const transport = fakeTransport(...script);
  const ports = { transport, route: fakeRoute(options.route), ...options.ports };
  return { ...fakeClient({ ...options, ports }), transport };
}

async function check(given: ReturnType<typeof client>) {
  const outcome = await given.useCases.checkConnection(place);
  if (outcome.kind !== 'checked') throw new Error(JSON.stringify(outcome));
  const states = Object.fromEntries(outcome.steps.map(({ id, state }) => [id, state]));
  const step = (id: CheckStep['id']) => outcome.steps.find((each) => each.id === id);
  return { steps: outcome.steps, states, step, text: given.presenter.documents[0]?.text ?? '' };
}

/** The report as a reader of the rendered page sees it. */
const shown = (text: string): string =>
  markdown
    .render(text)
    .replace(/<[^>]*>/g, '')
    .replace(/&(?:quot|amp);/g, (entity) => (entity === '&amp;' ? '&' : '"'));

const allPassed = {
  target: 'passed',
  region: 'passed',
  proxy: 'passed',
  reach: 'passed',
  certificate: 'passed',
  clock: 'passed',
  credentials: 'passed',
  accepted: 'passed',
  project: 'passed',
  permission: 'passed',
};

describe('a connection that works', () => {
  test('passes every check, with one question without and one with credentials', async () => {
    const given = client([hello(), list]);
    const { states, text } = await check(given);
    expect(states).toEqual(allPassed);
    const [first, second] = given.transport.sent.map(({ request }) => request);
    expect(first).toEqual({
      method: 'GET',
      url: 'https://vpn.eu-west-101.myhuaweicloud.com/',
      headers: {},
    });
    expect(second?.method).toBe('GET');
    expect(second?.url).toBe(
      `https://vpn.eu-west-101.myhuaweicloud.com/v5/${projectId}/vpn-connection?limit=1`,
    );
    expect(second?.headers['Authorization']).toContain('Access=');
    expect(text).toContain('All 10 checks passed.');
    expect(text).toContain('vpn.example.com, issued by Example CA, valid from Jan  1');
    expect(given.presenter.messages).toEqual([
      { severity: 'information', text: 'All 10 checks passed.', actions: [] },
    ]);
  });

  test('is shown as a report, without a secret', async () => {
    const given = client([hello(), list]);
    await check(given);
    const [document] = given.presenter.documents;
    expect(document).toMatchObject({ kind: 'report', language: 'markdown' });
    expect(document?.name).toBe('connection check 15-31-05.250.md');
    expect(JSON.stringify([given.presenter, given.log.lines])).not.toContain('MFyfvK41ba2');
  });

  test('has a mark, a title and a sentence for each check', async () => {
    const { text } = await check(client([hello(), answer(403)]));
    expect(text.match(/^- \S \*\*.*?:/gm)).toEqual([
      '- ✓ **Target**:',
      '- ✓ **Region and endpoint**:',
      '- ✓ **Proxy**:',
      '- ✓ **Host**:',
      '- ✓ **Certificate**:',
      '- ✓ **Clock**:',
      '- ✓ **Credentials**:',
      '- ✓ **Authentication**:',
      '- – **Project** (skipped):',
      '- ✗ **Read permission** (failed):',
    ]);
    expect(markdown.render(text)).not.toMatch(/<a [^>]*https:|<img/);
  });

  test('asks for the project when no document and no variable names it', async () => {
    const prompts = fakePrompts(' project-1 ');
    const given = client([hello(), list], { ports: { prompts } });
    expect(await given.useCases.checkConnection()).toMatchObject({ kind: 'checked' });
    expect(given.transport.sent[1]?.request.url).toContain('/v5/project-1/');
  });

  test('takes the project of the environment', async () => {
    const given = client([hello(), list], { environment: { OS_PROJECT_ID: 'project-2' } });
    await given.useCases.checkConnection();
    expect(given.transport.sent[1]?.request.url).toContain('/v5/project-2/');
  });
});

describe('nothing is sent', () => {
  test('from a workspace that is not trusted', async () => {
    const given = client([]);
    given.state.trusted = false;
    expect(await given.useCases.checkConnection(place)).toMatchObject({
      problem: { code: 'untrusted' },
    });
  });

  test('without a target', async () => {
    const given = client([], { target: 'none' });
    expect(await given.useCases.checkConnection(place)).toMatchObject({
      problem: { code: 'no-target' },
    });
  });

  test('when the question for the project is left', async () => {
    const given = client([], { ports: { prompts: fakePrompts(undefined) } });
    expect(await given.useCases.checkConnection()).toEqual({ kind: 'left' });
  });
});

describe('the way to the host', () => {
  test.each<[string, Step, RegExp]>([
    ['a name that is not there', failure('host-not-found', 'no'), /cannot be resolved/],
    ['a refused connection', failure('connection-refused', 'no'), /refuses connections/],
    ['a proxy that wants a password', failure('proxy-authentication', 'no'), /proxy asks/],
    ['407', answer(407), /proxy asks/],
    ['a time-out', failure('timed-out'), /did not answer/],
  ])('with %s stops there, and no credentials are sent', async (_what, step, words) => {
    const given = client([step]);
    const { states, step: at } = await check(given);
    expect(states).toMatchObject({
      reach: 'failed',
      clock: 'skipped',
      credentials: 'passed',
      accepted: 'skipped',
      project: 'skipped',
      permission: 'skipped',
    });
    expect(at('reach')?.detail).toMatch(words);
    expect(at('reach')?.remedy).not.toBe('');
    expect(given.transport.sent).toHaveLength(1);
    expect(given.presenter.messages[0]).toMatchObject({ severity: 'error' });
  });

  test.each(['certificate-untrusted', 'certificate-expired', 'certificate-wrong-host'] as const)(
    'with %s shows the chain that was refused',
    async (code) => {
      const { step } = await check(client([failure(code, 'no')]));
      expect(step('certificate')).toMatchObject({
        state: 'failed',
        lines: [expect.stringContaining('issued by Example CA')],
      });
    },
  );

  test('says which proxy is used, and does not go around it for the certificate', async () => {
    const route: Partial<Route> = {
      proxyFor: () => ({
        kind: 'proxy',
        address: 'http://proxy:3128',
        source: 'setting http.proxy',
      }),
      inspectTls: () => Promise.reject(new Error('not behind a proxy')),
    };
    const { step } = await check(client([hello(), list], { route }));
    expect(step('proxy')?.detail).toContain('http://proxy:3128 (setting http.proxy)');
    expect(step('certificate')?.state).toBe('passed');
  });

  test('warns of a redirect', async () => {
    const { states } = await check(client([answer(302, '', { location: 'https://x' }), list]));
    expect(states).toMatchObject({ reach: 'warning', clock: 'skipped', accepted: 'passed' });
  });
});

describe('the clock', () => {
  test.each([
    [0, 'passed'],
    [5 * minute - 1000, 'passed'],
    [5 * minute, 'warning'],
    [-5 * minute - 1000, 'warning'],
    [15 * minute - 1000, 'warning'],
    [15 * minute, 'failed'],
    [-15 * minute - 1000, 'failed'],
  ])('%i ms off is %s', async (offset, state) => {
    // The header has whole seconds, so the clock of the machine is put on one.
    const ports = { clock: clockAt(() => now - 250) };
    const given = client([hello(offset + 250), list], { ports });
    const { states } = await check(given);
    expect(states['clock']).toBe(state);
    // A signature that is too old would only be counted against the key.
    expect(given.transport.sent).toHaveLength(state === 'failed' ? 1 : 2);
  });

  test('does not matter for a token', async () => {
    const given = client([hello(20 * minute), list], {
      stored: {},
      environment: { OS_AUTH_TOKEN: 'tok' },
    });
    expect((await check(given)).states).toMatchObject({ clock: 'failed', accepted: 'passed' });
  });
});

describe('region and endpoint', () => {
  const targets = parseTargetDefinitions([
    { name: 'same', endpoint: 'https://vpn.eu-de.example', region: 'eu-de' },
    { name: 'other', endpoint: 'https://vpn.eu-de.example', region: 'eu-nl' },
    { name: 'named', endpoint: 'https://vpn.eu-de.example' },
    { name: 'silent', endpoint: 'https://gateway.example' },
  ]);

  test.each([
    ['same', 'passed'],
    ['other', 'warning'],
    ['named', 'passed'],
    ['silent', 'warning'],
  ])('of the entry "%s": %s', async (name, state) => {
    const { target } = targets.definitions.find((each) => each.target.name === name)!;
    const given = client([hello(), list], {
      target,
      settings: { targets },
      environment: { OS_AUTH_TOKEN: 't' },
    });
    expect((await check(given)).states['region']).toBe(state);
  });

  test.each([
    ['eu-west-101', 'passed'],
    ['eu-nowhere-1', 'warning'],
  ])('of the region %s: %s', async (region, state) => {
    const given = client([hello(), list], {
      target: { kind: 'regional', region },
      environment: { OS_AUTH_TOKEN: 't' },
    });
    expect((await check(given)).states['region']).toBe(state);
  });
});

describe('access', () => {
  const gateway = (status: number, code: string, message = 'said') =>
    answer(status, { error_code: code, error_msg: message });

  test.each<[string, Step, readonly string[], RegExp]>([
    ['wrong signature', gateway(401, 'APIGW.0301'), ['failed', 'skipped', 'skipped'], /401/],
    ['no permission', gateway(403, 'VPN.0007'), ['passed', 'skipped', 'failed'], /VPN\.0007: said/],
    ['project not available', gateway(403, 'APIGW.0310'), ['passed', 'failed', 'skipped'], /0310/],
    ['no such project', gateway(404, 'VPN.0004'), ['passed', 'failed', 'skipped'], /VPN\.0004/],
    ['no such API', gateway(404, 'APIGW.0101'), ['failed', 'skipped', 'skipped'], /APIGW\.0101/],
    [
      'HTML',
      answer(200, '<html>'),
      ['failed', 'skipped', 'skipped'],
      /didn't come from the VPN API/,
    ],
    ['503', answer(503), ['failed', 'skipped', 'skipped'], /isn't available/],
    ['silence', failure('connection-lost'), ['failed', 'skipped', 'skipped'], /broke off/],
  ])('%s', async (_what, step, states, words) => {
    const given = client([hello(), step]);
    const result = await check(given);
    const { accepted, project, permission } = result.states;
    expect([accepted, project, permission]).toEqual(states);
    const first = result.steps.find(({ state }) => state === 'failed');
    expect(first?.detail).toMatch(words);
    expect(first?.remedy).toMatch(/\w/);
    expect(given.transport.sent).toHaveLength(2);
    expect(shown(result.text)).toContain(`Resolution: ${first?.remedy}`);
  });

  test('names the permission that is missing', async () => {
    const { step } = await check(client([hello(), gateway(403, 'VPN.0003')]));
    expect(step('permission')?.remedy).toContain('vpn:vpnConnections:list');
  });

  test('without credentials says where they are looked for', async () => {
    const given = client([hello()], { stored: {} });
    const { states, step } = await check(given);
    expect(states).toMatchObject({ credentials: 'failed', accepted: 'skipped' });
    expect(step('credentials')?.actions).toEqual([{ kind: 'sign-in' }, { kind: 'select-target' }]);
  });
});

test('a cancel ends the check before credentials are sent', async () => {
  const given = client([
    () => {
      given.progress.runs[0]?.source.cancel();
      return Promise.resolve(answer(200, '{}', { date: new Date(now).toUTCString() }));
    },
  ]);
  const { states } = await check(given);
  expect(states).toMatchObject({ reach: 'passed', accepted: 'skipped' });
  expect(given.transport.sent).toHaveLength(1);
});
