// The built server over its streams, as any LSP client meets it.
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import {
  CodeLensRequest,
  DidOpenTextDocumentNotification,
  DocumentDiagnosticRequest,
  DocumentSymbolRequest,
  FoldingRangeRequest,
  HoverRequest,
  type DocumentSymbol,
  type FullDocumentDiagnosticReport,
  type MarkupContent,
} from 'vscode-languageserver-protocol/node';
import { LspClient, pullingClient } from '../support/lspClient';
import { connectionId, projectId, updateText } from '../support/updateText';

const uri = 'file:///site-a.vpnconn.yaml';
const textDocument = { uri };

describe('a client that pulls', () => {
  let client: LspClient;
  beforeEach(async () => {
    client = await LspClient.start();
  });
  afterEach(async () => {
    expect(await client.stop()).toBe(0);
  });

  const pull = async (previousResultId?: string): Promise<FullDocumentDiagnosticReport> =>
    (await client.connection.sendRequest(DocumentDiagnosticRequest.type, {
      textDocument,
      ...(previousResultId && { previousResultId }),
    })) as FullDocumentDiagnosticReport;
  const codes = async (): Promise<unknown[]> => (await pull()).items.map(({ code }) => code);

  test('is told what the server can do', () => {
    expect(client.initialized.capabilities).toMatchObject({
      textDocumentSync: { openClose: true, change: 2 },
      hoverProvider: true,
      completionProvider: {},
      documentSymbolProvider: true,
      foldingRangeProvider: true,
      diagnosticProvider: { workspaceDiagnostics: true },
    });
  });

  test('follows edits, and does no work for an unchanged file', async () => {
    await client.open(uri, updateText('ikepolicy:\n  ike_version: v2'));
    expect(await codes()).toEqual([]);
    await client.change(uri, {
      range: { start: { line: 4, character: 18 }, end: { line: 4, character: 19 } },
      text: '9',
    });
    const report = await pull();
    expect(report.items).toEqual([
      expect.objectContaining({
        code: 'schema/enum',
        source: 'vpnconn',
        severity: 1,
        range: { start: { line: 4, character: 17 }, end: { line: 4, character: 19 } },
      }),
    ]);
    expect(await pull(report.resultId)).toEqual({ kind: 'unchanged', resultId: report.resultId });
    await client.change(uri, { text: updateText('name: a') });
    expect(await codes()).toEqual([]);
  });

  test('gets what the text says, whatever its version is said to be', async () => {
    const version = 1;
    const open = async (text: string): Promise<void> =>
      client.connection.sendNotification(DidOpenTextDocumentNotification.type, {
        textDocument: { uri, languageId: 'vpnconn', version, text },
      });
    const change = async (text: string, again: number | null): Promise<void> =>
      client.connection.sendNotification('textDocument/didChange', {
        textDocument: { uri, version: again },
        contentChanges: [{ text }],
      });
    await open(updateText('name: a'));
    const first = await pull();
    expect(first.items).toEqual([]);
    await open('hello');
    const second = await pull(first.resultId);
    expect(second.items).toMatchObject([{ code: 'schema/type' }]);
    await change(updateText('name: a b'), version);
    const third = await pull(second.resultId);
    expect(third.items).toMatchObject([{ code: 'schema/pattern' }]);
    await change(updateText('name: a'), null);
    expect(await codes()).toEqual([]);
    await change('hello', null);
    expect(await codes()).toEqual(['schema/type']);
  });

  test('gets nothing for a file that is not open, and nothing after closing', async () => {
    expect(await codes()).toEqual([]);
    await client.open(uri, 'hello');
    expect(await codes()).toEqual(['schema/type']);
    await client.close(uri);
    expect(await codes()).toEqual([]);
  });

  test('gets hovers with a range', async () => {
    await client.open(uri, updateText('ikepolicy:\n  dh_group: group14'));
    const onKey = await client.connection.sendRequest(HoverRequest.type, {
      textDocument,
      position: { line: 4, character: 6 },
    });
    expect((onKey?.contents as MarkupContent).value).toContain('**DH group**');
    expect(onKey?.range).toEqual({
      start: { line: 4, character: 4 },
      end: { line: 4, character: 12 },
    });
    const onValue = await client.connection.sendRequest(HoverRequest.type, {
      textDocument,
      position: { line: 4, character: 17 },
    });
    expect((onValue?.contents as MarkupContent).value).toContain('2048-bit MODP');
    const onNothing = await client.connection.sendRequest(HoverRequest.type, {
      textDocument,
      position: { line: 40, character: 0 },
    });
    expect(onNothing).toBeNull();
  });

  test('gets an outline and folding ranges', async () => {
    await client.open(
      uri,
      `${updateText('name: a')}---\n${updateText('peer_subnets:\n  - 10.0.0.0/8')}`,
    );
    const symbols = (await client.connection.sendRequest(DocumentSymbolRequest.type, {
      textDocument,
    })) as DocumentSymbol[];
    expect(symbols.map(({ name }) => name)).toEqual([connectionId, connectionId]);
    expect(symbols[1]?.children?.at(2)?.children?.[0]).toMatchObject({
      name: 'peer_subnets',
      children: [{ name: '10.0.0.0/8' }],
    });
    const folds = await client.connection.sendRequest(FoldingRangeRequest.type, { textDocument });
    expect(folds).toContainEqual({ startLine: 7, endLine: 9 });
  });

  test('gets no lenses without asking for them', async () => {
    expect(client.initialized.capabilities.codeLensProvider).toBeUndefined();
  });

  test('gets the request of the document at a position', async () => {
    await client.open(
      uri,
      `${updateText('name: a')}---\n${updateText('name: b\npsk: !secret site-b\nikepolicy: {lifetime_seconds: 3600}')}`,
    );
    const prepare = (line: number) =>
      client.request('vpnconn/prepareUpdate', {
        textDocument,
        position: { line, character: 0 },
      });
    expect(await prepare(0)).toMatchObject({
      kind: 'ready',
      update: { body: { vpn_connection: { name: 'a' } } },
    });
    expect(await prepare(6)).toMatchObject({
      kind: 'ready',
      update: {
        version: 1,
        method: 'PUT',
        path: `/v5/${projectId}/vpn-connection/${connectionId}`,
        projectId,
        connectionId,
        body: { vpn_connection: { name: 'b', psk: null, ikepolicy: { lifetime_seconds: 3600 } } },
        secrets: [
          {
            pointer: '/vpn_connection/psk',
            source: 'secret',
            name: 'site-b',
            checks: [{}, {}, {}],
          },
        ],
        sensitiveKeys: ['psk'],
        places: expect.arrayContaining([
          {
            pointer: '/vpn_connection/ikepolicy/lifetime_seconds',
            range: { start: { line: 10, character: 32 }, end: { line: 10, character: 36 } },
          },
        ]) as unknown,
      },
    });
    await client.change(uri, { text: updateText('name: a b') });
    expect(await prepare(0)).toMatchObject({
      kind: 'refused',
      reason: 'errors',
      errorCount: 1,
      firstError: { code: 'schema/pattern', range: { start: { line: 3, character: 8 } } },
    });
    await client.change(uri, { text: '# nothing\n' });
    expect(await prepare(0)).toMatchObject({ kind: 'refused', reason: 'nothing' });
  });

  test('survives parameters that make no sense', async () => {
    await client.open(uri, updateText('name: a'));
    const odd = { textDocument, position: { line: -5, character: 1e9 } };
    await client.connection.sendRequest(HoverRequest.type, odd).catch(() => undefined);
    expect(await codes()).toEqual([]);
  });
});

