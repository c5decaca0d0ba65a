// One step of *Test Cloud Connection*, as a value.
import type { Refused } from '../../model/refused';
import type { Action, Problem } from '../../model/problem';

/** The steps, in the order in which they are reported. */
export type CheckId =
  | 'target'
  | 'region'
  | 'proxy'
  | 'reach'
  | 'certificate'
  | 'clock'
  | 'credentials'
  | 'accepted'
  | 'project'
  | 'permission';

/** What a step found. `skipped`: an earlier step leaves nothing to find out. */
export interface CheckStep {
  readonly id: CheckId;
  readonly state: 'passed' | 'warning' | 'failed' | 'skipped';
  /** One or more sentences. */
  readonly detail: string;
  /** Further lines, for example one for each certificate. */
  readonly lines?: readonly string[];
  /** The resolution; present when the state is `warning` or `failed`. */
  readonly remedy?: string;
  readonly actions?: readonly Action[];
}

/** The step found what it should. */
export function passed(id: CheckId, detail: string, lines: readonly string[] = []): CheckStep {
  return { id, state: 'passed', detail, ...(lines.length > 0 && { lines }) };
}

/** The step found something that may become a problem. */
export function warned(
  id: CheckId,
  detail: string,
  remedy: string,
  lines: readonly string[] = [],
): CheckStep {
  return { id, state: 'warning', detail, remedy, ...(lines.length > 0 && { lines }) };
}

/** The step found why nothing can be sent. */
export function failed(
  id: CheckId,
  { message, remedy, actions }: Omit<Problem, 'code'>,
  lines: readonly string[] = [],
): CheckStep {
  const more = lines.length > 0 ? { lines } : {};
  return { id, state: 'failed', detail: message, remedy, actions, ...more };
}

/** The step was not taken. */
export function skipped(id: CheckId, why: string): CheckStep {
  return { id, state: 'skipped', detail: why };
}

/** The steps that were taken, or why none was. */
export type CheckConnectionOutcome =
  | { readonly kind: 'checked'; readonly steps: readonly CheckStep[] }
  | { readonly kind: 'left' }
  | Refused;
