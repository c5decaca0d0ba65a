// An editor window in a process of its own: the real core over real files and real HTTP. Bundled and
// started by `startProcess.ts`. Its time runs fast, and it can kill itself in the middle of a call.
import { demoCredentials } from '../../../client/src/sandbox/auth/demoCredentials';
import { createUseCases } from '../../../client/src/core/commands/useCases';
import { storageKey } from '../../../client/src/core/credentials/storedCredentials';
import type { BackgroundWork } from '../../../client/src/core/ports/lastingPorts';
import type { Ports } from '../../../client/src/core/ports/ports';
import { createRedactor } from '../../../client/src/core/redaction/redactor';
import { fetchTransport } from '../../../client/src/transports/fetchTransport';
import { recordFolder } from '../../../client/src/vscode/ports/recordFolder';
import { cancelSource } from './cancelSource';
import { fakeClient, place } from './fakeClient';
import { fakePrompts } from './fakePrompts';
import { fakeSecretStore } from './fakeSecretStore';
import { targetsAt } from './machine';
import { serviceServer } from './serviceServer';
import type { Death, WindowSetup } from './startProcess';

const setup = JSON.parse(process.env['VPNCONN_WINDOW'] ?? '') as WindowSetup;
const { root, origin, document, begin, speed } = setup;
const targets = targetsAt(origin);
const { target } = targets.definitions[0]!;

/** Calls of ports so far, as a death names them. */
const calls = new Map<string, number>();

/** Dies before a call, while it is under way, or when it has ended. */
async function mortal<T>(call: string, work: () => Promise<T>): Promise<T> {
  const count = (calls.get(call) ?? 0) + 1;
  calls.set(call, count);
  const isDue = (when: Death['when']): boolean =>
    setup.death?.call === call && setup.death.count === count && setup.death.when === when;
  if (isDue('before')) die();
  const result = work();
  if (isDue('during')) setImmediate(die);
  if (!isDue('after')) return result;
  await result;
  return die();
}

function die(): never {
  process.kill(process.pid, 'SIGKILL');
  // The signal can take a moment; until then nothing more happens here.
  for (;;);
}

const store = recordFolder(root);
const records: Ports['records'] = {
  list: (folder) => store.list(folder),
  read: (folder, name) => store.read(folder, name),
  create: (folder, name, text) =>
    mortal(`create ${kindOf(folder, name)}`, () => store.create(folder, name, text)),
  write: (folder, name, text) =>
    mortal(`write ${kindOf(folder, name)}`, () => store.write(folder, name, text)),
  rename: (folder, from, to) =>
    mortal(`rename to ${to.split('.').at(-1)}`, () => store.rename(folder, from, to)),
  delete: (folder, name) =>
    mortal(`delete ${kindOf(folder, name)}`, () => store.delete(folder, name)),
};

/** `journal`, `leases`, `body` or `token`. */
function kindOf(folder: string, name: string): string {
  if (folder !== 'rollbacks') return folder;
  return name.endsWith('.json') ? 'body' : 'token';
}

const elapsed = (): number => performance.now() * speed;
const wait = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, milliseconds / speed));

function start(work: BackgroundWork): void {
  const watch = { report: () => undefined, stop: cancelSource().signal };
  work.run(watch).catch((error: unknown) => tell(`failed: ${String(error)}`));
}

function tell(line: string): void {
  process.stdout.write(`${line}\n`);
}

const credentials = { kind: 'access-key', ...demoCredentials.accessKey };
const useCases = createUseCases(
  {
    ...fakeClient().ports,
    ...serviceServer(document),
    records,
    prompts: fakePrompts('1'),
    secrets: fakeSecretStore({ [storageKey(target)]: JSON.stringify(credentials) }),
    clock: { now: () => begin + (Date.now() - begin) * speed, elapsed },
    timer: { wait: (milliseconds) => mortal('wait', () => wait(milliseconds)) },
    settings: { read: () => ({ timeoutSeconds: 5, targets }) },
    targets: { current: () => target, select: () => Promise.resolve() },
    transport: {
      send: (request, limits) => mortal(request.method, () => fetchTransport.send(request, limits)),
    },
    background: { start },
  },
  createRedactor(),
);

await useCases.resume();
setInterval(() => void useCases.takePart(), 3000 / speed);
tell('ready');
if (setup.applies) {
  const { kind } = await useCases.applyWithRollback(place);
  tell(`applied: ${kind}`);
}
