// The facade: everything that a command can ask of the core.
import { applyAgain } from './applyAgain';
import { accountId, listAccounts, type Account } from '../credentials/accounts';
import { storageKey } from '../credentials/storedCredentials';
import { behindProxy } from '../cloud/behindProxy';
import { withCertificateCheck } from '../cloud/certificateCheck';
import { applyBatch, presentBatch, type BatchOutcome } from './applyBatch';
import { checkConnection, presentCheck } from './check/checkConnection';
import { copyAsCurl } from './copyAsCurl';
import { newUpdateFile } from './create/newUpdateFile';
import { followPlan } from './followPlan';
import type { DocumentPlace, SeenPlace } from '../model/documentPlace';
import { checkUpdate } from './checkUpdate';
import { readJournal } from '../journal/journal';
import type { JournalEntry } from '../journal/journalEntry';
import { putBack, restorePrevious } from './restorePrevious';
import { copyRequestId, removeEntry, showEntry } from './showEntry';
import type { DoneOutcome, SelectTargetOutcome } from '../model/outcomes';
import type { CheckConnectionOutcome } from './check/checkStep';
import { LiveAccount } from './liveAccount/liveAccount';
import type { Ports } from '../ports/ports';
import { present, type Result } from '../ports/result';
import { guarded } from '../ports/report';
import { redactedPorts } from '../redaction/redactedPorts';
import type { Redactor } from '../redaction/redactor';
import { presentTarget, selectTarget } from './selectTarget';
import { copyPlan, previewChanges } from './previewChanges';
import { pullValues } from './pullValues';
import { applyUpdate } from './applyUpdate';
import { watchUpdate } from '../monitor/resumeWatching';
import { showRequest } from '../plan/showRequest';
import { signIn } from './signIn';
import { signOut } from './signOut';
import { signOutOf } from './signOutOf';
import { storeLiteralSecret } from './storeLiteralSecret';
import { storePreSharedKey } from './storePreSharedKey';
import { currentTarget } from '../targets/findDestination';
import type { Target } from '../model/target';
import { targetStatus, type TargetStatus } from '../targets/resolveTarget';
import type { SendUpdateOutcome } from '../apply/outcome';
import { applyWithRollback } from './applyWithRollback';
import { keepUpdate, rollBackNow } from '../rollback/decide';
import { showDecided } from '../rollback/decisions';
import { removeUnarmed } from '../rollback/removeUnarmed';
import { takePart } from '../rollback/takePart';
import { resumeUpdates } from '../apply/resumeUpdates';
import { adoptFirstVersion } from '../journal/adoptFirstVersion';
import { removeOldLeases } from '../journal/lease';

export type { DocumentPlace } from '../model/documentPlace';
export type { DoneOutcome, SelectTargetOutcome } from '../model/outcomes';
export type { CheckConnectionOutcome } from './check/checkStep';
export type { SendUpdateOutcome } from '../apply/outcome';

/**
 * The commands' work without the editor. Each shows its result, and also returns it. The functions behind
 * them return results and show nothing; questions go through the prompts and the confirmation.
 */
export interface UseCases {
  /** *Apply Update*: checks, confirms, signs, sends and shows the response. */
  sendUpdate(place: DocumentPlace): Promise<SendUpdateOutcome>;
  /** *Apply with Automatic Rollback…*: the same, and it is rolled back unless the user keeps it. */
  applyWithRollback(place: DocumentPlace): Promise<SendUpdateOutcome>;
  /** *Apply All in File* and *Apply Files…*: every document of these files, after one question. */
  applyBatch(uris: readonly string[]): Promise<BatchOutcome>;
  /** *Keep Update*; `id` of the pending rollback. */
  keepUpdate(id?: string): Promise<DoneOutcome>;
  /** *Roll Back Now* */
  rollBackNow(id?: string): Promise<DoneOutcome>;
  /** *Wait and Try Again*: the same after some milliseconds. */
  applyAgain(place: DocumentPlace, waitMs: number): Promise<SendUpdateOutcome>;
  /** *Keep Tracking* an update of the journal. */
  watchUpdate(entry: string): Promise<DoneOutcome>;
  /** The journal, newest first. */
  journal(): Promise<readonly JournalEntry[]>;
  /** *Show Details* of an entry of the journal. */
  showEntry(entry: string): Promise<DoneOutcome>;
  /** *Copy Request ID* of an entry of the journal. */
  copyRequestId(entry: string): Promise<DoneOutcome>;
  /** *Remove from History…* */
  removeEntry(entry: string): Promise<DoneOutcome>;
  /** *Check Current State* of an update whose end isn't known. */
  checkUpdate(entry: string): Promise<DoneOutcome>;
  /** *Restore Previous Values…*: opens a file with the values from before an update. */
  restorePrevious(entry: string): Promise<DoneOutcome>;
  /** *Revert Unrequested Changes*: opens a file with what an update changed without sending it. */
  putBack(entry: string, pointers: readonly string[]): Promise<DoneOutcome>;
  /** Continues at start what was under way when a window closed. */
  resume(): Promise<void>;
  /** Takes part in the pending rollbacks of this machine. Call it every few seconds. */
  takePart(): Promise<void>;
  /** *Pull Current Values*: updates the document with the values of the live connection. */
  pullValues(place: DocumentPlace): Promise<DoneOutcome>;
  /** *Preview Changes*: what the update would change on the live connection, as a page. */
  previewChanges(place: DocumentPlace): Promise<DoneOutcome>;
  /** Compares the document of an open plan again and updates the page. Reads nothing of the cloud. */
  followPlan(place: SeenPlace): Promise<void>;
  /** *Copy Plan as Markdown*: the same for a change ticket. */
  copyPlan(place: DocumentPlace): Promise<DoneOutcome>;
  /** *Show Request*: the exact request with secrets masked, as a document. */
  showRequest(place: DocumentPlace): Promise<DoneOutcome>;
  /** *Copy as cURL*: a shell command with placeholders for every secret, to the clipboard. */
  copyAsCurl(place: DocumentPlace): Promise<DoneOutcome>;
  /** *Sign In*: asks for credentials of the current target and keeps them in the secret storage. */
  signIn(place?: DocumentPlace): Promise<DoneOutcome>;
  /** *Sign Out*: forgets the stored credentials of the current target. */
  signOut(): Promise<DoneOutcome>;
  /** Stored credentials of all targets, without secrets. */
  accounts(): Promise<readonly Account[]>;
  /** The account that *Sign In* would make now. */
  currentAccountId(): string | undefined;
  /** Forgets the stored credentials of one account. */
  signOutOf(accountId: string): Promise<DoneOutcome>;
  /** *Store Pre-Shared Key…*: keeps a value for `!secret NAME`; asks for the name unless it is given. */
  storePreSharedKey(name?: string): Promise<DoneOutcome>;
  /** *Move Pre-Shared Key to Secret Storage…*: replaces a literal key with a reference. */
  storeLiteralSecret(place: DocumentPlace): Promise<DoneOutcome>;
  /** *Test Cloud Connection*: the way of a request step by step, as a document. */
  checkConnection(place?: DocumentPlace): Promise<CheckConnectionOutcome>;
  /** *New Update File…*: opens a file for one of the live connections, of the project of `place`. */
  newUpdateFile(place?: DocumentPlace): Promise<DoneOutcome>;
  /** Names of the resources of the live account, for completion and hints. Shows and asks nothing. */
  readonly liveAccount: Pick<LiveAccount, 'want' | 'look' | 'refresh' | 'forget' | 'end'>;
  /** *Select Target*: asks and remembers. */
  selectTarget(): Promise<SelectTargetOutcome>;
  /** The target that a request would use now (selected, else from the settings); for a status item. */
  currentTarget(): Target | undefined;
  /** What the settings define for a target; for a status item. */
  targetStatus(target: Target): TargetStatus;
}

