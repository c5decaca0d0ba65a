// The language server in the language status, with the way to start it again.
import { languages, LanguageStatusSeverity, type LanguageStatusItem } from 'vscode';
import { commandIds } from '../commandIds';
import type { ServerState } from '../server/languageClient';
import { languageId } from '../settingKeys';

/** Creates the item; `show` follows the server. */
export function createServerStatus(): LanguageStatusItem & { show(state: ServerState): void } {
  const item = languages.createLanguageStatusItem('vpnconn.server', { language: languageId });
  item.name = 'VPN Connection: Language Server';
  item.command = { title: 'Restart', command: commandIds.restartLanguageServer };
  const show = (state: ServerState): void => {
    const text = texts[state];
    item.text = text;
    item.busy = state === 'starting';
    item.severity =
      state === 'failed' || state === 'stopped'
        ? LanguageStatusSeverity.Error
        : LanguageStatusSeverity.Information;
    item.accessibilityInformation = { label: text };
  };
  return Object.assign(item, { show });
}

const texts: Readonly<Record<ServerState, string>> = {
  starting: 'Language server starting',
  running: 'Language server running',
  stopped: 'Language server stopped: files are not checked',
  failed: 'Language server failed: files are not checked',
};
