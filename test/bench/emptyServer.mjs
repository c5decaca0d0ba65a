// The floor: a server without any library that answers every request at once with nothing. What it
// costs is Node, the streams and JSON; no server on Node can be faster.

let buffer = Buffer.alloc(0);

process.stdin.on('data', (chunk) => {
  buffer = Buffer.concat([buffer, chunk]);
  for (;;) {
    const headerEnd = buffer.indexOf('\r\n\r\n');
    if (headerEnd < 0) return;
    const length = Number(
      /content-length: *(\d+)/i.exec(buffer.toString('latin1', 0, headerEnd))[1],
    );
    const bodyStart = headerEnd + 4;
    if (buffer.length < bodyStart + length) return;
    answer(JSON.parse(buffer.toString('utf8', bodyStart, bodyStart + length)));
    buffer = buffer.subarray(bodyStart + length);
  }
});

const results = {
  initialize: { capabilities: { textDocumentSync: 2, diagnosticProvider: {} } },
  'textDocument/diagnostic': { kind: 'full', items: [] },
};

function answer({ id, method }) {
  if (method === 'exit') process.exit(0);
  if (id === undefined) return;
  const body = JSON.stringify({ jsonrpc: '2.0', id, result: results[method] ?? null });
  process.stdout.write(`Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`);
}
