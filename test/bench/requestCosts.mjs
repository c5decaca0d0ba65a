// `node test/bench/requestCosts.mjs`: the CPU that each request costs the built server, on files that are
// made to cost much (`test/support/hostileFiles.mjs`). One server process, warmed up on short files.
// "first": the file was just opened, so nothing is known of it. "again": the same request once more.
// "edited": after a character was typed in the middle. Prints the dearest, in milliseconds of CPU. They depend on
// what else the machine does: "reference" is what parsing 100 ordinary documents costs at the same time, and
// --reference gives all figures as if it cost so many milliseconds.
//   node test/bench/requestCosts.mjs [--files NAME,…] [--requests REGEX] [--over 100] [--reference 20]
import { parseArgs } from 'node:util';
import { parseAllDocuments } from 'yaml';
import { hostileFiles } from '../support/hostileFiles.mjs';
import { generateFile } from './generateFile.mjs';
import { startServer } from './startServer.mjs';

const { values: options } = parseArgs({
  options: {
    files: { type: 'string', default: '' },
    over: { type: 'string', default: '100' },
    requests: { type: 'string', default: '' },
    reference: { type: 'string', default: '' },
    server: { type: 'string', default: 'dist/server.js' },
  },
});
const isWanted = new RegExp(options.requests);
const wanted = options.files === '' ? Object.keys(hostileFiles) : options.files.split(',');
const { connection, cpu, stop } = await startServer(options.server, [
  '--import',
  './test/bench/cpuProbe.mjs',
]);
const uri = 'file:///hostile.vpnconn.yaml';
const textDocument = { uri };
let version = 0;

const ordinary = generateFile(100).text;
const references = [];
const worst = new Map();
await warmUp();
for (const name of wanted) await measure(name, hostileFiles[name]);
await stop();
console.log(
  `\nReference: ${Math.min(...references).toFixed(0)} to ${Math.max(...references).toFixed(0)} ms`,
);
const rows = [...worst].sort(([, a], [, b]) => b.milliseconds - a.milliseconds);
console.log('\n| Request | dearest, ms | file | when |\n|---|---|---|---|');
for (const [request, { milliseconds, name, when }] of rows)
  console.log(`| ${request} | ${milliseconds.toFixed(0)} | ${name} | ${when} |`);

async function warmUp() {
  const short = Object.values(hostileFiles).map((text) => text.slice(0, 2_000));
  for (const text of [...short, generateFile(20).text])
    for (const [, ask] of requestsFor(text)) await fresh(text, ask);
  for (let round = 0; round < 5; round++) reference();
}

