// Questions to the user in the editor's quick input. They stay open when the focus moves, because
// keys are copied from other windows.
import { window } from 'vscode';
import type { Choice, Prompts } from '../../core/ports/ports';

/** Asks by list and by input box. */
export const quickInput: Prompts = {
  pick: async (title, choices) => {
    const item = await window.showQuickPick(choices.map(itemOf), optionsOf(title));
    return item?.value;
  },
  pickSeveral: async (title, choices) => {
    const options = { ...optionsOf(title), canPickMany: true } as const;
    const items = await window.showQuickPick(choices.map(itemOf), options);
    return items?.map(({ value }) => value);
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

function itemOf<T>({ label, description, detail, value }: Choice<T>) {
  return { label, description, ...(detail !== undefined && { detail }), value };
}

function optionsOf(title: string) {
  return { title, ignoreFocusOut: true, matchOnDescription: true, matchOnDetail: true };
}
