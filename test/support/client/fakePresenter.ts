// A presenter that keeps what it was given.
import type { Range } from 'vscode-languageserver-types';
import type {
  PresentedDiff,
  PresentedDocument,
  PresentedMessage,
  Presenter,
} from '../../../client/src/core/ports/ports';

export interface FakePresenter extends Presenter {
  readonly documents: readonly PresentedDocument[];
  readonly diffs: readonly PresentedDiff[];
  readonly messages: readonly PresentedMessage[];
  readonly revealed: readonly { readonly uri: string; readonly range: Range }[];
}

export function fakePresenter(): FakePresenter {
  const documents: PresentedDocument[] = [];
  const diffs: PresentedDiff[] = [];
  const messages: PresentedMessage[] = [];
  const revealed: { uri: string; range: Range }[] = [];
  return {
    documents,
    diffs,
    messages,
    revealed,
    showDocument: (document) => {
      documents.push(document);
      return Promise.resolve();
    },
    showDiff: (diff) => {
      diffs.push(diff);
      return Promise.resolve();
    },
    showMessage: (message) => {
      messages.push(message);
    },
    reveal: (uri, range) => {
      revealed.push({ uri, range });
      return Promise.resolve();
    },
  };
}
