// The target in the language status: where *Apply Update* would send, before it is used.
import { languages, LanguageStatusSeverity, type LanguageStatusItem } from 'vscode';
import { literalText } from '../../core/model/visibleText';
import { commandIds } from '../commandIds';
import { languageId } from '../settingKeys';
import { describeTargetState, type TargetState } from './targetText';

/** Creates the item; `show` follows the selection, the settings and the sandbox. */
export function createTargetStatus(): LanguageStatusItem & { show(state: TargetState): void } {
  const item = languages.createLanguageStatusItem('vpnconn.target', { language: languageId });
  item.name = 'VPN Connection: Target';
  const show = (state: TargetState): void => {
    const { text, detail, tone } = describeTargetState(state);
    item.text = literalText(text);
    item.detail = literalText(detail);
    // The editor shows a warning in its warning colour, and in the bar itself.
    item.severity =
      tone === 'usual' ? LanguageStatusSeverity.Information : LanguageStatusSeverity.Warning;
    item.command = { title: 'Select Target', command: commandIds.selectTarget };
    item.accessibilityInformation = {
      label: literalText(detail === '' ? text : `${text}, ${detail}`),
    };
  };
  return Object.assign(item, { show });
}
