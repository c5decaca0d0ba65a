// Notifications with buttons that do something.
import { commands, window } from 'vscode';
import { literalText } from '../../core/model/visibleText';
import type { PresentedMessage } from '../../core/ports/ports';
import { buttonOf, type Button } from './actions';

/** Shows the message and leaves it to the user when to answer. */
export function showMessage({ severity, text, actions }: PresentedMessage): void {
  const buttons = actions.map(buttonOf);
  const labels = buttons.map(({ label }) => label);
  void showAs(severity)(literalText(text), ...labels).then((chosen) => {
    const button = buttons.find(({ label }) => label === chosen);
    return button && run(button);
  });
}

/** Commands of the editor can fail, or be missing in another editor. */
async function run({ label, command, arguments: values }: Button): Promise<void> {
  try {
    await commands.executeCommand(command, ...values);
  } catch {
    await window.showErrorMessage(`The editor couldn\u2019t run "${label}".`);
  }
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
