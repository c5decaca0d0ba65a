// Keeps one failing request from taking the others with it.
import { ResponseError, type CancellationToken } from 'vscode-jsonrpc';
import type { Log, Runtime } from './runtime';

/** The answer to a request that was cancelled before work on it began. */
export type Cancelled = ResponseError<never>;

/** Error code of a cancelled request (LSP 3.17, LSPErrorCodes.RequestCancelled). */
export const requestCancelled = -32800;

/**
 * Wraps the handler of one feature: a cancelled request is answered as such before any work, and
 * an exception, which is always a bug of ours, is logged and answered with `fallback`.
 */
export function guard<Params, Result>(
  feature: string,
  log: Log,
  fallback: Result,
  handler: (params: Params) => Result,
): (params: Params, token: CancellationToken) => Result | Cancelled {
  return (params, token) => {
    if (token.isCancellationRequested) return new ResponseError(requestCancelled, 'cancelled');
    return attempt(feature, log, fallback, () => handler(params));
  };
}

/** Does something whose failure must end nothing else: it is logged, and `fallback` is the result. */
export function attempt<Result>(
  feature: string,
  log: Log,
  fallback: Result,
  work: () => Result,
): Result {
  try {
    return work();
  } catch (error) {
    log.error(`${feature} failed: ${describe(error)}`);
    return fallback;
  }
}

/**
 * The same platform, on which a failure of what runs later is logged: outside of any request an
 * exception would end the server.
 */
export function guardedRuntime(runtime: Runtime, log: Log): Runtime {
  const guarded = (run: () => void) => () => attempt('work in the background', log, undefined, run);
  return {
    ...runtime,
    startTimer: (milliseconds, run) => runtime.startTimer(milliseconds, guarded(run)),
    runLater: (run) => runtime.runLater(guarded(run)),
  };
}

/** Name and stack, without the message: a message may quote the text that was worked on. */
export function describe(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown error';
  const frames = error.stack?.split('\n').filter((line) => line.startsWith('    at ')) ?? [];
  return [error.name, ...frames].join('\n');
}
