// Brings a sandbox back to how it started.
import type { SandboxParts } from './handleRequest';

/** Forgets changes, misbehaviours, issued tokens, locks and the request log. */
export function resetSandbox({ state, identity, misbehaviours, log }: SandboxParts): void {
  state.reset();
  identity.lock.clear();
  identity.tokens.clear();
  misbehaviours.clear();
  log.clear();
}
