// Messages that no client should send: the server answers with an error, or logs them, and lives on.
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import {
  ConfigurationRequest,
  HoverRequest,
  LogMessageNotification,
  type ResponseError,
  ShutdownRequest,
  WorkspaceDiagnosticRequest,
} from 'vscode-languageserver-protocol/node';
import { LspClient, pullingClient } from '../support/lspClient';
import { poll } from '../support/poll';
import { updateText } from '../support/updateText';

const uri = 'file:///site-a.vpnconn.yaml';
const hover = { textDocument: { uri }, position: { line: 3, character: 3 } };

/** The code and the text of the error with which a request is answered. */
async function refusalOf(answer: Promise<unknown>): Promise<unknown> {
  return answer.then(
    (result) => ({ result }),
    (error: unknown) => {
      const { code, message } = error as ResponseError;
      return [code, message];
    },
  );
}

describe('a request of which the parameters are', () => {
  let client: LspClient;
  beforeEach(async () => {
    client = await LspClient.start();
    await client.open(uri, updateText('name: a'));
  });
  afterEach(async () => {
    expect(await client.connection.sendRequest(HoverRequest.type, hover)).not.toBeNull();
    expect(await client.stop()).toBe(0);
  });

  const methods = [
    'textDocument/documentLink',
    'textDocument/diagnostic',
    'textDocument/semanticTokens/full',
    'textDocument/semanticTokens/range',
    'textDocument/inlayHint',
    'textDocument/hover',
    'textDocument/completion',
    'workspace/symbol',
    'workspace/diagnostic',
    'vpnconn/prepareUpdate',
    'vpnconn/writeUpdate',
  ];
  const invalid = [-32602, 'The parameters must be an object.'];

  test.each(methods)('missing: %s', async (method) => {
    expect(await refusalOf(client.connection.sendRequest(method))).toEqual(invalid);
  });

  test.each(methods)('a list: %s', async (method) => {
    const answer = client.connection.sendRequest(method, [{ textDocument: { uri } }, 1]);
    expect(await refusalOf(answer)).toEqual(invalid);
  });

  test('of another kind gets what a file gets that is not open', async () => {
    expect(await client.connection.sendRequest('textDocument/documentLink', {})).toEqual([]);
  });

  test('for a method that is not there', async () => {
    const answer = refusalOf(client.connection.sendRequest('constructor', {}));
    expect(await answer).toEqual([-32601, 'There is no such method.']);
  });
});

describe('a request', () => {
  test('in front of the greeting is refused, and the greeting still works', async () => {
    const client = LspClient.launch();
    expect(await refusalOf(client.connection.sendRequest(HoverRequest.type, hover))).toEqual([
      -32002,
      'The server was not initialized yet.',
    ]);
    await client.greet();
    expect(await client.connection.sendRequest(HoverRequest.type, hover)).toBeNull();
    expect(await client.stop()).toBe(0);
  });

  test('behind the good-bye is refused', async () => {
    const client = await LspClient.start();
    await client.connection.sendRequest(ShutdownRequest.type);
    const refused = [-32600, 'The server was shut down.'];
    expect(await refusalOf(client.connection.sendRequest(HoverRequest.type, hover))).toEqual(
      refused,
    );
    const ended = new Promise((resolve) => client.process.once('exit', resolve));
    await client.connection.sendNotification('exit');
    expect(await ended).toBe(0);
  });

  test('that greets again is refused', async () => {
    const client = await LspClient.start();
    expect(await refusalOf(client.greet())).toEqual([-32600, 'The server was initialized before.']);
    expect(await client.stop()).toBe(0);
  });
});

describe('a message that cannot be worked on', () => {
  test.each<readonly [name: string, file: object]>([
    ['null', { text: null }],
    ['missing', {}],
    ['a number', { text: 5 }],
  ])('is logged, and the files behind it are worked on: a text that is %s', async (_name, odd) => {
    const logged: string[] = [];
    const client = await LspClient.start({
      prepare: (connection) =>
        connection.onNotification(LogMessageNotification.type, ({ message }) => {
          logged.push(message);
        }),
    });
    const files = [
      { uri: 'file:///odd.vpnconn.yaml', ...odd },
      { uri: 'file:///b.vpnconn.yaml', text: updateText('name: a b') },
    ];
    await client.connection.sendNotification('vpnconn/workspaceFiles', { files, removed: [] });
    // Held open until there is something to say.
    const report = await client.connection.sendRequest(WorkspaceDiagnosticRequest.type, {
      previousResultIds: [],
    });
    expect(report.items.map((each) => each.uri)).toEqual(['file:///b.vpnconn.yaml']);
    expect(logged).toEqual([expect.stringMatching(/^work in the background failed: TypeError\n/)]);
    expect(await client.stop()).toBe(0);
  });

  test.each([null, 5, {}])('is passed over: settings that are %j', async (answer) => {
    let asked = 0;
    const client = await LspClient.start({
      capabilities: { ...pullingClient, workspace: { configuration: true } },
      prepare: (connection) =>
        connection.onRequest(ConfigurationRequest.type, () => {
          asked++;
          return answer as never;
        }),
    });
    await client.open(uri, updateText('name: a'));
    await poll('a question about settings', () => asked || undefined);
    expect(await client.connection.sendRequest(HoverRequest.type, hover)).not.toBeNull();
    expect(await client.stop()).toBe(0);
  });
});
