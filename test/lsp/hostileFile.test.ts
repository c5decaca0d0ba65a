// A file that nobody could read must not keep the server from answering about others.
import { expect, test } from 'vitest';
import {
  CompletionRequest,
  DocumentDiagnosticRequest,
  HoverRequest,
} from 'vscode-languageserver-protocol/node';
import { LspClient } from '../support/lspClient';
import { updateText } from '../support/updateText';

const good = 'file:///good.vpnconn.yaml';
const doc = updateText('name: a');

test.each([
  ['10 MB on one line', `${doc.trimEnd()}${'a'.repeat(10_000_000)}`],
  ['an open quote above 500,000 lines', `${doc}  psk: "${'a\n'.repeat(500_000)}`],
  ['an open quote above 3,000 lines', `${doc}  psk: "${'a\n'.repeat(3_000)}`],
  ['a million colons', `${doc}${'  a: b: c: '.repeat(90_000)}`],
  ['3,000 unfinished lines', `${doc}${'  wor\n'.repeat(3_000)}`],
  ['60,000 documents', `${doc}---\n`.repeat(60_000)],
])(
  'hover on another file answers after %s',
  async (_name, text) => {
    const client = await LspClient.start();
    const bad = { uri: 'file:///bad.vpnconn.yaml' };
    await client.open(good, doc);
    await client.open(bad.uri, text);
    const position = { line: 3, character: 4 };
    const asked = [
      client.connection.sendRequest(DocumentDiagnosticRequest.type, { textDocument: bad }),
      client.connection.sendRequest(CompletionRequest.type, { textDocument: bad, position }),
      client.connection.sendRequest(HoverRequest.type, { textDocument: bad, position }),
    ];
    const hover = await client.connection.sendRequest(HoverRequest.type, {
      textDocument: { uri: good },
      position,
    });
    expect(hover?.contents).toMatchObject({ value: expect.stringContaining('name') });
    const [report] = await Promise.all(asked);
    expect(report).toMatchObject({ kind: 'full' });
    expect(await client.stop()).toBe(0);
  },
  // Generous for a busy machine; before there were limits, some of these took minutes.
  20_000,
);
