// Questions to the user in the editor's quick input. They stay open when the focus moves, because
// keys are copied from other windows.
import { window } from 'vscode';
import { literalText } from '../../core/model/visibleText';
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
      title: literalText(question.title),
      prompt: literalText(question.prompt),
      value: question.initial ?? '',
      password: question.input === 'masked',
      ignoreFocusOut: true,
      validateInput: (text) => literal(question.check(text)),
    }),
};

function itemOf<T>({ label, description, detail, value }: Choice<T>) {
  return {
    label: literalText(label),
    description: literalText(description),
    ...(detail !== undefined && { detail: literalText(detail) }),
    value,
  };
}

function literal(message: string | undefined): string | undefined {
  return message === undefined ? undefined : literalText(message);
}

function optionsOf(title: string) {
  return {
    title: literalText(title),
    ignoreFocusOut: true,
    matchOnDescription: true,
    matchOnDetail: true,
  };
}
