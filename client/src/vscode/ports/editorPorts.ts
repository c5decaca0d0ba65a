// All ports of the core, in terms of the editor and of Node.
import { env, workspace } from 'vscode';
import type { LanguageServer } from '../../core/ports/languageServer';
import type { Background } from '../../core/ports/lastingPorts';
import type { RecordStore } from '../../core/ports/records';
import type { Log, Ports, Presenter, SecretStore } from '../../core/ports/ports';
import type { AnswerMarks } from '../../core/ports/answerMarks';
import { createWindowMemory } from '../../core/credentials/windowMemory';
import { createInFlight } from '../../core/apply/inFlight';
import { fetchTransport } from '../../transports/fetchTransport';
import { nodeCrypto } from '../../transports/nodeCrypto';
import { modalConfirmation } from './confirmation';
import { openDocuments } from './documents';
import { notificationProgress } from './progress';
import { quickInput } from './prompts';
import { editorRoute } from './route';
import { userFiles } from './userFiles';
import { windowZone } from './windowZone';
import type { SandboxHost } from './sandboxHost';
import { userSettings } from './settings';
import type { TargetMemory } from './targetMemory';
import { platformTimer } from './timer';

/** The ports that have a state of their own. */
export interface StatefulPorts {
  readonly server: LanguageServer;
  readonly secrets: SecretStore;
  readonly targets: TargetMemory;
  readonly sandbox: SandboxHost;
  readonly presenter: Presenter;
  readonly answerMarks: AnswerMarks;
  readonly background: Background;
  readonly records: RecordStore;
  readonly log: Log;
}

/** Completes the ports of one window. */
export function editorPorts(stateful: StatefulPorts): Ports {
  return {
    ...stateful,
    transport: fetchTransport,
    documents: openDocuments,
    environment: { get: (name) => process.env[name] },
    files: userFiles,
    route: editorRoute,
    memory: createWindowMemory(),
    timer: platformTimer,
    clock: { now: () => Date.now(), elapsed: () => performance.now() },
    zone: windowZone,
    crypto: nodeCrypto,
    confirmation: modalConfirmation,
    progress: notificationProgress,
    clipboard: { write: async (text) => env.clipboard.writeText(text) },
    prompts: quickInput,
    trust: { isTrusted: () => workspace.isTrusted },
    settings: userSettings,
    inFlight: createInFlight(),
  };
}
