// The built server answers just what its sources answer: what the build leaves out, nobody misses.
import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  CodeActionRequest,
  CompletionRequest,
  DocumentDiagnosticRequest,
  DocumentSymbolRequest,
  HoverRequest,
  type CodeAction,
  type CompletionItem,
  type FullDocumentDiagnosticReport,
  type Position,
} from 'vscode-languageserver-protocol/node';
import {
  codeActions,
  complete,
  createSnapshot,
  diagnostics,
  documentSymbols,
  hover,
  suppressionIdsAt,
} from '../../server/src/service';
import { LspClient } from '../support/lspClient';
import { wholeRange } from '../support/quickFix';
import { updateText } from '../support/updateText';

const uri = 'file:///site-a.vpnconn.yaml';
const textDocument = { uri };
const comment = '# vpnconn-disable-file suppress/unknown ';
const text = `${comment}\n${updateText(
  [
    'psk: Abcd1234!',
    'peer_subnets: [10.0.0.0/8, 10.1.0.0/16, 100.64.0.0/10]',
    'tunnel_local_address: 169.254.195.1/29',
    '# vpnconn-disable-line crypto/weak',
    'ikepolicy:',
    '  ike_version: V2',
    '  dh_group: group2',
    '  ',
    'ipsecpolicy:',
    '  pfs: ',
    'style: POLICY',
  ].join('\n'),
)}---\nproject_id:\n`;
const snapshot = createSnapshot(text);
const options = { format: 'markdown', snippets: false, triggerSuggest: false } as const;

let client: LspClient;
beforeAll(async () => {
  client = await LspClient.start();
  await client.open(uri, text);
});
afterAll(async () => {
  expect(await client.stop()).toBe(0);
});

/** The place behind the first occurrence of a text. */
function behind(words: string): Position {
  const lines = text.slice(0, text.indexOf(words) + words.length).split('\n');
  return { line: lines.length - 1, character: lines.at(-1)!.length };
}

/** What is left of a value on its way to the client. */
function sent(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value));
}

test('diagnostics', async () => {
  const report = await client.connection.sendRequest(DocumentDiagnosticRequest.type, {
    textDocument,
  });
  const { items } = report as FullDocumentDiagnosticReport;
  expect(items.length).toBeGreaterThan(10);
  expect(items).toEqual(sent(diagnostics(snapshot, uri)));
});

test.each(['psk', 'peer_sub', 'V2', 'group2', 'ikepolicy', 'project_id'])(
  'a hover on %s',
  async (words) => {
    const position = behind(words);
    const answer = await client.connection.sendRequest(HoverRequest.type, {
      textDocument,
      position,
    });
    expect(answer).not.toBeNull();
    expect(answer).toEqual(sent(hover(snapshot, position, { format: 'markdown' })));
  },
);

test.each(['ike_version: ', 'dh_group: group2\n    ', 'pfs: ', '---\n', 'peer_subnets: ['])(
  'completion behind %j',
  async (words) => {
    const position = behind(words);
    const answer = await client.connection.sendRequest(CompletionRequest.type, {
      textDocument,
      position,
    });
    expect((answer as CompletionItem[]).length).toBeGreaterThan(0);
    expect(answer).toEqual(sent(complete(snapshot, position, options)));
  },
);

test('completion inside a comment that silences problems says what each of them is', async () => {
  const position = behind(comment);
  const answer = (await client.connection.sendRequest(CompletionRequest.type, {
    textDocument,
    position,
  })) as CompletionItem[];
  expect(answer.filter(({ detail = '' }) => detail.length < 6)).toEqual([]);
  expect(answer).toEqual(sent(suppressionIdsAt(snapshot, position)));
});

test('code actions', async () => {
  const range = wholeRange(text);
  const answer = (await client.connection.sendRequest(CodeActionRequest.type, {
    textDocument,
    range,
    context: { diagnostics: [] },
  })) as CodeAction[];
  expect(answer.length).toBeGreaterThan(10);
  expect(answer).toEqual(sent(codeActions(snapshot, range, { uri, storesSecrets: false })));
});

test('symbols', async () => {
  const answer = await client.connection.sendRequest(DocumentSymbolRequest.type, { textDocument });
  expect(answer?.length).toBe(2);
  expect(answer).toEqual(sent(documentSymbols(snapshot)));
});
