// The target in a few words.
import { describeTarget, type Target } from '../../core/target/target';

/** What the status item says. */
export interface TargetText {
  readonly text: string;
  readonly detail: string;
  /** Whether a request could be sent there now. */
  readonly isUsable: boolean;
}

/** `sandboxEndpoint` is where the sandbox listens, when it runs. */
export function describeTargetState(
  target: Target | undefined,
  sandboxEndpoint: string | undefined,
): TargetText {
  if (target === undefined) return { text: 'No target', detail: '', isUsable: false };
  const text = `Target: ${describeTarget(target)}`;
  if (target.kind !== 'sandbox') return { text, detail: '', isUsable: true };
  return sandboxEndpoint === undefined
    ? { text, detail: 'not running', isUsable: false }
    : { text, detail: sandboxEndpoint, isUsable: true };
}
