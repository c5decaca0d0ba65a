// Code actions over the built server, as an editor asks for them.
import { afterEach, beforeEach, expect, test } from 'vitest';
import { CodeActionRequest, type CodeAction } from 'vscode-languageserver-protocol/node';
import { applyActions } from '../support/applyActions';
import { LspClient } from '../support/lspClient';
import { updateText } from '../support/updateText';

const uri = 'file:///site-a.vpnconn.yaml';
const text = updateText('psk: Abcd1234!\nikepolicy:\n  ike_version: V2');

let client: LspClient;
beforeEach(async () => {
  client = await LspClient.start({ initializationOptions: { storeSecret: true } });
  await client.open(uri, text);
});
afterEach(async () => {
  expect(await client.stop()).toBe(0);
});

async function ask(line: number, only?: string[]): Promise<CodeAction[]> {
  const position = { line, character: text.split('\n')[line]!.length };
  const actions = await client.connection.sendRequest(CodeActionRequest.type, {
    textDocument: { uri },
    range: { start: position, end: position },
    context: { diagnostics: [], ...(only && { only }) },
  });
  return actions as CodeAction[];
}

test('a client is told which kinds there are', () => {
  expect(client.initialized.capabilities.codeActionProvider).toEqual({
    codeActionKinds: ['quickfix', 'source.fixAll.vpnconn'],
  });
});

test('a quick fix mends the problem under the cursor', async () => {
  const actions = await ask(5);
  expect(actions).toMatchObject([{ title: 'Change to `v2`', isPreferred: true }]);
  expect(applyActions(text, uri, actions)).toBe(text.replace('V2', 'v2'));
});

test('everything safe is mended when the editor asks for it', async () => {
  const actions = await ask(0, ['source.fixAll']);
  expect(applyActions(text, uri, actions)).toBe(text.replace('V2', 'v2'));
  await client.change(uri, { text: updateText('name: a') });
  expect(await ask(0, ['source.fixAll'])).toEqual([]);
});

test('a literal key is moved by the command of the client', async () => {
  const actions = await ask(3);
  expect(actions.map(({ command }) => command?.command)).toContain('vpnconn.storeLiteralSecret');
  expect(JSON.stringify(actions)).not.toContain('Abcd1234');
});

test('a file that is not open has no actions', async () => {
  await client.close(uri);
  expect(await ask(5)).toEqual([]);
});
