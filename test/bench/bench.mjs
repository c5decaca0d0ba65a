// `npm run bench`: what the built server costs beside one that does nothing, on generated files of 1
// to 1,000 documents. Prints a table of medians; compare ratios, not milliseconds of different runs.
//   node test/bench/bench.mjs [--sizes 1,100] [--rounds 5] [--keystrokes 20]
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { generateFile } from './generateFile.mjs';
import { median } from './median.mjs';
import { startServer } from './startServer.mjs';

const { values: options } = parseArgs({
  options: {
    sizes: { type: 'string', default: '1,10,100,1000' },
    rounds: { type: 'string', default: '5' },
    keystrokes: { type: 'string', default: '20' },
  },
});
const servers = { vpnconn: 'dist/server.js', empty: 'test/bench/emptyServer.mjs' };
const uri = 'file:///bench.vpnconn.yaml';
const textDocument = { uri };

console.log(
  `Node ${process.version}, dist/server.js ${Math.round(readFileSync(servers.vpnconn).length / 1000)} kB\n`,
);
for (const size of options.sizes.split(',').map(Number)) {
  const file = generateFile(size);
  const samples = { vpnconn: {}, empty: {} };
  for (let round = 0; round < Number(options.rounds); round++) {
    // The servers take turns, so that a slow minute of the machine hits both.
    for (const [name, program] of Object.entries(servers))
      await measure(program, file, samples[name]);
  }
  report(size, file.text.length, samples);
}

/** One process from start to exit; adds a sample to each metric. */
async function measure(program, file, samples) {
  const record = (metric, milliseconds) => (samples[metric] ??= []).push(milliseconds);
  const started = performance.now();
  const { connection, peakMemory, stop } = await startServer(program);
  record('start to initialize', performance.now() - started);
  await connection.sendNotification('textDocument/didOpen', {
    textDocument: { ...textDocument, languageId: 'vpnconn', version: 1, text: file.text },
  });
  await connection.sendRequest('textDocument/diagnostic', { textDocument });
  record('start to diagnostics', performance.now() - started);
  await typeAndAsk(connection, file.middle, record);
  record('peak memory, MiB', peakMemory());
  await stop();
}

/** Keystrokes in the middle document, each followed by one request. */
async function typeAndAsk(connection, { line, ikeVersion }, record) {
  let version = 1;
  const change = (range, text) =>
    connection.sendNotification('textDocument/didChange', {
      textDocument: { uri, version: ++version },
      contentChanges: [{ range, text }],
    });
  const at = (atLine, character, length = 0) => ({
    start: { line: atLine, character },
    end: { line: atLine, character: character + length },
  });
  const steps = [
    ['keystroke to diagnostics', 'textDocument/diagnostic', {}],
    [
      'hover after a keystroke',
      'textDocument/hover',
      { position: { line: ikeVersion, character: 7 } },
    ],
    [
      'completion after a keystroke',
      'textDocument/completion',
      { position: { line: ikeVersion, character: 18 } },
    ],
    ['symbols after a keystroke', 'textDocument/documentSymbol', {}],
  ];
  for (let key = 0; key < Number(options.keystrokes); key++) {
    for (const [metric, method, params] of steps) {
      const sent = performance.now();
      await change(at(line, 2), 'x');
      await connection.sendRequest(method, { textDocument, ...params });
      record(metric, performance.now() - sent);
      await change(at(line, 2, 1), '');
      await connection.sendRequest('textDocument/diagnostic', { textDocument });
    }
  }
}

function report(size, length, samples) {
  const rows = Object.keys(samples.vpnconn).map((metric) => {
    const [ours, empty] = [median(samples.vpnconn[metric]), median(samples.empty[metric])];
    return `| ${metric} | ${ours.toFixed(1)} | ${empty.toFixed(1)} | ${(ours / empty).toFixed(2)} |`;
  });
  console.log(`${size} documents, ${Math.round(length / 1024)} KiB (medians, ms unless said)\n`);
  console.log(['| | vpnconn | empty | ratio |', '|---|---|---|---|', ...rows, ''].join('\n'));
}
