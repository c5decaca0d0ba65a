// What the built server says about the live account, and what it makes of what it is told.
import { afterEach, expect, test } from 'vitest';
import {
  CodeLensRequest,
  CompletionRequest,
  InlayHintRequest,
  type CompletionItem,
} from 'vscode-languageserver-protocol/node';
import type {
  AccountPlace,
  LiveResource,
  WantedResourcesParams,
} from '../../server/src/protocol/liveResources';
import { LspClient } from '../support/lspClient';
import { poll } from '../support/poll';
import { connectionId, projectId, updateText } from '../support/updateText';

const uri = 'file:///names/site.vpnconn.yaml';
const textDocument = { uri };
const screen = { start: { line: 0, character: 0 }, end: { line: 9, character: 0 } };
const connection: LiveResource = {
  kind: 'connection',
  id: connectionId,
  name: 'site-a',
  status: 'ACTIVE',
  addresses: [],
  projectId,
  listedAt: '14:05',
};

let client: LspClient;
let wanted: (readonly AccountPlace[])[] = [];
let refreshes = 0;

async function start(initializationOptions: object): Promise<void> {
  wanted = [];
  refreshes = 0;
  client = await LspClient.start({
    initializationOptions,
    capabilities: { workspace: { inlayHint: { refreshSupport: true } } },
    prepare: (rpc) => {
      rpc.onNotification('vpnconn/wantedResources', ({ places }: WantedResourcesParams) => {
        wanted.push(places);
      });
      rpc.onRequest('workspace/inlayHint/refresh', () => {
        refreshes++;
        return null;
      });
    },
  });
}

const tell = (resources: readonly LiveResource[]): Promise<void> =>
  client.notify('vpnconn/liveResources', { resources });

async function hints(): Promise<readonly unknown[]> {
  const found = await client.connection.sendRequest(InlayHintRequest.type, {
    textDocument,
    range: screen,
  });
  return (found ?? []).map(({ label }) => label);
}

afterEach(async () => {
  expect(await client.stop()).toBe(0);
});

test('whoever types in one of two documents on the screen changes nothing of what is wanted', async () => {
  await start({ liveResources: true });
  const other = updateText('name: b').replace(projectId, '1'.repeat(32));
  await client.open(uri, `${updateText('name: a')}---\n${other}`);
  const position = { line: 1, character: 'vpn_connection_id: '.length };
  for (let round = 0; round < 3; round += 1) {
    await hints();
    await client.connection.sendRequest(CompletionRequest.type, { textDocument, position });
  }
  expect(wanted).toHaveLength(1);
  expect(wanted[0]).toHaveLength(2);
});

test('it says once which projects are looked at, and shows what it is told', async () => {
  await start({ liveResources: true });
  await client.open(uri, `region: eu-west-101\n${updateText('name: a')}---\n`);
  expect(await hints()).toEqual([]);
  expect(await hints()).toEqual([]);
  await poll('what is wanted', () => wanted[0]);
  expect(wanted).toEqual([[{ projectId, region: 'eu-west-101' }, {}]]);

  await tell([connection]);
  await tell([connection]);
  expect(await hints()).toEqual(['site-a · ACTIVE']);
  const items = (await client.connection.sendRequest(CompletionRequest.type, {
    textDocument,
    position: { line: 2, character: 'vpn_connection_id: '.length },
  })) as readonly CompletionItem[];
  expect(items.map(({ label, detail }) => [label, detail])).toEqual([['site-a', connectionId]]);
  await poll('new hints', () => refreshes || undefined);

  await tell([]);
  expect(await hints()).toEqual([]);
  await poll('new hints', () => (refreshes > 1 ? refreshes : undefined));
  expect(refreshes).toBe(2);
});

test('a client that cannot list the account is not told what is wanted', async () => {
  await start({});
  await client.open(uri, updateText('name: a'));
  expect(await hints()).toEqual([]);
  await tell([connection]);
  expect(await hints()).toEqual(['site-a · ACTIVE']);
  expect(wanted).toEqual([]);
});

test.each([
  ['site-a', 'ACTIVE', 'Apply update to site-a (ACTIVE)'],
  ['site-a', '', 'Apply update to site-a'],
  ['', 'ACTIVE', 'Apply update'],
  ['$(trash)\u202e', 'DOWN', 'Apply update to $ (trash)\\u{202e} (DOWN)'],
])('the lens of a connection "%s" that is "%s" names it', async (name, status, title) => {
  let renewed = 0;
  client = await LspClient.start({
    initializationOptions: { codeLens: true },
    capabilities: { workspace: { codeLens: { refreshSupport: true } } },
    prepare: (rpc) => {
      rpc.onRequest('workspace/codeLens/refresh', () => {
        renewed++;
        return null;
      });
    },
  });
  await client.open(uri, updateText('name: a'));
  const first = async (): Promise<string | undefined> =>
    (await client.connection.sendRequest(CodeLensRequest.type, { textDocument }))?.[0]?.command
      ?.title;
  expect(await first()).toBe('Apply update');
  await tell([{ ...connection, name, status }]);
  await poll('new lenses', () => renewed || undefined);
  expect(await first()).toBe(title);
});
