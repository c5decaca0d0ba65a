// Questions to the user in the editor's quick input. They stay open when the focus moves, because
// keys are copied from other windows.
import { window } from 'vscode';
import type { Prompts } from '../../core/ports';

/** Asks by list and by input box. */
export const quickInput: Prompts = {
  pick: async (title, choices) => {
    const items = choices.map(({ label, description, detail, value }) => ({
      label,
      description,
      ...(detail !== undefined && { detail }),
      value,
    }));
    const options = {
      title,
      ignoreFocusOut: true,
      matchOnDescription: true,
      matchOnDetail: true,
    };
    const item = await window.showQuickPick(items, options);
    return item?.value;
  },
  ask: async (question) =>
    window.showInputBox({
      title: question.title,
      prompt: question.prompt,
      value: question.initial ?? '',
      password: question.input === 'masked',
      ignoreFocusOut: true,
      validateInput: (text) => question.check(text),
    }),
};
