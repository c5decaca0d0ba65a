// Messages that no client should send: the server answers with an error, or logs them, and lives on.
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import {
  ConfigurationRequest,
  HoverRequest,
  LogMessageNotification,
  type ResponseError,
  ShutdownRequest,
} from 'vscode-languageserver-protocol/node';
import type { ValueCheck } from '../../server/src/protocol/messages';
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
    'vpnconn/secretChecks',
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

test('the conditions on a secret need no file', async () => {
  const client = await LspClient.start();
  const checks = await client.connection.sendRequest<ValueCheck[]>('vpnconn/secretChecks', {});
  const accepts = (value: string) =>
    checks.every(({ pattern }) => new RegExp(pattern, 'u').test(value));
  expect(checks.length).toBeGreaterThan(1);
  expect([accepts('Correct-Horse/42'), accepts('short'), accepts('')]).toEqual([
    true,
    false,
    false,
  ]);
  expect(await client.stop()).toBe(0);
});

const file = { textDocument: { uri } };
const position = { line: 3, character: 3 };
const range = { start: position, end: position };
const at = { ...file, position };
const options = { tabSize: 2, insertSpaces: true };
const draft = { notes: [], projectId: 'a', connectionId: 'b', body: {}, secrets: [] };

describe('a request with a malformed parameter is refused, and nothing is logged:', () => {
  const logged: string[] = [];
  let client: LspClient;
  beforeAll(async () => {
    client = await LspClient.start({
      prepare: (connection) =>
        connection.onNotification(LogMessageNotification.type, ({ message }) => {
          logged.push(message);
        }),
    });
    await client.open(uri, updateText('&a name: b'));
  });
  afterAll(async () => {
    // What the server logs comes before its answer to the good-bye.
    expect(await client.stop()).toBe(0);
    expect(logged).toEqual([]);
  });

  /** Requests in order, and the parameters that each of them cannot do without. */
  const requests: readonly (readonly [method: string, params: Record<string, unknown>])[] = [
    ['textDocument/codeAction', { ...file, range, context: { diagnostics: [] } }],
    ['textDocument/codeLens', file],
    ['textDocument/completion', at],
    ['textDocument/definition', at],
    ['textDocument/diagnostic', file],
    ['textDocument/documentHighlight', at],
    ['textDocument/documentLink', file],
    ['textDocument/documentSymbol', file],
    ['textDocument/foldingRange', file],
    ['textDocument/formatting', { ...file, options }],
    ['textDocument/hover', at],
    ['textDocument/inlayHint', { ...file, range }],
    ['textDocument/linkedEditingRange', at],
    ['textDocument/prepareRename', at],
    ['textDocument/rangeFormatting', { ...file, range, options }],
    ['textDocument/rangesFormatting', { ...file, ranges: [range], options }],
    ['textDocument/references', { ...at, context: { includeDeclaration: true } }],
    ['textDocument/rename', { ...at, newName: 'c' }],
    ['textDocument/selectionRange', { ...file, positions: [position] }],
    ['textDocument/semanticTokens/full', file],
    ['textDocument/semanticTokens/range', { ...file, range }],
    ['workspace/symbol', { query: '' }],
    ['vpnconn/connectionOf', at],
    ['vpnconn/documentPlaces', file],
    ['vpnconn/locateLiteralSecret', at],
    ['vpnconn/planUpdate', { ...at, live: {}, time: { now: 0, offsetMinutes: 0 } }],
    ['vpnconn/prepareUpdate', at],
    ['vpnconn/pullValues', { ...at, live: {} }],
    ['vpnconn/workspaceFiles', { files: [], removed: [] }],
    ['vpnconn/writeUpdate', draft],
  ];
  const omissions = requests.flatMap(([method, params]) =>
    Object.keys(params).map((name) => [method, name, params] as const),
  );

  test.each(omissions)('%s without %s', async (method, name, params) => {
    const rest = Object.fromEntries(Object.entries(params).filter(([each]) => each !== name));
    const refused = [-32602, `The parameter "${name}" is missing or malformed.`];
    const ask = (odd: object) => refusalOf(client.connection.sendRequest(method, odd));
    expect(await ask(rest)).toEqual(refused);
    for (const wrong of [null, 5, [5]])
      expect(await ask({ ...rest, [name]: wrong })).toEqual(refused);
  });

  test.each<readonly [string, string, object]>([
    ['textDocument/hover', 'textDocument', { textDocument: { uri: 5 }, position }],
    ['textDocument/hover', 'position', { ...file, position: { line: 1 } }],
    ['textDocument/hover', 'position', { ...file, position: { line: '1', character: 1 } }],
    ['textDocument/hover', 'position', { ...file, position: { line: 1, character: NaN } }],
    ['textDocument/inlayHint', 'range', { ...file, range: { start: position } }],
    ['textDocument/codeAction', 'context', { ...file, range, context: { only: 'quickfix' } }],
    ['workspace/diagnostic', 'previousResultIds', { previousResultIds: [{ uri }] }],
    ['vpnconn/workspaceFiles', 'files', { files: [{ uri, text: null }], removed: [] }],
    ['vpnconn/workspaceFiles', 'files', { files: [{ text: '' }], removed: [] }],
    ['vpnconn/workspaceFiles', 'removed', { files: [], removed: [5] }],
    ['vpnconn/planUpdate', 'time', { ...at, live: {}, time: { now: 0 } }],
    ['vpnconn/planUpdate', 'time', { ...at, live: {}, time: { now: '0', offsetMinutes: 0 } }],
    ['vpnconn/writeUpdate', 'secrets', { ...draft, secrets: [{ pointer: '/a', name: 'b' }] }],
    ['vpnconn/writeUpdate', 'region', { ...draft, region: {} }],
  ])('%s with a wrong %s: %j', async (method, name, params) => {
    expect(await refusalOf(client.connection.sendRequest(method, params))).toEqual([
      -32602,
      `The parameter "${name}" is missing or malformed.`,
    ]);
  });

  test.each(requests)('while one with all of them is answered: %s', async (method, params) => {
    expect(await client.connection.sendRequest(method, params)).not.toBe(undefined);
  });
});

describe('a message that cannot be worked on', () => {
  test.each<readonly [method: string, params: unknown]>([
    ['textDocument/didOpen', {}],
    ['textDocument/didOpen', { textDocument: { uri, text: 5 } }],
    ['textDocument/didChange', { ...file, contentChanges: [{ range: {}, text: 'x' }] }],
    ['textDocument/didChange', { ...file, contentChanges: [{}] }],
    ['textDocument/didChange', { contentChanges: [] }],
    ['textDocument/didClose', { textDocument: {} }],
  ])('changes no file: %s %j', async (method, params) => {
    const client = await LspClient.start();
    await client.open(uri, updateText('name: a'));
    await client.connection.sendNotification(method, params);
    expect(await client.connection.sendRequest(HoverRequest.type, hover)).not.toBeNull();
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
