// Lets this window take part in the pending rollbacks of the machine for as long as it is open.
import { Disposable, workspace } from 'vscode';
import type { Log } from '../core/ports/ports';
import type { UseCases } from '../core/commands/useCases';

/** How often this window looks for rollbacks that another window has armed. */
const takePartMs = 3000;

/**
 * Continues what was under way when a window closed, and from then on takes part in every pending
 * rollback of this machine, also after trust was granted.
 */
export function takePartInRollbacks(
  { resume, takePart }: Pick<UseCases, 'resume' | 'takePart'>,
  log: Log,
): Disposable {
  const attempt = (work: () => Promise<void>): Promise<void> =>
    work().catch((error: unknown) =>
      log.error(`Taking part in rollbacks failed: ${String(error)}`),
    );
  let isLooking = false;
  const look = async (): Promise<void> => {
    // A disk that hangs gets no second question.
    if (isLooking) return;
    isLooking = true;
    await attempt(takePart);
    isLooking = false;
  };
  const start = setImmediate(() => void attempt(resume));
  const timer = setInterval(() => void look(), takePartMs);
  return Disposable.from(
    { dispose: () => clearImmediate(start) },
    { dispose: () => clearInterval(timer) },
    workspace.onDidGrantWorkspaceTrust(() => void attempt(resume)),
  );
}
