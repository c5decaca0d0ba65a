// The table of commands: what each one runs.
import { commands, Disposable } from 'vscode';
import { commandIds, type CommandName } from '../commandIds';
import type { Handler, Services } from '../services';
import { applyAgain } from './applyAgain';
import { applyUpdate } from './applyUpdate';
import { applyAllInFile, applyFiles } from './batchCommands';
import { checkConnection } from './checkConnection';
import { copyAsCurl } from './copyAsCurl';
import { copyPlan } from './copyPlan';
import {
  checkUpdate,
  putBack,
  refreshJournal,
  removeJournalEntry,
  restorePrevious,
  showJournalEntry,
} from './journalCommands';
import { newUpdateFile } from './newUpdateFile';
import { previewChanges } from './previewChanges';
import { pullValues } from './pullValues';
import { restartLanguageServer } from './restartLanguageServer';
import { selectTarget } from './selectTarget';
import { showBackground } from './showBackground';
import { showLog } from './showLog';
import { showRequest } from './showRequest';
import { signIn } from './signIn';
import { signOut } from './signOut';
import { startSandbox } from './startSandbox';
import { stopSandbox } from './stopSandbox';
import { storeLiteralSecret } from './storeLiteralSecret';
import { storePreSharedKey } from './storePreSharedKey';
import { watchUpdate } from './watchUpdate';
import { applyWithWindow, keepUpdate, restoreNow } from './windowCommands';

const handlers: Readonly<Record<CommandName, (services: Services) => Handler>> = {
  applyUpdate,
  applyAgain,
  applyWithWindow,
  applyAllInFile,
  applyFiles,
  keepUpdate,
  restoreNow,
  watchUpdate,
  showBackground,
  restorePrevious,
  putBack,
  checkUpdate,
  showJournalEntry,
  removeJournalEntry,
  refreshJournal,
  previewChanges,
  pullValues,
  copyPlan,
  showRequest,
  copyAsCurl,
  newUpdateFile,
  selectTarget,
  checkConnection,
  signIn,
  signOut,
  storePreSharedKey,
  storeLiteralSecret,
  startSandbox,
  stopSandbox,
  restartLanguageServer,
  showLog,
};

/** Registers all commands until the result is disposed. */
export function registerCommands(services: Services): Disposable {
  const registrations = Object.entries(commandIds).map(([name, id]) =>
    commands.registerCommand(id, guarded(id, handlers[name as CommandName](services), services)),
  );
  return Disposable.from(...registrations);
}

/** An exception is a defect of ours: it goes to the log, and the user is told in our words. */
function guarded(id: string, handler: Handler, { log, showMessage }: Services): Handler {
  return async (...values) => {
    try {
      return await handler(...values);
    } catch (error) {
      log.error(`${id} failed: ${describe(error)}`);
      showMessage({
        severity: 'error',
        text: 'This did not work because of a defect in the extension. The log says where.',
        actions: [{ kind: 'show-log' }],
      });
      return undefined;
    }
  };
}

/** Name and stack without the message, which may quote what was worked on. */
function describe(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown error';
  const frames = error.stack?.split('\n').filter((line) => line.startsWith('    at ')) ?? [];
  return [error.name, ...frames].join('\n');
}
