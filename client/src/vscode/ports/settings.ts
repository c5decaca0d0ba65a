// The settings. Those that decide where a request goes are read from the user's settings alone, also
// when a workspace names them in spite of their scope.
import { workspace } from 'vscode';
import type { Settings } from '../../core/ports/ports';
import { settingKeys, settingsSection } from '../settingKeys';
import { requestSettings } from './requestSettings';

/** Reads the user's values each time, so that a change takes effect at once. */
export const userSettings: Settings = {
  read: () => {
    const configuration = workspace.getConfiguration(settingsSection);
    return requestSettings((key) => configuration.inspect(key)?.globalValue);
  },
};

/** Whether code lenses are wanted. */
export function showsCodeLenses(): boolean {
  return workspace.getConfiguration(settingsSection).get(settingKeys.codeLens, true);
}

/** Whether files that are not open are checked as well. */
export function checksClosedFiles(): boolean {
  return workspace.getConfiguration(settingsSection).get(settingKeys.checkClosedFiles, true);
}

/** Whether protocol messages go to the log: for any value but `off`, which is the default. */
export function tracesMessages(): boolean {
  return (
    workspace.getConfiguration(settingsSection).get<string>(settingKeys.trace, 'off') !== 'off'
  );
}
