// The settings that the manifest contributes. A test compares both lists.

/** Key of each setting, below `settingsSection`. */
export const settingKeys = {
  targets: 'targets',
  endpoint: 'endpoint',
  region: 'region',
  timeoutSeconds: 'request.timeoutSeconds',
  sendOnlyChanges: 'apply.sendOnlyChanges',
  allowedVariables: 'secrets.allowedEnvironmentVariables',
  liveAccount: 'completion.liveAccount',
  checkClosedFiles: 'workspace.checkClosedFiles',
  codeLens: 'codeLens.enabled',
  hintDurations: 'inlayHints.durations',
  hintAddresses: 'inlayHints.addresses',
  hintNames: 'inlayHints.names',
  hintEffects: 'inlayHints.effects',
  linkFields: 'links.fields',
  rules: 'rules',
  trace: 'trace.server',
} as const;

/** The section that all settings are in. */
export const settingsSection = 'vpnconn';

/** The language identifier of update files. */
export const languageId = 'vpnconn';

/** The end of the name of an update file. */
export const updateFileName = /\.vpnconn\.ya?ml$/;

/** The language identifier of requests as they are shown. */
export const requestLanguageId = 'vpnconn-request';

/** The language identifier of responses and journal entries as they are shown. */
export const responseLanguageId = 'vpnconn-response';
