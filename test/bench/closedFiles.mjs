// `node test/bench/closedFiles.mjs`: what somebody who types notices of many files that are not open.
// A character every 40 ms, each with a hover and a pull of diagnostics; in the middle of it the files
// are handed over, in batches as the extension does it. Prints medians, the largest in brackets.
//   node test/bench/closedFiles.mjs [--files 2000]
import { setTimeout } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { generateDocument } from './generateFile.mjs';
import { median } from './median.mjs';
import { startServer } from './startServer.mjs';

const { values: options } = parseArgs({ options: { files: { type: 'string', default: '2000' } } });
const count = Number(options.files);
const uri = 'file:///open.vpnconn.yaml';
const textDocument = { uri };
const pauseMilliseconds = 40;
/** As in `client/src/vscode/server/closedFiles.ts`. */
const filesInBatch = 25;

const { connection, peakMemory, stop } = await startServer('dist/server.js');
await connection.sendNotification('textDocument/didOpen', {
  textDocument: { ...textDocument, languageId: 'vpnconn', version: 1, text: generateDocument(0) },
});
await connection.sendRequest('textDocument/diagnostic', { textDocument });
// The work in advance, which every session begins with, is over after a second.
await setTimeout(3000);

let version = 1;
const rows = [await type('without them', 100)];
const handing = handOver();
rows.push(await type('in the first 10 seconds with them', 250));
await handing;
rows.push(await type('later', 100));
await stop();
console.log(
  [`${count} files`, '', '| | hover | diagnostics | peak memory, MiB |', '|---|---|---|---|'].join(
    '\n',
  ),
);
console.log(rows.join('\n'));

async function handOver() {
  for (let from = 1; from <= count; from += filesInBatch) {
    const files = Array.from({ length: Math.min(filesInBatch, count - from + 1) }, (_, at) => ({
      uri: `file:///closed-${from + at}.vpnconn.yaml`,
      text: generateDocument(from + at),
    }));
    await connection.sendRequest('vpnconn/workspaceFiles', { files, removed: [] });
  }
}

/** Types for a while; one row of the table. */
async function type(title, keystrokes) {
  const samples = { hover: [], diagnostic: [] };
  for (let key = 0; key < keystrokes; key++) {
    const sent = performance.now();
    await change(key);
    const ask = async (method, params = {}) => {
      await connection.sendRequest(`textDocument/${method}`, { textDocument, ...params });
      samples[method].push(performance.now() - sent);
    };
    await Promise.all([ask('hover', { position: { line: 3, character: 4 } }), ask('diagnostic')]);
    await setTimeout(pauseMilliseconds);
  }
  const cells = [samples.hover, samples.diagnostic].map(
    (each) => `${median(each).toFixed(1)} (${Math.max(...each).toFixed(1)})`,
  );
  return `| ${title} | ${cells.join(' | ')} | ${Math.round(peakMemory())} |`;
}

/** A character in the comment of the first line, or the last one taken away again. */
async function change(key) {
  const start = { line: 0, character: 2 };
  const isTyped = key % 2 === 0;
  await connection.sendNotification('textDocument/didChange', {
    textDocument: { uri, version: ++version },
    contentChanges: [
      isTyped
        ? { range: { start, end: start }, text: 'x' }
        : { range: { start, end: { line: 0, character: 3 } }, text: '' },
    ],
  });
}
