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
    codeActionKinds: ['quickfix', 'source.fixAll.vpnconn', 'source.organizeKeys'],
  });
});

test('a quick fix mends the problem under the cursor', async () => {
  const actions = await ask(5);
  expect(actions).toMatchObject([{ title: 'Change to "v2"', isPreferred: true }]);
  expect(applyActions(text, uri, actions)).toBe(text.replace('V2', 'v2'));
});

test('everything safe is mended when the editor asks for it', async () => {
  const actions = await ask(0, ['source.fixAll']);
  expect(applyActions(text, uri, actions)).toBe(text.replace('V2', 'v2'));
  await client.change(uri, { text: updateText('name: a') });
  expect(await ask(0, ['source.fixAll'])).toEqual([]);
});

test('keys are organized when the editor asks for it', async () => {
  const disorder = updateText('psk: !secret a\nname: a');
  await client.change(uri, { text: disorder });
  expect(await ask(0)).toEqual([]);
  const actions = await ask(0, ['source.organizeKeys']);
  expect(applyActions(disorder, uri, actions)).toBe(updateText('name: a\npsk: !secret a'));
  expect(await ask(0, ['source'])).toMatchObject([{ kind: 'source.organizeKeys' }]);
});

test('a literal key is moved by the command of the client', async () => {
  const actions = await ask(3);
  expect(actions.map(({ command }) => command?.command)).toContain('vpnconn.storeLiteralSecret');
  expect(JSON.stringify(actions)).not.toContain('Abcd1234');
});

test('the place of the key is told with the version of the buffer, and never the key', async () => {
  const locate = (line: number) =>
    client.request('vpnconn/locateLiteralSecret', {
      textDocument: { uri },
      position: { line, character: 0 },
    });
  const { version } = (await locate(0)) as { version: number };
  expect(await locate(0)).toEqual({
    kind: 'found',
    version: expect.any(Number),
    range: { start: { line: 3, character: 7 }, end: { line: 3, character: 16 } },
  });
  await client.change(uri, { text: `${text}\n` });
  expect(await locate(0)).toMatchObject({ kind: 'found', version: version + 1 });
  await client.close(uri);
  expect(await locate(0)).toMatchObject({
    kind: 'none',
    message: expect.stringContaining('not open'),
  });
});

test('a file that is not open has no actions', async () => {
  await client.close(uri);
  expect(await ask(5)).toEqual([]);
});
