// The target in the status bar: where *Apply Update* would send, before it is used.
import { StatusBarAlignment, ThemeColor, window } from 'vscode';
import { literalText, shortText } from '../../core/model/visibleText';
import { commandIds } from '../commandIds';
import { describeTargetState, type TargetState } from './targetText';

/** In characters. A longer name would push other items out of the bar. */
const longestName = 30;

/** The item; `show` follows the selection, the settings and the sandbox. */
export interface TargetItem {
  show(state: TargetState): void;
  /** Windows without an update file have nothing to send, and no use for the item. */
  setNeeded(needed: 'needed' | 'unneeded'): void;
  dispose(): void;
}

/** Creates the item. It is hidden until it is needed. */
export function createTargetItem(): TargetItem {
  const item = window.createStatusBarItem('vpnconn.target', StatusBarAlignment.Left, 11);
  item.name = 'VPN Connection: Target';
  item.command = commandIds.selectTarget;
  return {
    show: (state) => {
      const { icon, short, text, detail, isProduction } = describeTargetState(state);
      const whole = literalText(detail === '' ? text : `${text}, ${detail}`);
      item.text = `$(${icon}) ${literalText(shortText(short, longestName))}`;
      item.tooltip = `${whole}\nSelect another target`;
      item.accessibilityInformation = { label: whole, role: 'button' };
      item.backgroundColor = isProduction
        ? new ThemeColor('statusBarItem.warningBackground')
        : undefined;
    },
    setNeeded: (needed) => {
      if (needed === 'needed') item.show();
      else item.hide();
    },
    dispose: () => item.dispose(),
  };
}
