// The target in a few words.
import { describeTarget, type Target } from '../../core/model/target';
import type { TargetStatus } from '../../core/targets/resolveTarget';

/** What the status item says. */
export interface TargetText {
  readonly text: string;
  readonly detail: string;
  /** `careful`: nothing can be sent there now, or what is sent changes production. */
  readonly tone: 'usual' | 'careful';
}

/** What is known about the target at the moment. */
export interface TargetState {
  readonly target: Target | undefined;
  readonly status: TargetStatus;
  /** Where the sandbox listens, when it runs. */
  readonly sandboxEndpoint: string | undefined;
}

/** Puts the state into words. */
export function describeTargetState({ target, status, sandboxEndpoint }: TargetState): TargetText {
  if (target === undefined) return { text: 'No target', detail: '', tone: 'careful' };
  const text = `Target: ${describeTarget(target)}`;
  if (target.kind === 'sandbox') {
    return sandboxEndpoint === undefined
      ? { text, detail: 'not running', tone: 'careful' }
      : { text, detail: sandboxEndpoint, tone: 'usual' };
  }
  switch (status) {
    case 'gone':
      return { text, detail: 'changed in the settings: select it again', tone: 'careful' };
    case 'production':
      return { text: `${text} (PRODUCTION)`, detail: addressOf(target), tone: 'careful' };
    case 'ordinary':
      return { text, detail: addressOf(target), tone: 'usual' };
  }
}

/** The host of a target that is known by another name. */
function addressOf(target: Target): string {
  return target.kind === 'named' ? new URL(target.endpoint).host : '';
}
