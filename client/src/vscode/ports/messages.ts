// Notifications with buttons that do something.
import { commands, window } from 'vscode';
import type { PresentedMessage } from '../../core/ports/ports';
import { buttonOf } from './actions';

/** Shows the message and leaves it to the user when to answer. */
export function showMessage({ severity, text, actions }: PresentedMessage): void {
  const buttons = actions.map(buttonOf);
  const labels = buttons.map(({ label }) => label);
  void showAs(severity)(text, ...labels).then((chosen) => {
    const button = buttons.find(({ label }) => label === chosen);
    return button && commands.executeCommand(button.command, ...button.arguments);
  });
}

type Show = (text: string, ...labels: readonly string[]) => Thenable<string | undefined>;

function showAs(severity: PresentedMessage['severity']): Show {
  switch (severity) {
    case 'information':
      return window.showInformationMessage;
    case 'warning':
      return window.showWarningMessage;
    case 'error':
      return window.showErrorMessage;
  }
}
