// The composition root: builds the adapters, hands them to the core, and registers what the editor
// can call. Nothing here waits for the network, reads a file or looks at the workspace.
import {
  commands,
  Disposable,
  env,
  EventEmitter,
  languages,
  version as editorVersion,
  window,
  workspace,
  type ExtensionContext,
} from 'vscode';
import { version } from '../../package.json';
import { redactedLog } from './core/redaction/redactedPorts';
import { createRedactor } from './core/redaction/redactor';
import { createUseCases } from './core/commands/useCases';
import { registerAccounts } from './vscode/accounts/accountProvider';
import { RecentUpdates } from './vscode/commands/recentUpdates';
import { registerCommands } from './vscode/commands/commands';
import { AnswerDiagnostics } from './vscode/ports/answerDiagnostics';
import { editorPorts } from './vscode/ports/editorPorts';
import { channelLog, channelName } from './vscode/ports/log';
import { showMessage } from './vscode/ports/messages';
import { PresentedDocuments } from './vscode/ports/presentedDocuments';
import { editorPresenter } from './vscode/ports/presenter';
import { recordFolder, removeOldDrafts } from './vscode/ports/recordFolder';
import { responseFolding } from './vscode/ports/responseFolding';
import { SandboxHost } from './vscode/ports/sandboxHost';
import { EditorSecretStore } from './vscode/ports/secretStore';
import { TargetMemory } from './vscode/ports/targetMemory';
import { startServerIn } from './vscode/server/editorServer';
import { followLiveAccount } from './vscode/liveAccount';
import type { Services } from './vscode/services';
import { languageId, responseLanguageId, settingKeys, settingsSection } from './vscode/settingKeys';
import { takePartInRollbacks } from './vscode/takePartInRollbacks';
import { BackgroundWatches } from './vscode/status/backgroundWatches';
import { createTargetItem } from './vscode/status/targetItem';
import { JournalView } from './vscode/views/journalView';
import { ProgressView } from './vscode/views/progressView';
import { PlanPage } from './vscode/views/planPage';
import { describeTargetState } from './vscode/status/targetText';

/** The two functions that the editor calls. */
export interface Extension {
  readonly activate: (context: ExtensionContext) => void;
  /** Ends server and sandbox; the editor waits for that a few seconds. */
  readonly deactivate: () => Promise<void>;
}

/** One extension, which is activated at most once at a time. */
export function createExtension(): Extension {
  let end = (): Promise<unknown> => Promise.resolve();
  return {
    activate: (context) => {
      const started = performance.now();
      const services = compose(context);
      end = () =>
        Promise.all([services.background.end(), services.server.end(), services.sandbox.stop()]);
      const elapsed = (performance.now() - started).toFixed(1);
      services.log.info(
        `Version ${version} in ${env.appName} ${editorVersion}, activated in ${elapsed} ms`,
      );
    },
    deactivate: async () => {
      await end();
    },
  };
}

function compose(context: ExtensionContext): Services {
  const channel = window.createOutputChannel(channelName, { log: true });
  const redactor = createRedactor();
  const log = redactedLog(channelLog(channel), redactor);
  const documents = new PresentedDocuments();
  const plans = new PlanPage({
    follow: (place) => void useCases.followPlan(place),
    showDiff: (diff) => documents.showDiff(diff),
  });
  const answerMarks = new AnswerDiagnostics();
  const changed = new EventEmitter<void>();
  const sandbox = new SandboxHost(log, () => changed.fire());
  const targets = new TargetMemory(context.globalState, () => changed.fire());
  const background = new BackgroundWatches(log);
  const server = startServerIn(context, channel, log, (places) =>
    useCases.liveAccount.want(places),
  );
  const ports = editorPorts({
    server,
    secrets: new EditorSecretStore(context.secrets),
    targets,
    sandbox,
    presenter: editorPresenter(documents, plans),
    answerMarks,
    background,
    records: recordFolder(context.globalStorageUri.fsPath, (folder) => {
      if (folder !== 'journal') return;
      journal.refresh();
      useCases.liveAccount.refresh();
    }),
    log: channelLog(channel),
  });
  const useCases = createUseCases(ports, redactor);
  const journal = new JournalView(() => useCases.journal());
  const recentUpdates = new RecentUpdates(ports.prompts);
  const services = {
    ...{ useCases, server, sandbox, targets, background, journal, documents, plans, recentUpdates },
    ...{ showMessage, channel, log },
  };
  context.subscriptions.push(
    channel,
    documents,
    languages.registerFoldingRangeProvider({ language: responseLanguageId }, responseFolding),
    plans,
    changed.event(() => plans.recheck()),
    answerMarks,
    changed,
    ...[new ProgressView(background), background, journal],
    recentUpdates,
    registerCommands(services),
    registerAccounts(useCases, context.secrets, changed.event),
    followTarget(services, changed.event),
    followLiveAccount(useCases.liveAccount, changed.event, context.secrets),
    takePartInRollbacks(useCases, log),
  );
  // A tab that is gone already, or that the user closes at the same moment, is as good as closed.
  documents.closeLeftovers().catch(() => log.debug('Old tabs could not be closed.'));
  void removeOldDrafts(context.globalStorageUri.fsPath, Date.now());
  return services;
}

/** Keeps status item and menus in step with target, sandbox and settings. */
function followTarget(
  { useCases, sandbox, log }: Services,
  changed: EventEmitter<void>['event'],
): Disposable {
  const item = createTargetItem();
  let logged = '';
  const update = (): void => {
    const endpoint = sandbox.running()?.endpoint;
    const target = useCases.currentTarget();
    const status = target === undefined ? 'ordinary' : useCases.targetStatus(target);
    const state = { target, status, sandboxEndpoint: endpoint };
    item.show(state);
    const { text, detail } = describeTargetState(state);
    const line = detail === '' ? text : `${text}, ${detail}`;
    if (line !== logged) log.info(line);
    logged = line;
    void commands.executeCommand('setContext', 'vpnconn.sandboxRunning', endpoint !== undefined);
    tellNeed();
  };
  const tellNeed = (): void => {
    const isOpen = workspace.textDocuments.some((document) => document.languageId === languageId);
    item.setNeeded(isOpen || sandbox.running() !== undefined ? 'needed' : 'unneeded');
  };
  update();
  const decisive = [settingKeys.targets, settingKeys.endpoint, settingKeys.region];
  return Disposable.from(
    item,
    changed(update),
    workspace.onDidOpenTextDocument(tellNeed),
    workspace.onDidCloseTextDocument(tellNeed),
    workspace.onDidChangeConfiguration((event) => {
      const concerns = (key: string): boolean =>
        event.affectsConfiguration(`${settingsSection}.${key}`);
      if (decisive.some(concerns)) update();
    }),
  );
}
