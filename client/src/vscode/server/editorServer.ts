// The language server of this window: where its bundle is, what the editor shows of it, and which
// settings it follows.
import {
  commands,
  EventEmitter,
  Uri,
  workspace,
  type Disposable,
  type ExtensionContext,
  type LogOutputChannel,
  type TextDocument,
} from 'vscode';
import type { Log } from '../../core/ports/ports';
import { showMessage } from '../ports/messages';
import { showsCodeLenses, tracesMessages } from '../ports/settings';
import { languageId, settingKeys, settingsSection } from '../settingKeys';
import { createServerStatus } from '../status/serverStatus';
import { clientChannel, traceChannel } from './channels';
import type { ServerEvents } from './languageClient';
import { LanguageServerHost } from './languageServerHost';
import { followWorkspaceFiles } from './workspaceFiles';

/** Starts the server with the first update file: the client library is loaded after activation. */
export function startServerIn(
  context: ExtensionContext,
  channel: LogOutputChannel,
  log: Log,
  resourcesWanted: ServerEvents['resourcesWanted'],
): LanguageServerHost {
  const status = createServerStatus();
  const traceChanged = new EventEmitter<void>();
  const module = Uri.joinPath(context.extensionUri, 'dist', 'server.js').fsPath;
  const host = new LanguageServerHost(
    async (events) => {
      const { connectLanguageServer } = await import('./languageClient');
      const trace = { isOn: tracesMessages, onDidChange: traceChanged.event };
      const channels = {
        outputChannel: clientChannel(channel, log),
        traceOutputChannel: traceChannel(channel, log, trace),
      };
      return connectLanguageServer({ module, showsCodeLenses, ...channels }, events);
    },
    {
      stateChanged: (state) => {
        status.show(state);
        if (state === 'running') files.begin();
      },
      gaveUp: reportGivenUp,
      resourcesWanted,
    },
    log,
  );
  const files = followWorkspaceFiles((batch) => host.sendFiles(batch));
  const settings = workspace.onDidChangeConfiguration((event) => {
    const concerns = (key: string): boolean =>
      event.affectsConfiguration(`${settingsSection}.${key}`);
    if (concerns(settingKeys.codeLens)) host.refreshCodeLenses();
    if (concerns(settingKeys.trace)) traceChanged.fire();
  });
  context.subscriptions.push(status, traceChanged, settings, files, startWithFirstFile(host));
  return host;
}

/** The extension also runs where nobody looks at an update; there the server is not needed. */
function startWithFirstFile(host: LanguageServerHost): Disposable {
  const startFor = (document: TextDocument): void => {
    if (document.languageId !== languageId) return;
    // Folders get the command on update files only in windows that work on such files.
    void commands.executeCommand('setContext', 'vpnconn.isUsed', true);
    void host.ensureStarted();
  };
  const opened = workspace.onDidOpenTextDocument(startFor);
  setImmediate(() => workspace.textDocuments.forEach(startFor));
  return opened;
}

function reportGivenUp(): void {
  showMessage({
    severity: 'error',
    text: 'The language server ended several times, so files are not checked and nothing can be sent.',
    actions: [{ kind: 'restart-server' }, { kind: 'show-log' }],
  });
}
