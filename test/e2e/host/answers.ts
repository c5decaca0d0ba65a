// Answers for dialogs. Nobody can click inside the extension host, so the functions that ask are
// replaced for the time of one piece of work; what was asked is kept.
import * as vscode from 'vscode';

/** A message that was shown, modal or not. */
export interface ShownMessage {
  readonly severity: 'information' | 'warning' | 'error';
  readonly text: string;
  /** Present for modal questions. */
  readonly detail?: string;
  readonly buttons: readonly string[];
}

/** What a script of answers may hold: the label of a button or a choice, or a text to type. */
export interface Answers {
  /** For modal questions: the label of the button, or undefined for Escape. */
  readonly modal?: (message: ShownMessage) => Promise<string | undefined> | string | undefined;
  /** For lists: the label of the choice, one for each list. */
  readonly picks?: readonly (string | undefined)[];
  /** For input boxes: the text, one for each box. */
  readonly inputs?: readonly (string | undefined)[];
}

/** What was asked and said during the work. */
export interface Asked {
  readonly messages: readonly ShownMessage[];
  readonly boxes: readonly vscode.InputBoxOptions[];
  readonly lists: readonly (readonly string[])[];
}

type Show = (text: string, ...rest: unknown[]) => Promise<unknown>;

/** Does `work` with the answers in place; a question without an answer fails it. */
export async function answering<T>(
  answers: Answers,
  work: () => PromiseLike<T>,
): Promise<Asked & { readonly result: T }> {
  const messages: ShownMessage[] = [];
  const boxes: vscode.InputBoxOptions[] = [];
  const lists: (readonly string[])[] = [];
  const show =
    (severity: ShownMessage['severity']): Show =>
    async (text, ...rest) => {
      const [options] = rest as [vscode.MessageOptions | string | undefined];
      const modal = typeof options === 'object' ? options : undefined;
      const buttons = rest.filter((each) => typeof each === 'string');
      const message = {
        severity,
        text,
        buttons,
        ...(modal?.detail !== undefined && { detail: modal.detail }),
      };
      messages.push(message);
      return modal?.modal === true ? answers.modal?.(message) : undefined;
    };
  const replaced = {
    showInformationMessage: show('information'),
    showWarningMessage: show('warning'),
    showErrorMessage: show('error'),
    showQuickPick: async (items: readonly { readonly label: string }[]) => {
      lists.push(items.map(({ label }) => label));
      const wanted = answerAt(answers.picks, lists.length - 1, 'list');
      const item = items.find(({ label }) => label === wanted);
      if (wanted !== undefined && item === undefined) throw new Error(`no choice ${wanted}`);
      return item;
    },
    showInputBox: async (options: vscode.InputBoxOptions) => {
      boxes.push(options);
      const text = answerAt(answers.inputs, boxes.length - 1, 'input box');
      const complaint = text === undefined ? undefined : await options.validateInput?.(text);
      if (complaint) throw new Error(typeof complaint === 'string' ? complaint : complaint.message);
      return text;
    },
  };
  const original = { ...vscode.window };
  Object.assign(vscode.window, replaced);
  try {
    return { messages, boxes, lists, result: await work() };
  } finally {
    for (const name of Object.keys(replaced) as (keyof typeof replaced)[]) {
      Object.assign(vscode.window, { [name]: original[name] });
    }
  }
}

function answerAt(
  answers: readonly (string | undefined)[] | undefined,
  index: number,
  kind: string,
): string | undefined {
  if (answers === undefined || index >= answers.length) {
    throw new Error(`no answer for ${kind} ${index + 1}`);
  }
  return answers[index];
}
