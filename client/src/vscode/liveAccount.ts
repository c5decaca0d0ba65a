// When the editor gives a reason to look at the live account again.
import { Disposable, window, workspace, type Event, type SecretStorage } from 'vscode';
import type { UseCases } from '../core/commands/useCases';
import { languageId, settingKeys, settingsSection } from './settingKeys';

/** Follows target, credentials, settings, trust, and whoever comes back to an update file. */
export function followLiveAccount(
  account: UseCases['liveAccount'],
  targetChanged: Event<void>,
  secrets: SecretStorage,
): Disposable {
  const { targets, endpoint, region, liveAccount } = settingKeys;
  const decisive = [targets, endpoint, region, liveAccount];
  return Disposable.from(
    targetChanged(() => account.forget()),
    secrets.onDidChange(() => account.forget()),
    workspace.onDidGrantWorkspaceTrust(() => account.forget()),
    workspace.onDidChangeConfiguration((event) => {
      const concerns = (key: string): boolean =>
        event.affectsConfiguration(`${settingsSection}.${key}`);
      if (decisive.some(concerns)) account.forget();
    }),
    window.onDidChangeActiveTextEditor((editor) => {
      if (editor?.document.languageId === languageId) account.look();
    }),
    { dispose: () => void account.end() },
  );
}