describe('a client that cannot pull', () => {
  test('is sent diagnostics: at once on opening, soon after an edit, none after closing', async () => {
    const client = await LspClient.start({ capabilities: {} });
    await client.open(uri, 'hello');
    await client.publishedFor(uri, (all) => all.length === 1);
    await client.change(uri, { text: updateText('name: a') });
    await client.publishedFor(uri, (all) => all.length === 0);
    await client.change(uri, { text: updateText('name: a b') });
    await client.publishedFor(uri, (all) => all[0]?.code === 'schema/pattern');
    await client.close(uri);
    await client.publishedFor(uri, (all) => all.length === 0);
    expect(
      client.published.every(
        ({ version }, index) => index === client.published.length - 1 || version !== undefined,
      ),
    ).toBe(true);
    expect(await client.stop()).toBe(0);
  });

  test('gets plain text where it does not read Markdown', async () => {
    const client = await LspClient.start({
      capabilities: { textDocument: { hover: { contentFormat: ['plaintext'] } } },
    });
    await client.open(uri, updateText('name: a'));
    const hover = await client.connection.sendRequest(HoverRequest.type, {
      textDocument,
      position: { line: 3, character: 3 },
    });
    expect(hover?.contents).toMatchObject({
      kind: 'plaintext',
      value: expect.not.stringMatching(/\*\*|`/),
    });
    await client.stop();
  });
});

test('a client with the commands gets lenses above each document', async () => {
  const client = await LspClient.start({
    capabilities: pullingClient,
    initializationOptions: { codeLens: true },
  });
  await client.open(uri, `# first\n${updateText('name: a')}---\n${updateText('name: b')}`);
  const lenses = await client.connection.sendRequest(CodeLensRequest.type, { textDocument });
  expect(lenses?.map(({ range, command }) => [range.start.line, command?.title])).toEqual([
    [0, 'Apply update'],
    [0, 'Preview changes'],
    [0, 'Show request'],
    [5, 'Apply update'],
    [5, 'Preview changes'],
    [5, 'Show request'],
  ]);
  expect(lenses?.[3]?.command?.arguments).toEqual([
    uri,
    { line: 6, character: 0 },
    { version: 1, connectionId },
  ]);
  await client.stop();
});
