// Names of the live account over real HTTP: what is asked, when nothing is, and what the server is told.
import { clockAt } from '../../support/client/clockAt';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Transport } from '../../../client/src/core/ports/ports';
import { targetKey, type Target } from '../../../client/src/core/model/target';
import { connectionIds, customerGatewayIds } from '../../../client/src/sandbox/seeds/project';
import { startSandbox, type Sandbox } from '../../../client/src/sandbox/startSandbox';
import { fetchTransport } from '../../../client/src/transports/fetchTransport';
import type { LiveResource } from '../../../server/src/protocol/liveResources';
import {
  fakeClient,
  now,
  preSharedKey,
  type FakeClientOptions,
} from '../../support/client/fakeClient';
import { hearing } from '../../support/client/fakeServer';
import { fakeTime } from '../../support/client/fakeTime';
import { sandboxPorts } from '../../support/client/sandboxPorts';
import { serviceServer } from '../../support/client/serviceServer';
import { poll } from '../../support/poll';

let sandbox: Sandbox;
beforeEach(async () => {
  sandbox = await startSandbox({ settleMs: 0, clock: () => fakeTime(now).clock.now() });
});
afterEach(() => sandbox.close());

function openWindow(options: FakeClientOptions = {}) {
  const told: (readonly LiveResource[])[] = [];
  const time = fakeTime(now);
  const window = fakeClient({
    reading: 'sent',
    target: { kind: 'sandbox' },
    ...options,
    ports: {
      ...sandboxPorts(sandbox, { ...time, clock: clockAt(() => now) }),
      server: hearing(serviceServer('').server, 'vpnconn/liveResources', ({ resources }) =>
        told.push(resources),
      ),
      ...options.ports,
    },
  });
  const { liveAccount } = window.useCases;
  /** What the server is told next after something has happened. */
  const after = async (happen: (account: typeof liveAccount) => void) => {
    const before = told.length;
    happen(liveAccount);
    return poll('what the server is told', () => told[before]);
  };
  return { ...window, told, after };
}

const place = (): { projectId: string } => ({ projectId: sandbox.projectId });
const paths = (): readonly string[] => sandbox.requests.map(({ path }) => path.replace(/\?.*/, ''));

describe('the account', () => {
  test('is listed with names, addresses and status', async () => {
    const { after } = openWindow();
    const resources = await after((account) => account.want([place()]));
    const project = { projectId: sandbox.projectId, listedAt: '15:31 UTC+01:00' };
    expect(resources).toContainEqual({
      ...{ kind: 'project', id: sandbox.projectId, name: 'eu-west-101', status: '' },
      ...{ addresses: [], listedAt: '15:31 UTC+01:00' },
    });
    expect(resources).toContainEqual(
      expect.objectContaining({
        ...{ kind: 'connection', id: connectionIds.policy, name: 'site-a', status: 'ACTIVE' },
        ...project,
      }),
    );
    expect(resources).toContainEqual({
      ...{ kind: 'customer-gateway', id: customerGatewayIds.lyon, name: 'cgw-lyon', status: '' },
      ...{ addresses: ['198.51.100.17'], ...project },
    });
    expect(paths()).toEqual([
      '/v3/projects',
      `/v5/${sandbox.projectId}/vpn-connection`,
      `/v5/${sandbox.projectId}/customer-gateways`,
    ]);
  });

  test('has projects also for a file that names none', async () => {
    const { after } = openWindow();
    const resources = await after((account) => account.want([{}]));
    expect(resources.map(({ name }) => name)).toEqual(['eu-west-101']);
    expect(paths()).toEqual(['/v3/projects']);
  });

  test('is listed once for several questions in a row, and again when the list is old', async () => {
    let clock = now;
    const { after, told } = openWindow({ ports: { clock: clockAt(() => clock) } });
    await after((account) => {
      account.want([{ projectId: 'half' }]);
      account.want([place()]);
    });
    expect(paths()).toHaveLength(3);
    clock += 5 * 60 * 1000 - 1;
    await after((account) => account.look());
    expect(paths()).toHaveLength(3);
    clock += 1;
    await after((account) => account.look());
    expect(paths()).toHaveLength(6);
    await after((account) => account.refresh());
    expect(paths()).toHaveLength(9);
    expect(told.every((each) => each.length === told[0]!.length)).toBe(true);
  });

  test('is not listed anew for whoever goes back and forth between files', async () => {
    const { after } = openWindow();
    const first = await after((account) => account.want([place()]));
    await after((account) => account.want([{}]));
    expect(paths()).toHaveLength(4);
    expect(await after((account) => account.want([place()]))).toEqual(
      expect.arrayContaining([...first]),
    );
    for (let other = 0; other < 16; other++) {
      await after((account) => account.want([{ projectId: `other-${other}` }]));
    }
    const asked = paths().length;
    await after((account) => account.want([place()]));
    expect(paths()).toHaveLength(asked + 3);
  });

  test('is forgotten at once when target or credentials change', async () => {
    const { after, useCases, told } = openWindow();
    await after((account) => account.want([place()]));
    expect(await after((account) => account.forget())).toEqual([]);
    await poll('the new list', () => (told.length > 2 ? told : undefined));
    expect(paths()).toHaveLength(6);
    await useCases.liveAccount.end();
  });

  test('is left alone after credentials were refused, until they change', async () => {
    const accessKey = { kind: 'access-key', accessKey: 'OTHER', secretKey: 'other' } as const;
    const { endpoint } = sandbox;
    const running = { running: () => ({ endpoint, credentials: accessKey }) };
    const { after, log } = openWindow({ ports: { sandbox: running } });
    expect(await after((account) => account.want([place()]))).toEqual([]);
    expect(paths()).toEqual(['/v3/projects', `/v5/${sandbox.projectId}/vpn-connection`]);
    await after((account) => account.refresh());
    await after((account) => account.want([{ projectId: 'another' }]));
    await after((account) => account.want([place()]));
    expect(paths()).toHaveLength(2);
    await after((account) => account.forget());
    await poll('another try', () => (paths().length === 4 ? true : undefined));
    expect(log.lines.join('\n')).not.toContain('other');
  });

  test('does not become a way for a secret, or for text that fools people', async () => {
    const name = `${preSharedKey}\u202e\u0000${'n'.repeat(200)}`;
    const send: Transport['send'] = async (request, limits) => {
      const result = await fetchTransport.send(request, limits);
      return result.kind === 'failure'
        ? result
        : { ...result, body: result.body.replaceAll('"site-a"', JSON.stringify(name)) };
    };
    const { after, redactor } = openWindow({ ports: { transport: { send } } });
    redactor.register(preSharedKey);
    const resources = await after((account) => account.want([place()]));
    const shown = resources.find(({ id }) => id === connectionIds.policy)!.name;
    expect(shown).not.toContain(preSharedKey);
    expect(shown).not.toMatch(/[\u0000\u202e]/);
    expect(shown.length).toBeLessThan(120);
  });
});

