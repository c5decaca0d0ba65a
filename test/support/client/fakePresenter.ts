// A presenter that keeps what it was given.
import type { Range } from 'vscode-languageserver-types';
import type {
  PresentedDocument,
  PlanUpdate,
  PresentedMessage,
  PresentedPlan,
  Presenter,
} from '../../../client/src/core/ports/ports';

export interface FakePresenter extends Presenter {
  readonly documents: readonly PresentedDocument[];
  readonly plans: readonly PresentedPlan[];
  readonly planUpdates: readonly PlanUpdate[];
  readonly messages: readonly PresentedMessage[];
  readonly revealed: readonly { readonly uri: string; readonly range: Range }[];
}

export function fakePresenter(): FakePresenter {
  const documents: PresentedDocument[] = [];
  const plans: PresentedPlan[] = [];
  const planUpdates: PlanUpdate[] = [];
  const messages: PresentedMessage[] = [];
  const revealed: { uri: string; range: Range }[] = [];
  return {
    documents,
    plans,
    planUpdates,
    messages,
    revealed,
    showDocument: (document) => {
      documents.push(document);
      return Promise.resolve();
    },
    showPlan: (plan) => {
      plans.push(plan);
      return Promise.resolve();
    },
    updatePlan: (update) => {
      planUpdates.push(update);
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
