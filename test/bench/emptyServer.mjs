// The floor: a server that answers every request at once with nothing. What it costs is Node, the
// streams and JSON-RPC; no server on Node can be faster.
import {
  createMessageConnection,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-jsonrpc/node';

const connection = createMessageConnection(
  new StreamMessageReader(process.stdin),
  new StreamMessageWriter(process.stdout),
);
connection.onRequest('initialize', () => ({
  capabilities: { textDocumentSync: 2, diagnosticProvider: {} },
}));
connection.onRequest('textDocument/diagnostic', () => ({ kind: 'full', items: [] }));
connection.onRequest(() => null);
connection.onNotification('exit', () => process.exit(0));
connection.listen();