/** CPU of this process for a fixed piece of work. */
function reference() {
  const before = process.cpuUsage();
  parseAllDocuments(ordinary);
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

async function measure(name, text) {
  const costs = [];
  const rate = reference();
  references.push(rate);
  const factor = options.reference === '' ? 1 : Number(options.reference) / rate;
  for (const [request, ask] of requestsFor(text)) {
    if (!isWanted.test(request)) continue;
    const first = await fresh(text, ask);
    const again = await costOf(ask);
    await type(text);
    const edited = await costOf(ask);
    for (const [when, measured] of Object.entries({ first, again, edited })) {
      const milliseconds = measured * factor;
      costs.push([milliseconds, `${request} ${when} ${milliseconds.toFixed(0)}`]);
      if (milliseconds > (worst.get(request)?.milliseconds ?? 0))
        worst.set(request, { milliseconds, name, when });
    }
  }
  const shown = costs.filter(([cost]) => cost > Number(options.over));
  shown.sort(([a], [b]) => b - a);
  console.log(`${name}: ${shown.map(([, line]) => line).join(', ') || '-'}`);
}

/** Opens the file anew and asks. What a notification costs counts as a part of the request behind it. */
async function fresh(text, ask) {
  await connection.sendNotification('textDocument/didClose', { textDocument });
  await ping();
  return costOf(async () => {
    await connection.sendNotification('textDocument/didOpen', {
      textDocument: { uri, languageId: 'vpnconn', version: ++version, text },
    });
    await ask();
  });
}

async function type(text) {
  const { middle } = placesIn(text);
  await connection.sendNotification('textDocument/didChange', {
    textDocument: { uri, version: ++version },
    contentChanges: [{ range: { start: middle, end: middle }, text: 'x' }],
  });
}

/** CPU of the server in milliseconds until the answer is there. */
async function costOf(ask) {
  const before = await cpu();
  await ask();
  return ((await cpu()) - before) / 1000;
}

/** Everything that was sent before has been dealt with. */
function ping() {
  return connection.sendRequest('workspace/symbol', { query: 'none of this name' });
}

/** The requests that a client makes, at the places of the text where they cost most. */
function requestsFor(text) {
  const { whole, start, end, middle, mark } = placesIn(text);
  const ask = (method, params) => () =>
    connection.sendRequest(method, { textDocument, ...params }).catch((error) => {
      // Some are refused, at a place without an anchor for example.
      if (error.code !== -32803) throw error;
    });
  const at = (title, method, more = {}) =>
    Object.entries({ start, middle, end, mark }).map(([where, position]) => [
      `${title} (${where})`,
      ask(method, { position, ...more }),
    ]);
  const actions = (range, only) =>
    ask('textDocument/codeAction', {
      range,
      context: { diagnostics: [], ...(only && { only: [only] }) },
    });
  const format = { tabSize: 2, insertSpaces: true };
  const live = { vpn_connection: { name: 'b', peer_subnets: ['10.9.0.0/16'] } };
  const time = { now: 0, offsetMinutes: 0 };
  return [
    ['diagnostics', ask('textDocument/diagnostic')],
    ...at('hover', 'textDocument/hover'),
    ...at('completion', 'textDocument/completion'),
    ['quick fixes (file)', actions(whole)],
    ['quick fixes (middle)', actions({ start: middle, end: middle })],
    ['quick fixes (start)', actions({ start, end: start })],
    ['fix all', actions(whole, 'source.fixAll.vpnconn')],
    ['organize keys', actions(whole, 'source.organizeKeys')],
    ['format', ask('textDocument/formatting', { options: format })],
    ['format range', ask('textDocument/rangeFormatting', { range: whole, options: format })],
    ['symbols', ask('textDocument/documentSymbol')],
    ['folding', ask('textDocument/foldingRange')],
    ['selection', ask('textDocument/selectionRange', { positions: [start, middle, end, mark] })],
    ['links', ask('textDocument/documentLink')],
    ['hints', ask('textDocument/inlayHint', { range: whole })],
    ['tokens', ask('textDocument/semanticTokens/full')],
    ['definition', ask('textDocument/definition', { position: mark })],
    [
      'references',
      ask('textDocument/references', { position: mark, context: { includeDeclaration: true } }),
    ],
    ['highlights', ask('textDocument/documentHighlight', { position: mark })],
    ['prepare rename', ask('textDocument/prepareRename', { position: mark })],
    ['rename', ask('textDocument/rename', { position: mark, newName: 'renamed' })],
    ['linked ranges', ask('textDocument/linkedEditingRange', { position: mark })],
    ['workspace symbols', ping],
    ['prepare update', ask('vpnconn/prepareUpdate', { position: middle })],
    ['plan', ask('vpnconn/planUpdate', { position: middle, live, time })],
    ['connection of', ask('vpnconn/connectionOf', { position: middle })],
    ['pull values', ask('vpnconn/pullValues', { position: middle, live })],
    ['document places', ask('vpnconn/documentPlaces')],
    ['literal secret', ask('vpnconn/locateLiteralSecret', { position: middle })],
  ];
}

function placesIn(text) {
  const start = { line: 0, character: 0 };
  const end = positionAt(text, text.length);
  const mark = positionAt(text, Math.max(text.search(/[*&]/), 0) + 1);
  return { whole: { start, end }, start, end, middle: positionAt(text, text.length >> 1), mark };
}

function positionAt(text, offset) {
  const lines = text.slice(0, offset).split(/\r\n|\r|\n/);
  return { line: lines.length - 1, character: lines.at(-1).length };
}
