// How problems and results are told, the same way in every use case.
import type { PresentedDocument, Ports, Presenter } from './ports';
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

/** Opens a document that nothing depends on, and doesn't wait for it: whatever it shows is recorded. */
export function openDocument(
  { presenter, log }: Pick<Ports, 'presenter' | 'log'>,
  document: PresentedDocument,
): void {
  const open = async (): Promise<void> => presenter.showDocument(document);
  open().catch((error: unknown) => {
    log.warn(`A document couldn't be opened: ${nameOf(error)}`);
    presenter.showMessage({
      severity: 'warning',
      text: `The document "${document.name}" couldn't be opened.`,
      actions: [{ kind: 'show-log' }],
    });
  });
}

/** Shows something unless it is in the list of what has been shown. */
export function once(told: Set<string>, what: string, show: () => void): void {
  if (!told.has(what)) {
    told.add(what);
    show();
  }
}

type Telling = Pick<Ports, 'presenter' | 'log' | 'memory'>;

/** Does work on which nothing else depends: what follows goes on after an exception. */
export async function guarded(
  ports: Telling,
  what: string,
  work: () => Promise<unknown>,
): Promise<void> {
  try {
    await work();
  } catch (error) {
    reportDefect(ports, what, error);
  }
}

/** An exception is a defect of ours: each is logged, and shown once in a window. Throws nothing. */
export function reportDefect(
  { presenter, log, memory }: Telling,
  what: string,
  error: unknown,
): void {
  try {
    log.error(`${what} failed: ${nameOf(error)}`);
    once(memory.told, what, () => {
      const text = `An unexpected error occurred. ${what} failed and is tried again.`;
      presenter.showMessage({ severity: 'error', text, actions: [{ kind: 'show-log' }] });
    });
  } catch {
    // Nothing is left that could say so.
  }
}

function nameOf(error: unknown): string {
  return error instanceof Error ? `${error.name}: ${error.message}` : 'unknown';
}
