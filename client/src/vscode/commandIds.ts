// The commands that the manifest contributes. A test compares both lists.
import { codeLensCommands, storeSecretCommand } from '../../../server/src/protocol/messages';

/** Identifier of each command, by what it does. */
export const commandIds = {
  ...codeLensCommands,
  applyAgain: 'vpnconn.applyAgain',
  applyWithRollback: 'vpnconn.applyWithRollback',
  applyAllInFile: 'vpnconn.applyAllInFile',
  applyFiles: 'vpnconn.applyFiles',
  keepUpdate: 'vpnconn.keepUpdate',
  rollBackNow: 'vpnconn.rollBackNow',
  watchUpdate: 'vpnconn.watchUpdate',
  stopTracking: 'vpnconn.stopTracking',
  showBackground: 'vpnconn.showBackground',
  restorePrevious: 'vpnconn.restorePrevious',
  putBack: 'vpnconn.putBack',
  checkUpdate: 'vpnconn.checkUpdate',
  showJournalEntry: 'vpnconn.showJournalEntry',
  openEntryFile: 'vpnconn.openEntryFile',
  copyRequestId: 'vpnconn.copyRequestId',
  removeJournalEntry: 'vpnconn.removeJournalEntry',
  refreshJournal: 'vpnconn.refreshJournal',
  pullValues: 'vpnconn.pullValues',
  copyPlan: 'vpnconn.copyPlan',
  copyAsCurl: 'vpnconn.copyAsCurl',
  newUpdateFile: 'vpnconn.newUpdateFile',
  selectTarget: 'vpnconn.selectTarget',
  signIn: 'vpnconn.signIn',
  signOut: 'vpnconn.signOut',
  checkConnection: 'vpnconn.checkConnection',
  storePreSharedKey: 'vpnconn.storePreSharedKey',
  storeLiteralSecret: storeSecretCommand,
  startSandbox: 'vpnconn.startSandbox',
  stopSandbox: 'vpnconn.stopSandbox',
  restartLanguageServer: 'vpnconn.restartLanguageServer',
  showLog: 'vpnconn.showLog',
} as const;

/** The name of a command in the code. */
export type CommandName = keyof typeof commandIds;
