// Editor windows as processes that share a folder, and are killed at all moments of an update.
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { seeds } from '../../../client/src/sandbox/seeds/seeds';
import { startSandbox, type Sandbox } from '../../../client/src/sandbox/startSandbox';
import { parseEntry } from '../../../client/src/core/journal/parseEntry';
import { cloudFront, type CloudFront } from '../../support/client/cloudFront';
import { recordFolder } from '../../../client/src/vscode/ports/recordFolder';
import {
  bundleWindow,
  startWindow,
  type Death,
  type ProcessWindow,
  type WindowSetup,
} from '../../support/client/startProcess';
import { poll } from '../../support/poll';

/** Where a window that sends is killed, beside an open window. Nobody keeps its update. */
const beside: readonly Death[] = [
  { call: 'create journal', count: 1, when: 'during' },
  { call: 'create token', count: 1, when: 'during' },
  { call: 'PUT', count: 1, when: 'during' },
  { call: 'PUT', count: 1, when: 'after' },
  { call: 'write journal', count: 1, when: 'during' },
  { call: 'wait', count: 40, when: 'before' },
  { call: 'rename to time-up', count: 1, when: 'during' },
  { call: 'rename to time-up', count: 1, when: 'after' },
  { call: 'PUT', count: 2, when: 'after' },
  { call: 'rename to done', count: 1, when: 'during' },
  { call: 'delete body', count: 1, when: 'during' },
];

/** And when no other window is open. */
const alone: readonly Death[] = [
  { call: 'PUT', count: 1, when: 'before' },
  { call: 'write body', count: 1, when: 'during' },
  { call: 'create journal', count: 2, when: 'after' },
];

/** Each has a connection of its own. */
const deaths = [...beside, ...alone];

/** A minute takes three seconds. */
const speed = 20;
const begin = Date.now();
const now = (): number => begin + (Date.now() - begin) * speed;

let folder: string;
let bundle: string;
let sandbox: Sandbox;
let cloud: CloudFront;
const windows: ProcessWindow[] = [];
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'vpnconn-processes-'));
  const [like] = seeds.connections;
  const connections = deaths.map((death) => ({
    ...like!,
    id: connectionOf(death),
    name: 'before',
  }));
  sandbox = await startSandbox({ seeds: { ...seeds, connections }, settleMs: 4000, clock: now });
  cloud = await cloudFront(sandbox.endpoint, now);
  bundle = await bundleWindow(folder);
});
afterAll(async () => {
  for (const window of windows) window.kill();
  await cloud.close();
  await sandbox.close();
  await rm(folder, { recursive: true, force: true });
});

const connectionOf = (death: Death): string =>
  `98c5af8a-1c2d-4e3f-8a9b-${String(deaths.indexOf(death)).padStart(12, '0')}`;

/** A window on the file of one connection. */
function open(root: string, connection: string, more: Partial<WindowSetup> = {}): ProcessWindow {
  const document = `project_id: ${sandbox.projectId}\nvpn_connection_id: ${connection}\nvpn_connection:\n  name: after\n`;
  const setup = { root, origin: cloud.origin, document, begin, speed, applies: false, ...more };
  const window = startWindow(bundle, setup);
  windows.push(window);
  return window;
}

interface Overview {
  readonly connections: readonly { readonly id: string; readonly name: string }[];
}

/** What the service has in the end. */
async function names(): Promise<ReadonlyMap<string, string>> {
  const answer = await fetch(`${sandbox.endpoint}/__sandbox/`);
  const { connections } = (await answer.json()) as Overview;
  return new Map(connections.map(({ id, name }) => [id, name]));
}

/** Names that were sent for a connection, in order. */
function sentTo(connection: string): readonly string[] {
  return cloud.requests
    .filter(({ method, path }) => method === 'PUT' && path.endsWith(connection))
    .map(({ body }) => /"name":"(\w+)"/.exec(body)?.[1] ?? body);
}

/** What is left of pending rollbacks. A body without a token was never armed. */
async function pending(root: string): Promise<readonly string[]> {
  const all = await readdir(join(root, 'rollbacks')).catch(() => []);
  return all.filter((name) => !/\.(json|tmp)$/.test(name));
}

/** How far each update in the history is. */
async function stages(root: string): Promise<readonly (string | undefined)[]> {
  const store = recordFolder(root);
  const listed = await store.list('journal');
  const all = listed.kind === 'listed' ? listed.names : [];
  const reads = await Promise.all(all.map((name) => store.read('journal', name)));
  return reads.map((read) =>
    read.kind === 'found' ? parseEntry(read.text)?.stage.kind : read.kind,
  );
}

const isOpen = (stage: string | undefined): boolean => stage === 'sending' || stage === 'settling';

/** Windows that send one update each, and are killed. */
async function die(root: string, which: readonly Death[]): Promise<void> {
  const dying = which.map((each) => open(root, connectionOf(each), { applies: true, death: each }));
  const ends = await Promise.all(dying.map(({ ended }) => ended));
  expect(ends).toEqual(which.map(() => 'SIGKILL'));
}

/** Nothing is pending or open after a while, and nothing was sent twice. */
async function expectRestored(root: string, which: readonly Death[]): Promise<void> {
  // It rolls back what nobody else does, and completes what the history still has open.
  const last = open(root, connectionOf(deaths[0]!));
  const isOver = async () => (await pending(root)).length === 0 || undefined;
  await poll('the end of all rollbacks', isOver, 30_000);
  const isComplete = async () => !(await stages(root)).some(isOpen) || undefined;
  await poll('the end of all entries', isComplete, 30_000);
  const there = await names();
  for (const death of which) {
    const { call, count, when } = death;
    const sent = sentTo(connectionOf(death)).join(', ');
    const what = `killed at ${call} ${count} (${when}): ${sent}`;
    expect(there.get(connectionOf(death)), what).toBe('before');
    expect(['', 'after', 'after, before'], what).toContain(sent);
  }
  await last.ready();
  expect(last.lines).toEqual(['ready']);
}

test.concurrent('whenever a window is killed, another one restores what it left', async () => {
  const root = join(folder, 'beside');
  const other = open(root, connectionOf(deaths[0]!));
  await other.ready();
  await die(root, beside);
  await expectRestored(root, beside);
  expect(other.lines).toEqual(['ready']);
});

test.concurrent('when no other window is open, the next one does', async () => {
  const root = join(folder, 'alone');
  await die(root, alone);
  await expectRestored(root, alone);
});
