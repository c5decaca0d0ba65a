// What editors show around a text without being asked, as the built server offers it.
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import {
  DocumentLinkRequest,
  InlayHintRequest,
  SelectionRangeRequest,
  SemanticTokensRangeRequest,
  SemanticTokensRequest,
} from 'vscode-languageserver-protocol/node';
import { decodeTokens } from '../support/decodeTokens';
import { LspClient } from '../support/lspClient';
import { updateText } from '../support/updateText';

const uri = 'file:///site-a.vpnconn.yaml';
const textDocument = { uri };

describe('a client', () => {
  let client: LspClient;
  beforeEach(async () => {
    client = await LspClient.start();
  });
  afterEach(async () => {
    expect(await client.stop()).toBe(0);
  });

  test('gets a link from each section to its source', async () => {
    expect(client.initialized.capabilities.documentLinkProvider).toEqual({});
    await client.open(uri, updateText('name: a'));
    const links = await client.connection.sendRequest(DocumentLinkRequest.type, { textDocument });
    expect(links).toMatchObject([
      {
        range: { start: { line: 2, character: 0 }, end: { line: 2, character: 14 } },
        target: expect.stringMatching(/^https:/) as string,
      },
    ]);
  });

  test('gets the selections around each cursor', async () => {
    expect(client.initialized.capabilities.selectionRangeProvider).toBe(true);
    await client.open(uri, updateText('name: a\npsk: !secret b'));
    const positions = [
      { line: 3, character: 8 },
      { line: 4, character: 15 },
    ];
    const ranges = await client.connection.sendRequest(SelectionRangeRequest.type, {
      textDocument,
      positions,
    });
    expect(ranges?.map(({ range }) => range.start)).toEqual([
      { line: 3, character: 8 },
      { line: 4, character: 15 },
    ]);
  });

  test('gets hints for the lines on the screen', async () => {
    expect(client.initialized.capabilities.inlayHintProvider).toBe(true);
    await client.open(uri, updateText('ikepolicy: {lifetime_seconds: 86400}\nname: a'));
    const ask = (line: number) =>
      client.connection.sendRequest(InlayHintRequest.type, {
        textDocument,
        range: { start: { line, character: 0 }, end: { line: line + 1, character: 0 } },
      });
    expect(await ask(3)).toMatchObject([{ label: '24 h', paddingLeft: true }]);
    expect(await ask(4)).toEqual([]);
  });

  test('gets the tokens of a file, and again after an edit moved them', async () => {
    expect(client.initialized.capabilities.semanticTokensProvider).toMatchObject({
      full: true,
      range: true,
      legend: { tokenTypes: ['macro', 'variable', 'string', 'enumMember'] },
    });
    const tokens = async () => {
      const found = await client.connection.sendRequest(SemanticTokensRequest.type, {
        textDocument,
      });
      return decodeTokens(found?.data ?? []).map(({ label, range }) => [label, range.start.line]);
    };
    await client.open(uri, `${updateText('psk: !secret a')}---\n${updateText('psk: !secret b')}`);
    const first = [
      ['macro.secret', 3],
      ['variable.readonly.secret', 3],
    ];
    const second = (line: number) => first.map(([label]) => [label, line]);
    expect(await tokens()).toEqual([...first, ...second(8)]);
    const start = { line: 3, character: 0 };
    await client.change(uri, { range: { start, end: start }, text: '  name: a\n' });
    expect(await tokens()).toEqual([...second(4), ...second(9)]);
    const part = await client.connection.sendRequest(SemanticTokensRangeRequest.type, {
      textDocument,
      range: { start: { line: 6, character: 0 }, end: { line: 10, character: 0 } },
    });
    expect(decodeTokens(part?.data ?? [])).toHaveLength(2);
  });

  test('gets nothing of a file that is not open', async () => {
    const links = await client.connection.sendRequest(DocumentLinkRequest.type, { textDocument });
    expect(links).toEqual([]);
  });
});
