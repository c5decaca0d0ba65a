// A machine with several editor windows that share records, secrets and time, and a cloud behind real
// HTTP. Windows open, close and crash; time passes when the test says so.
import { demoCredentials } from '../../../client/src/sandbox/auth/demoCredentials';
import { startSandbox, type Sandbox } from '../../../client/src/sandbox/startSandbox';
import { storageKey } from '../../../client/src/core/credentials/storedCredentials';
import type { Login } from '../../../client/src/core/model/credentials';
import type { Target } from '../../../client/src/core/model/target';
import type { RequestSettings } from '../../../client/src/core/ports/ports';
import type { RecordStore } from '../../../client/src/core/ports/records';
import { parseTargetDefinitions } from '../../../client/src/core/targets/targetDefinition';
import { cloudFront, type Arrived, type CloudFront } from './cloudFront';
import { failingRecords, type FailingRecords } from './failingRecords';
import { now } from './fakeClient';
import { fakeRecords } from './fakeRecords';
import { fakeSecretStore, type FakeSecretStore } from './fakeSecretStore';
import { openWindow, type MachineWindow, type WindowOptions } from './machineWindow';
import type { Delay } from './slowTransport';
import { virtualTime, type VirtualTime } from './virtualTime';

export interface Machine {
  readonly time: VirtualTime;
  readonly sandbox: Sandbox;
  readonly cloud: CloudFront;
  readonly records: FailingRecords;
  /** By `folder/name`; empty when the machine keeps its records on a real disk. */
  readonly texts: Map<string, string>;
  readonly secrets: FakeSecretStore;
  readonly target: Target;
  settings: RequestSettings;
  /** How long a request takes in virtual time, before it arrives. */
  delayMs: Delay;
  /** Exceptions of the background work of all windows, caught or not. */
  defects(): readonly unknown[];
  /** Notes one that wasn't caught. */
  failed(error: unknown): void;
  /** A window on a file that updates `connectionIds.policy`, or another connection, with these fields. */
  open(fields: string, options?: WindowOptions): MachineWindow;
  /** Stores other credentials for the target. */
  signIn(login: Stored): void;
  /** Updates that arrived at the cloud, oldest first. */
  puts(): readonly Arrived[];
  /** Their bodies. */
  bodies(): readonly unknown[];
  /** Names of the records of pending rollbacks, without bodies: the identifier and what was decided. */
  decisions(): readonly string[];
  close(): Promise<void>;
}

/** As *Sign In* stores them. */
export type Stored = Login | Omit<Extract<Login, { kind: 'password' }>, 'iamEndpoint'>;

export interface MachineOptions {
  /** `password`: each window gets tokens from IAM. */
  readonly login?: 'access-key' | 'password';
  /** Instead of records in memory: a store on a real disk. Time stands still while it works. */
  readonly records?: RecordStore;
}

export const accessKeyLogin: Login = { kind: 'access-key', ...demoCredentials.accessKey };
export const passwordLogin: Stored = {
  kind: 'password',
  user: demoCredentials.user.name,
  password: demoCredentials.user.password,
  domain: demoCredentials.user.domain,
};

/** Secrets that are stored under `old` and `fresh`. */
export const oldSecret = 'Old-Secret/41';
export const freshSecret = 'New-Secret/42';

/** Fields of an update, and the body of the rollback that undoes them. */
export const changed = '  name: site-a-new\n  ikepolicy:\n    lifetime_seconds: 3600\n';
export const sentValues = {
  vpn_connection: { name: 'site-a-new', ikepolicy: { lifetime_seconds: 3600 } },
};
export const previousValues = {
  vpn_connection: { name: 'site-a', ikepolicy: { lifetime_seconds: 86400 } },
};

/** A machine whose user is signed in and confirms everything. */
export async function startMachine(options: MachineOptions = {}): Promise<Machine> {
  const time = virtualTime(now);
  const sandbox = await startSandbox({ settleMs: 4000, clock: () => time.trueTime() });
  const cloud = await cloudFront(sandbox.endpoint, () => time.trueTime());
  const targets = targetsAt(cloud.origin);
  const { target } = targets.definitions[0]!;
  const memory = fakeRecords();
  const { records: real } = options;
  const records = failingRecords(real === undefined ? memory : onRealDisk(time, real));
  const secrets = fakeSecretStore({ 'value:old': oldSecret, 'value:fresh': freshSecret });
  const windows: MachineWindow[] = [];
  const uncaught: unknown[] = [];
  const puts = () => cloud.requests.filter(({ method }) => method === 'PUT');
  const machine: Machine = {
    ...{ time, sandbox, cloud, records, texts: memory.texts, secrets, target },
    settings: { timeoutSeconds: 30, targets },
    delayMs: () => 0,
    defects: () => [...uncaught, ...windows.flatMap((window) => window.defects())],
    failed: (error) => void uncaught.push(error),
    open: (fields, given = {}) => {
      const window = openWindow(machine, fields, {
        startsAt: 1_000_003 * windows.length,
        ...given,
      });
      windows.push(window);
      return window;
    },
    signIn: (login) => void secrets.store(storageKey(target), JSON.stringify(login)),
    puts,
    bodies: () => puts().map(({ body }) => JSON.parse(body) as unknown),
    decisions: () =>
      [...memory.texts.keys()]
        .filter((key) => key.startsWith('rollbacks/') && !key.endsWith('.json'))
        .map((key) => key.slice(key.indexOf('.') + 1)),
    close: async () => {
      for (const window of windows) window.crash();
      await cloud.close();
      await sandbox.close();
    },
  };
  machine.signIn(options.login === 'password' ? passwordLogin : accessKeyLogin);
  return machine;
}

/** Virtual time waits for each of its operations. */
function onRealDisk(time: VirtualTime, store: RecordStore): RecordStore {
  return {
    list: (folder) => time.real(store.list(folder)),
    read: (folder, name) => time.real(store.read(folder, name)),
    create: (folder, name, text) => time.real(store.create(folder, name, text)),
    write: (folder, name, text) => time.real(store.write(folder, name, text)),
    rename: (folder, from, to) => time.real(store.rename(folder, from, to)),
    delete: (folder, name) => time.real(store.delete(folder, name)),
  };
}

/** The setting with one entry that leads there. */
export function targetsAt(endpoint: string, iamEndpoint = endpoint) {
  return parseTargetDefinitions([{ name: 'lab', endpoint, iamEndpoint }]);
}

export type { MachineWindow } from './machineWindow';
export { connectionIds } from '../../../client/src/sandbox/seeds/project';
