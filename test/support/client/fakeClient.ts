// All ports of the client as fakes, and the use cases over them. The defaults describe a user who is
// signed in to a region and confirms everything; a test replaces what it is about.
import type { PrepareUpdateResult } from '../../../server/src/protocol/messages';
import type { Credentials } from '../../../client/src/core/model/credentials';
import type { Ports, RequestSettings } from '../../../client/src/core/ports/ports';
import { referenceChecks } from '../../../server/src/service';
import { createRedactor } from '../../../client/src/core/redaction/redactor';
import { createInFlight } from '../../../client/src/core/apply/inFlight';
import { createUseCases } from '../../../client/src/core/commands/useCases';
import type { Target } from '../../../client/src/core/model/target';
import { nodeCrypto } from '../../../client/src/transports/nodeCrypto';
import { examplePlan, exampleUpdate } from './exampleUpdate';
import { createWindowMemory } from '../../../client/src/core/credentials/windowMemory';
import { fakeFiles } from './fakeFiles';
import { fakeMarks } from './fakeMarks';
import { fakeBackground } from './fakeBackground';
import { fakeRoute } from './fakeRoute';
import { fakeConfirmation } from './fakeConfirmation';
import { fakeLog } from './fakeLog';
import { fakePresenter } from './fakePresenter';
import { fakeProgress } from './fakeProgress';
import { fakePrompts } from './fakePrompts';
import { fakeRecords } from './fakeRecords';
import { fakeServer } from './fakeServer';
import { fakeSecretStore } from './fakeSecretStore';
import { fakeTime } from './fakeTime';
import { fakeTransport } from './fakeTransport';
import { idleReading } from './idleReading';

export const accessKey: Credentials = {
  kind: 'access-key',
  accessKey: 'QTWAOYTTINDUT2QVKYUC',
  secretKey: 'MFyfvK41ba2giqM7Uio6PznpdUKGpownRZlmVmHc',
};
export const preSharedKey = 'Correct-Horse/42 "x"';
export const place = { uri: 'file:///site-a.vpnconn.yaml', position: { line: 3, character: 0 } };
export const now = Date.UTC(2026, 10, 23, 14, 31, 5, 250);

/** What a test replaces; everything else is the default. */
export interface FakeClientOptions {
  readonly ports?: Partial<Ports>;
  readonly prepared?: PrepareUpdateResult;
  readonly target?: Target | 'none';
  readonly settings?: Partial<RequestSettings>;
  readonly environment?: Readonly<Record<string, string>>;
  /** Text of the user's files, by path. */
  readonly files?: Readonly<Record<string, string>>;
  readonly stored?: Readonly<Record<string, string>>;
  /** `idle`, the default: the look before an update finds an idle connection without being sent. */
  readonly reading?: 'idle' | 'sent';
}

export type FakeClient = ReturnType<typeof fakeClient>;

export function fakeClient(options: FakeClientOptions = {}) {
  const state = {
    version: exampleUpdate.version as number | undefined,
    trusted: true,
    target: options.target ?? ({ kind: 'regional', region: 'eu-west-101' } as const),
    clipboard: '',
  };
  const presenter = fakePresenter();
  const answerMarks = fakeMarks();
  const log = fakeLog();
  const progress = fakeProgress();
  const secrets = fakeSecretStore(
    options.stored ?? {
      'credentials:regional:eu-west-101': JSON.stringify(accessKey),
      'value:site-a': preSharedKey,
    },
  );
  const redactor = createRedactor();
  const time = fakeTime(now);
  const background = fakeBackground();
  const records = fakeRecords();
  const prepared = options.prepared ?? { kind: 'ready', update: exampleUpdate };
  const ports: Ports = {
    transport: fakeTransport(),
    server: fakeServer({
      'vpnconn/prepareUpdate': () => prepared,
      'vpnconn/planUpdate': () => ({ kind: 'ready', plan: examplePlan }),
      'vpnconn/connectionOf': () =>
        prepared.kind === 'ready' ? { kind: 'named', connection: prepared.update } : prepared,
      'vpnconn/documentPlaces': () => [place.position],
      'vpnconn/pullValues': () => ({ kind: 'unavailable', detail: 'not asked' }),
      'vpnconn/locateLiteralSecret': () => ({ kind: 'none', message: 'No key.' }),
      'vpnconn/secretChecks': referenceChecks,
      'vpnconn/writeUpdate': () => ({ text: '', fields: [], leftOut: [] }),
      'vpnconn/workspaceFiles': () => null,
    }),
    documents: {
      currentVersion: () => state.version,
      textIn: () => undefined,
      replace: () => Promise.resolve(false),
      edit: () => Promise.resolve(false),
      openNew: () => Promise.resolve(),
    },
    secrets,
    environment: { get: (name) => options.environment?.[name] },
    route: fakeRoute(),
    files: fakeFiles(options.files),
    memory: createWindowMemory(),
    clock: time.clock,
    zone: { offsetMinutes: () => 60 },
    timer: time.timer,
    background,
    records,
    crypto: nodeCrypto,
    confirmation: fakeConfirmation(),
    progress,
    presenter,
    answerMarks,
    clipboard: {
      write: (text) => {
        state.clipboard = text;
        return Promise.resolve();
      },
    },
    prompts: fakePrompts(),
    trust: { isTrusted: () => state.trusted },
    settings: { read: () => ({ timeoutSeconds: 30, ...options.settings }) },
    targets: {
      current: () => (state.target === 'none' ? undefined : state.target),
      select: (target) => {
        state.target = target;
        return Promise.resolve();
      },
    },
    sandbox: { running: () => undefined },
    inFlight: createInFlight(),
    log,
    ...options.ports,
  };
  const wired = options.reading === 'sent' ? ports : idleReading(ports);
  const useCases = createUseCases(wired, redactor);
  return {
    ...{ useCases, ports, presenter, answerMarks, log, progress, secrets, redactor, state },
    ...{ time, background, records },
  };
}
