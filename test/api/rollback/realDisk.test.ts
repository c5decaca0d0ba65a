// Records in files, on disks that work in part only: every promise of a rollback stays.
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { changed, previousValues, sentValues, startMachine } from '../../support/client/machine';
import type { Machine } from '../../support/client/machine';
import { hours, minutes, seconds } from '../../support/client/virtualTime';
import { createRandom } from '../../simulation/random';

/** How a call of the file system fails. */
type Fault = (call: string) => string | undefined;

const disk = vi.hoisted((): { fault: Fault; hits: number } => ({
  fault: () => undefined,
  hits: 0,
}));

vi.mock('node:fs/promises', async (importOriginal) => {
  const real = await importOriginal<Record<string, (...given: unknown[]) => Promise<unknown>>>();
  const calls = [
    'link',
    'open',
    'readdir',
    'readFile',
    'rename',
    'rm',
    'stat',
    'unlink',
    'writeFile',
  ];
  const failing = calls.map((call) => [
    call,
    (path: string, ...more: unknown[]) => {
      const code = disk.fault(call);
      if (code === undefined) return real[call]!(path, ...more);
      disk.hits += 1;
      return Promise.reject(Object.assign(new Error(`${code}: ${call}`), { code }));
    },
  ]);
  return { ...real, ...Object.fromEntries(failing) };
});
const { recordFolder } = await import('../../../client/src/vscode/ports/recordFolder');

let root: string;
let machine: Machine;
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'vpnconn-disk-'));
  machine = await startMachine({ records: recordFolder(root) });
});
afterEach(async () => {
  disk.fault = () => undefined;
  await machine.close();
  await rm(root, { recursive: true, force: true });
});

/** What is left of pending rollbacks, drafts aside. */
async function pending(): Promise<readonly string[]> {
  const names = await readdir(join(root, 'rollbacks')).catch(() => []);
  return names.filter((name) => !name.endsWith('.tmp'));
}

const without =
  (call: string, code: string): Fault =>
  (called) =>
    called === call ? code : undefined;
/** About every third, fifth, … of these calls. */
function some(share: number, calls: readonly string[], code: string): Fault {
  const random = createRandom(share);
  return (call) => (calls.includes(call) && random.chance(1 / share) ? code : undefined);
}

/** Disks on which an update can be sent and rolled back. */
const disks: Readonly<Record<string, Fault>> = {
  'every call works': () => undefined,
  'there are no hard links: EPERM': without('link', 'EPERM'),
  'there are no hard links: ENOSYS': without('link', 'ENOSYS'),
  'there are no hard links: ENOTSUP': without('link', 'ENOTSUP'),
  // What libuv makes of the error of Windows for exFAT.
  'there are no hard links: EISDIR': without('link', 'EISDIR'),
  'there are no hard links: EACCES': without('link', 'EACCES'),
  'no draft can be deleted': without('unlink', 'EBUSY'),
  'there are no hard links, and no draft can be deleted': (call) =>
    ({ link: 'EPERM', unlink: 'EBUSY' })[call],
};

describe.each(Object.entries(disks))('where %s', (_what, fault) => {
  beforeEach(() => {
    disk.fault = fault;
  });

  test('an update is rolled back at its time, by one window', async () => {
    const [sender, other] = [machine.open(changed), machine.open('  name: other\n')];
    await other.start();
    await sender.start();
    expect(await sender.apply()).toMatchObject({ verdict: 'accepted' });
    await machine.time.pass(minutes(6));
    expect(machine.bodies()).toEqual([sentValues, previousValues]);
    expect(await pending()).toEqual([]);
    expect([...sender.working(), ...other.working()]).toEqual([]);
  });

  test('an update is kept in another window', async () => {
    const [sender, other] = [machine.open(changed), machine.open('  name: other\n')];
    await other.start();
    await sender.start();
    await sender.apply();
    await machine.time.pass(seconds(10));
    expect(await other.useCases.keepUpdate()).toEqual({ kind: 'done' });
    await machine.time.pass(hours(1));
    expect(machine.bodies()).toEqual([sentValues]);
    expect(await pending()).toEqual([]);
  });

  test('a second update of the connection is refused while one is pending', async () => {
    const [sender, other] = [machine.open(changed), machine.open(changed)];
    await sender.start();
    await sender.apply();
    expect(await other.apply()).toMatchObject({ kind: 'refused' });
    expect(machine.bodies()).toEqual([sentValues]);
  });
});

/** What may go wrong after the update was sent. */
const troubles: Readonly<Record<string, Fault>> = {
  'a virus scanner keeps files open': some(3, ['rename', 'unlink', 'rm'], 'EBUSY'),
  'files can not be replaced now and then': some(4, ['rename', 'writeFile'], 'EPERM'),
  'there are too many open files': some(3, ['readFile', 'readdir', 'stat', 'writeFile'], 'EMFILE'),
  'a network share forgets its handles': some(5, ['readFile', 'readdir', 'stat'], 'ESTALE'),
};

test.each(Object.entries(troubles))('a rollback comes although %s', async (_what, fault) => {
  const [sender, other] = [machine.open(changed), machine.open('  name: other\n')];
  await other.start();
  await sender.start();
  await sender.apply();
  disk.fault = fault;
  disk.hits = 0;
  await machine.time.pass(minutes(2));
  sender.crash();
  await machine.time.pass(minutes(10));
  expect(disk.hits).toBeGreaterThan(10);
  expect(machine.bodies()).toEqual([sentValues, previousValues]);
  disk.fault = () => undefined;
  await machine.time.pass(minutes(1));
  expect(await pending()).toEqual([]);
});

test.each(['ENOSPC', 'EROFS', 'EDQUOT', 'EIO'])(
  'with a disk that takes nothing (%s) no update is sent, and nothing is pending',
  async (code) => {
    const window = machine.open(changed);
    await window.start();
    disk.fault = (call) =>
      ['writeFile', 'link', 'rename', 'open'].includes(call) ? code : undefined;
    expect(await window.apply()).toMatchObject({ kind: 'refused' });
    disk.fault = () => undefined;
    expect(machine.puts()).toEqual([]);
    expect(await pending()).toEqual([]);
  },
);

test('a record that was created although its draft stays is no ghost', async () => {
  const window = machine.open(changed);
  await window.start();
  disk.fault = without('unlink', 'EBUSY');
  expect(await window.apply()).toMatchObject({ verdict: 'accepted' });
  expect(window.working()).toContain('countdown site-a');
});