describe('nothing is sent', () => {
  const quiet: readonly { readonly where: string; readonly options: FakeClientOptions }[] = [
    {
      where: 'in a window that is not trusted',
      options: { ports: { trust: { isTrusted: () => false } } },
    },
    { where: 'when the setting is off', options: { settings: { leavesAccountAlone: true } } },
    { where: 'without a target', options: { target: 'none' } },
  ];
  test.each(quiet)('$where', async ({ options }) => {
    const { after } = openWindow(options);
    expect(await after((account) => account.want([place()]))).toEqual([]);
    expect(sandbox.requests).toEqual([]);
  });

  test('where credentials are asked for each time', async () => {
    const { after, ports } = openWindow();
    ports.memory.askEachTime(targetKey({ kind: 'sandbox' }));
    expect(await after((account) => account.want([place()]))).toEqual([]);
    expect(sandbox.requests).toEqual([]);
  });

  const urlsOf = async (target: Target, region: string, stored?: Record<string, string>) => {
    const urls: string[] = [];
    const send: Transport['send'] = async ({ url }) => {
      urls.push(url);
      return {
        kind: 'failure',
        code: 'connection-refused',
        delivered: 'no',
        detail: '',
        elapsedMs: 0,
      };
    };
    const ports = { transport: { send } };
    const { after } = openWindow({ target, ports, ...(stored && { stored }) });
    await after((account) => account.want([{ ...place(), region }]));
    return urls;
  };
  const regional: Target = { kind: 'regional', region: 'eu-west-101' };

  test('for a file of another region than the target', async () => {
    expect(await urlsOf(regional, 'cn-north-4')).toEqual([]);
    expect((await urlsOf(regional, 'eu-west-101')).map((url) => new URL(url).host)).toEqual([
      expect.stringMatching(/^iam\.eu-west-101\./),
      expect.stringMatching(/^vpn\.eu-west-101\./),
      expect.stringMatching(/^vpn\.eu-west-101\./),
    ]);
  });

  test('to find out whether a password is right', async () => {
    const iamEndpoint = 'https://iam.eu-west-101.myhuaweicloud.com';
    const login = { kind: 'password', user: 'u', password: 'Secret-1', domain: 'd', iamEndpoint };
    const stored = { 'credentials:regional:eu-west-101': JSON.stringify(login) };
    expect(await urlsOf(regional, 'eu-west-101', stored)).toEqual([]);
  });
});