/**
 * Builds the use cases of one window. All ports are put behind the redactor here, so that no use
 * case can reach a bare one; the redactor is handed in because the log adapter needs it too.
 */
export function createUseCases(ports: Ports, redactor: Redactor): UseCases {
  const checked = withCertificateCheck(ports.transport, ports.environment);
  const transport = behindProxy(checked, ports.route);
  const context = { ...redactedPorts({ ...ports, transport }, redactor), redactor };
  const shown = async (working: Promise<Result>): Promise<DoneOutcome> =>
    present(context, await working);
  return {
    sendUpdate: (place) => applyUpdate(context, place),
    applyWithRollback: (place) => applyWithRollback(context, place),
    applyBatch: async (uris) => presentBatch(context, await applyBatch(context, uris)),
    keepUpdate: async (id) => showDecided(context, await keepUpdate(context, id)),
    rollBackNow: async (id) => showDecided(context, await rollBackNow(context, id)),
    applyAgain: (place, waitMs) => applyAgain(context, place, waitMs),
    watchUpdate: (entry) => shown(watchUpdate(context, entry)),
    journal: async () => (await readJournal(context)).entries,
    showEntry: (entry) => shown(showEntry(context, entry)),
    copyRequestId: (entry) => shown(copyRequestId(context, entry)),
    removeEntry: (entry) => shown(removeEntry(context, entry)),
    checkUpdate: (entry) => shown(checkUpdate(context, entry)),
    restorePrevious: (entry) => shown(restorePrevious(context, entry)),
    putBack: (entry, pointers) => shown(putBack(context, entry, pointers)),
    resume: async () => {
      const always = [adoptFirstVersion, takePart, removeOldLeases];
      const ofTrusted = [removeUnarmed, resumeUpdates];
      const trusted = context.trust.isTrusted() ? ofTrusted : [];
      for (const step of [...always, ...trusted]) {
        await guarded(context, 'Continuing what was under way', () => step(context));
      }
    },
    takePart: () => guarded(context, 'Looking for pending rollbacks', () => takePart(context)),
    pullValues: (place) => shown(pullValues(context, place)),
    previewChanges: (place) => shown(previewChanges(context, place)),
    followPlan: (place) =>
      guarded(context, 'Comparing the plan again', async () => {
        const update = await followPlan(context, place);
        if (update !== undefined) context.presenter.updatePlan(update);
      }),
    copyPlan: (place) => shown(copyPlan(context, place)),
    showRequest: (place) => shown(showRequest(context, place)),
    copyAsCurl: (place) => shown(copyAsCurl(context, place)),
    signIn: (place) => shown(signIn(context, place)),
    signOut: () => shown(signOut(context)),
    accounts: () => listAccounts(context),
    currentAccountId: () => {
      const target = currentTarget(context.targets, context.settings);
      return target === undefined ? undefined : accountId(context.crypto, storageKey(target));
    },
    signOutOf: (id) => shown(signOutOf(context, id)),
    storePreSharedKey: (name) => shown(storePreSharedKey(context, name)),
    storeLiteralSecret: (place) => shown(storeLiteralSecret(context, place)),
    checkConnection: async (place) => presentCheck(context, await checkConnection(context, place)),
    newUpdateFile: (place) => shown(newUpdateFile(context, place)),
    liveAccount: new LiveAccount(context),
    selectTarget: async () => presentTarget(context.presenter, await selectTarget(context)),
    currentTarget: () => currentTarget(context.targets, context.settings),
    targetStatus: (target) => targetStatus(target, context.settings.read()),
  };
}
