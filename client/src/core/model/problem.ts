// What people are told when something expected does not work: a code, a sentence and a way on.
import type { Range } from 'vscode-languageserver-types';
import type { Action } from './action';
import type { PresentedDocument } from './presented';

export type { Action } from './action';

/** Why an operation stopped. Returned as a value, never thrown, and never holding a secret. */
export interface Problem {
  /** Stable, kebab-case; tests and callers compare this and never the text. */
  readonly code: string;
  /** One plain sentence: what is the matter. */
  readonly message: string;
  /** One plain sentence: what to do about it. */
  readonly remedy: string;
  /** Steps that a button can start. */
  readonly actions: readonly Action[];
  /** Where it is in a file. */
  readonly location?: { readonly uri: string; readonly range: Range };
  /** What is too long for a sentence. */
  readonly document?: PresentedDocument;
}

/** Builds a problem; `actions` are the buttons in the order in which they are offered. */
export function problem(
  code: string,
  message: string,
  remedy: string,
  ...actions: readonly Action[]
): Problem {
  return { code, message, remedy, actions };
}
