// The table of commands: what each one runs.
import { commands, Disposable, Uri, window, workspace } from 'vscode';
import type { DocumentPlace } from '../../core/model/documentPlace';
import { commandIds, type CommandName } from '../commandIds';
import type { Services } from '../services';
import { documentLocation, type DocumentLocation } from './documentLocation';
import { openEntryFile } from './entryFile';
import { applyFiles } from './files';
import { selectTarget, startSandbox, stopSandbox } from './sandbox';

/** Registers all commands until the result is disposed. */
export function registerCommands(services: Services): Disposable {
  const registrations = Object.entries(commandIds).map(([name, id]) =>
    commands.registerCommand(id, (...values: readonly unknown[]) =>
      guarded(id, services, () => table[name as CommandName](services, ...values)),
    ),
  );
  return Disposable.from(...registrations);
}

/** What it returns goes to whoever executed the command; `values` are what the caller passed. */
type Command = (services: Services, ...values: readonly unknown[]) => unknown;

const table: Readonly<Record<CommandName, Command>> = {
  applyUpdate: onDocument(({ useCases }, place) => useCases.sendUpdate(place)),
  applyAgain: onDocument(({ useCases }, place, waitMs) =>
    useCases.applyAgain(place, typeof waitMs === 'number' ? waitMs : 0),
  ),
  applyWithRollback: onDocument(({ useCases }, place) => useCases.applyWithRollback(place)),
  applyAllInFile: onDocument(({ useCases }, { uri }) => useCases.applyBatch([uri])),
  applyFiles,
  previewChanges: onDocument(({ useCases }, place) => useCases.previewChanges(place)),
  copyPlan: onDocument(({ useCases }, place) => useCases.copyPlan(place)),
  pullValues: onDocument(({ useCases }, place) => useCases.pullValues(place)),
  showRequest: onDocument(({ useCases }, place) => useCases.showRequest(place)),
  copyAsCurl: onDocument(({ useCases }, place) => useCases.copyAsCurl(place)),
  storeLiteralSecret: onDocument(({ useCases }, place) => useCases.storeLiteralSecret(place)),
  newUpdateFile: onDocumentIfAny(({ useCases }, place) => useCases.newUpdateFile(place)),
  checkConnection: onDocumentIfAny(({ useCases }, place) => useCases.checkConnection(place)),
  keepUpdate: ({ useCases }, record) => useCases.keepUpdate(rollbackOf(record)),
  rollBackNow: ({ useCases }, record) => useCases.rollBackNow(rollbackOf(record)),
  watchUpdate: ({ useCases }, entry) =>
    typeof entry === 'string' ? useCases.watchUpdate(entry) : undefined,
  putBack: ({ useCases }, entry, pointers) => {
    const isList = Array.isArray(pointers) && pointers.every((each) => typeof each === 'string');
    return typeof entry === 'string' && isList ? useCases.putBack(entry, pointers) : undefined;
  },
  restorePrevious: onEntry(({ useCases }, entry) => useCases.restorePrevious(entry)),
  checkUpdate: onEntry(({ useCases }, entry) => useCases.checkUpdate(entry)),
  showJournalEntry: onEntry(({ useCases }, entry) => useCases.showEntry(entry)),
  openEntryFile,
  copyRequestId: onEntry(({ useCases }, entry) => useCases.copyRequestId(entry)),
  removeJournalEntry: onEntry(({ useCases }, entry) => useCases.removeEntry(entry)),
  refreshJournal: ({ journal }) => journal.refresh(),
  stopTracking: ({ background }, value) => background.stop(value),
  showBackground: ({ background }) => background.choose(),
  signIn: onDocumentIfAny(({ useCases }, place) => useCases.signIn(place)),
  signOut: ({ useCases }) => useCases.signOut(),
  storePreSharedKey: ({ useCases }, name) => useCases.storePreSharedKey(stringOf(name)),
  selectTarget,
  startSandbox,
  stopSandbox,
  restartLanguageServer: ({ server }) => server.restart(),
  showLog: ({ channel }) => channel.show(true),
};

/**
 * A command on the document that its caller names, or else on the one under the cursor. From the walkthrough
 * or a view, where no update is in front, it is about the one that was.
 */
function onDocument(
  run: (services: Services, place: DocumentPlace, ...more: readonly unknown[]) => unknown,
): Command {
  return async (services, ...values) => {
    const location = locate(services, values);
    const shown = location.kind === 'found' ? location : await services.recentUpdates.find();
    if (shown.kind === 'found') {
      await keepOpen(shown.place);
      return run(services, shown.place, ...values.slice(3));
    }
    if (shown.kind === 'none' && location.kind === 'none') {
      services.showMessage({ severity: 'warning', text: location.message, actions: [] });
    }
    return undefined;
  };
}

/** A command that also works without a document. */
function onDocumentIfAny(
  run: (services: Services, place: DocumentPlace | undefined) => unknown,
): Command {
  return (services, ...values) => {
    const location = locate(services, values);
    return run(services, location.kind === 'found' ? location.place : undefined);
  };
}

function locate({ documents, plans }: Services, values: readonly unknown[]): DocumentLocation {
  return documentLocation(values, window.activeTextEditor, {
    ofDiff: (uri) => documents.sourceOf(uri),
    ofPage: plans.activeSource(),
  });
}

/** The file of a button may have been closed since; the language server knows open documents only. */
async function keepOpen({ uri }: DocumentPlace): Promise<void> {
  const isOpen = workspace.textDocuments.some((document) => document.uri.toString() === uri);
  // One that can't be opened is refused with its reason by the command itself.
  if (!isOpen)
    await workspace.openTextDocument(Uri.parse(uri, true)).then(undefined, () => undefined);
}

/** A command on an entry of the journal: a button names it, the view passes the entry itself. */
function onEntry(run: (services: Services, entry: string) => unknown): Command {
  return async (services, value) => {
    const id = typeof value === 'object' && value !== null && 'id' in value ? value.id : value;
    const result = typeof id === 'string' ? await run(services, id) : undefined;
    services.journal.refresh();
    return result;
  };
}

/** The record of a rollback: a button names it, the view passes the work that counts down to it. */
function rollbackOf(value: unknown): string | undefined {
  const isItem = typeof value === 'object' && value !== null && 'work' in value;
  const work = isItem ? value.work : undefined;
  const isWork = typeof work === 'object' && work !== null && 'rollback' in work;
  return stringOf(isWork ? work.rollback : value);
}

function stringOf(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}

/** The walkthrough ticks a step when its command has done what the step is about. */
function hasSucceeded(result: unknown): boolean {
  if (typeof result !== 'object' || result === null || !('kind' in result)) return false;
  return result.kind === 'done' || ('verdict' in result && result.verdict === 'accepted');
}

/** An exception is a defect of the extension: its place goes to the log. */
async function guarded(
  id: string,
  { log, showMessage }: Services,
  run: () => unknown,
): Promise<unknown> {
  try {
    const result = await run();
    if (hasSucceeded(result)) await commands.executeCommand('setContext', `${id}.succeeded`, true);
    return result;
  } catch (error) {
    log.error(`${id} failed: ${describe(error)}`);
    showMessage({
      severity: 'error',
      text: 'Something went wrong in the extension. See the log for details.',
      actions: [{ kind: 'show-log' }],
    });
    return undefined;
  }
}

/** Name and stack without the message, which can quote what was worked on. */
function describe(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown error';
  const frames = error.stack?.split('\n').filter((line) => line.startsWith('    at ')) ?? [];
  return [error.name, ...frames].join('\n');
}
