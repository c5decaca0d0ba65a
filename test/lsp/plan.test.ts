// Live connections over the wire: plans, and checks that know more once a connection has been read.
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import {
  DocumentDiagnosticRequest,
  type FullDocumentDiagnosticReport,
} from 'vscode-languageserver-protocol/node';
import type { LiveAnswers } from '../../server/src/protocol/plan';
import { LspClient, pullingClient } from '../support/lspClient';
import { connectionId, projectId, updateText } from '../support/updateText';

const uri = 'file:///plans/site.vpnconn.yaml';
const live: LiveAnswers = {
  vpn_connection: { name: 'site-a', style: 'STATIC', ikepolicy: { ike_version: 'v1' } },
  vpn_gateway: { flavor: 'Professional1', attachment_type: 'vpc' },
};

let client: LspClient;
let refreshes = 0;
beforeEach(async () => {
  refreshes = 0;
  client = await LspClient.start({
    capabilities: { ...pullingClient, workspace: { diagnostics: { refreshSupport: true } } },
    prepare: (connection) =>
      connection.onRequest('workspace/diagnostic/refresh', () => {
        refreshes++;
        return null;
      }),
  });
});
afterEach(async () => {
  expect(await client.stop()).toBe(0);
});

const tell = (project: string, answers: LiveAnswers): Promise<void> =>
  client.notify('vpnconn/liveConnection', {
    projectId: project,
    connectionId: connectionId.toUpperCase(),
    live: answers,
  });

async function pull(previousResultId?: string) {
  const report = await client.connection.sendRequest(DocumentDiagnosticRequest.type, {
    textDocument: { uri },
    ...(previousResultId !== undefined && { previousResultId }),
  });
  return report as FullDocumentDiagnosticReport;
}

describe('a plan', () => {
  const ask = (at: string) =>
    client.request('vpnconn/planUpdate', {
      textDocument: { uri: at },
      position: { line: 0, character: 0 },
      live,
      time: { now: 0, offsetMinutes: 0 },
    });

  test('is made for an open file', async () => {
    await client.open(uri, updateText('name: site-b'));
    expect(await ask(uri)).toMatchObject({
      kind: 'ready',
      plan: { version: 1, name: 'site-a', fields: [{ label: 'name', kind: 'changes' }] },
    });
  });

  test('is refused for a file that is not open', async () => {
    expect(await ask('file:///other.vpnconn.yaml')).toMatchObject({
      kind: 'refused',
      reason: 'unknown-document',
    });
  });
});

describe('what a connection says', () => {
  test('sharpens the checks of every document that names it', async () => {
    const other = '98c5af8a-1c2d-4e3f-8a9b-000000000000';
    const text = `context: {style: policy}\n${updateText('name: a')}`;
    await client.open(uri, `${text}---\n${text.replace(connectionId, other)}`);
    const before = await pull();
    expect(before.items).toEqual([]);
    await tell(projectId.toUpperCase(), live);
    const after = await pull(before.resultId);
    expect(
      after.items.map(({ code, range, message }) => [code, range.start.line, message]),
    ).toEqual([
      [
        'context/contradiction',
        0,
        'The connection itself says "static". Correct the context, or check that this is the connection that you mean.',
      ],
    ]);
    expect(refreshes).toBe(1);
    await tell(projectId, live);
    expect((await pull(after.resultId)).kind).toBe('unchanged');
    await tell(projectId, { ...live, vpn_connection: { style: 'policy' } });
    expect((await pull(after.resultId)).items).toEqual([]);
  });

  test('says where a fact comes from that is not in the file', async () => {
    await client.open(uri, updateText('ikepolicy: {phase1_negotiation_mode: aggressive}'));
    await tell(projectId, { vpn_connection: { ikepolicy: { ike_version: 'v2' } } });
    const { items } = await pull();
    expect(items.map(({ code, message }) => [code, message])).toContainEqual([
      'ike/mode-v1-only',
      expect.stringContaining('(Read from the live connection: IKE version "v2".)'),
    ]);
  });
});
