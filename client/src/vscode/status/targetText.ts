// The target in a few words.
import { describeTarget, type Target } from '../../core/model/target';
import type { TargetStatus } from '../../core/targets/resolveTarget';

/** What the status item says. */
export interface TargetText {
  /** For the status bar: a codicon and few words. */
  readonly icon: 'beaker' | 'cloud' | 'warning';
  readonly short: string;
  /** For the tooltip, the log and screen readers. */
  readonly text: string;
  readonly detail: string;
  /** Whether what is sent changes production. */
  readonly isProduction: boolean;
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
  if (target === undefined) {
    const text = 'No target';
    return { icon: 'warning', short: text, text, detail: '', isProduction: false };
  }
  const text = `Target: ${describeTarget(target)}`;
  const usual = { icon: 'cloud', text, isProduction: false } as const;
  if (target.kind === 'sandbox') {
    return sandboxEndpoint === undefined
      ? { ...usual, icon: 'warning', short: 'Sandbox (stopped)', detail: 'not running' }
      : { ...usual, icon: 'beaker', short: 'Sandbox', detail: sandboxEndpoint };
  }
  const short = shortName(target);
  const detail = addressOf(target);
  switch (status) {
    case 'gone':
      return {
        ...usual,
        icon: 'warning',
        short,
        detail: 'changed in the settings: select it again',
      };
    case 'production':
      return {
        icon: 'warning',
        short: `PROD ${short}`,
        text: `${text} (PRODUCTION)`,
        detail,
        isProduction: true,
      };
    case 'ordinary':
      return { ...usual, short, detail };
  }
}

/** Without the kind: the item has no room for it. */
function shortName(target: Exclude<Target, { readonly kind: 'sandbox' }>): string {
  switch (target.kind) {
    case 'regional':
      return target.region;
    case 'endpoint':
      return new URL(target.endpoint).host;
    case 'named':
      return target.name;
  }
}

/** The host of a target that is known by another name. */
function addressOf(target: Target): string {
  return target.kind === 'named' ? new URL(target.endpoint).host : '';
}
