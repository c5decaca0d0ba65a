// What a use case returns, and the one place that shows it. A command line prints the same result.
import type { Problem } from '../model/problem';
import type { Refused } from '../model/refused';
import type { DoneOutcome } from '../model/outcomes';
import type { Action } from '../model/problem';
import type { Ports, PresentedDocument, PresentedMessage, PresentedPlan } from './ports';

/** It was done, with what there is to show about it; the user left; or why it wasn't done. */
export type Result = Done | { readonly kind: 'left' } | Refused;

/** The end of a use case that has worked. */
export interface Done {
  readonly kind: 'done';
  readonly message?: PresentedMessage;
  readonly plan?: PresentedPlan;
  readonly document?: PresentedDocument;
}

/** Done, with a sentence for the user and buttons. */
export function done(text: string, ...actions: readonly Action[]): Done {
  return { kind: 'done', message: { severity: 'information', text, actions } };
}

type Surfaces = Pick<Ports, 'presenter'>;

/** Shows a result: plan or document first, then the notification, which ends on top. */
export async function present({ presenter }: Surfaces, result: Result): Promise<DoneOutcome> {
  switch (result.kind) {
    case 'left':
      return result;
    case 'refused':
      await presentProblem({ presenter }, result.problem);
      return result;
    case 'done': {
      const { plan, document, message } = result;
      if (plan !== undefined) {
        await presenter.showPlan(plan);
      }
      if (document !== undefined) {
        await presenter.showDocument(document);
      }
      if (message !== undefined) {
        presenter.showMessage(message);
      }
      return { kind: 'done' };
    }
  }
}

/** Shows why nothing was done: where in the file, a document about it, and the way on. */
export async function presentProblem(
  { presenter }: Surfaces,
  { message, remedy, actions, location, document }: Problem,
): Promise<void> {
  if (location !== undefined) {
    await presenter.reveal(location.uri, location.range);
  }
  if (document !== undefined) {
    await presenter.showDocument(document);
  }
  presenter.showMessage({ severity: 'error', text: `${message} ${remedy}`, actions });
}
