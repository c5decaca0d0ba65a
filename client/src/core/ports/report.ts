// How problems and results are told, the same way in every use case.
import type { Presenter } from './ports';
import type { Action, Problem } from '../model/problem';

/** Shows why nothing was done, with the way on and its buttons. */
export function reportProblem(
  presenter: Pick<Presenter, 'showMessage'>,
  { message, remedy, actions }: Problem,
): void {
  presenter.showMessage({ severity: 'error', text: `${message} ${remedy}`, actions });
}

/** Shows that something was done. */
export function reportDone(
  presenter: Presenter,
  text: string,
  ...actions: readonly Action[]
): void {
  presenter.showMessage({ severity: 'information', text, actions });
}
