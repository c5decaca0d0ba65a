// The target in the language status: where *Apply Update* would send, before it is used.
import { languages, LanguageStatusSeverity, type LanguageStatusItem } from 'vscode';
import type { Target } from '../../core/target/target';
import { commandIds } from '../commandIds';
import { languageId } from '../settingKeys';
import { describeTargetState } from './targetText';

/** Creates the item; `show` follows the selection and the sandbox. */
export function createTargetStatus(): LanguageStatusItem & {
  show(target: Target | undefined, sandboxEndpoint: string | undefined): void;
} {
  const item = languages.createLanguageStatusItem('vpnconn.target', { language: languageId });
  item.name = 'VPN Connection: Target';
  const show = (target: Target | undefined, sandboxEndpoint: string | undefined): void => {
    const { text, detail, isUsable } = describeTargetState(target, sandboxEndpoint);
    item.text = text;
    item.detail = detail;
    item.severity = isUsable ? LanguageStatusSeverity.Information : LanguageStatusSeverity.Warning;
    item.command = { title: 'Select Target', command: commandIds.selectTarget };
    item.accessibilityInformation = { label: detail === '' ? text : `${text}, ${detail}` };
  };
  return Object.assign(item, { show });
}
