// What one step of a countdown works with.
import type { Decision } from '../journal/pendingRollbacks';
import type { Watch } from '../ports/lastingPorts';
import type { Countdown } from '../ports/ports';
import type { Context } from '../redaction/context';
import type { TunnelGuard } from './tunnelGuard';

/** One step of the countdown in this window. */
export interface Tick {
  readonly context: Context;
  readonly id: string;
  readonly countdown: Countdown;
  readonly watch: Watch;
  readonly local: Local;
}

/** `over`: nothing is left to do for this rollback. */
export type Step = 'over' | 'wait';

/** What this window knows besides the records. Times are running time. */
export interface Local {
  readonly guard: TunnelGuard;
  /** Running time that has been counted, and until when. */
  countedMs: number;
  countedUntil: number;
  /** Whether the update may still have been on its way at the last step. */
  isArmed: boolean;
  lastBeat: number;
  /** No attempt and no check before this. */
  notBefore: number;
  failures: number;
  /** Attempts that ended before their PUT because this window could not be sure that it may send. */
  left: number;
  /** Whether the lease couldn't be written since this window had it. */
  isDiskBad: boolean;
  /** The decision that this window works on, to see when the user makes another one. */
  decision: Decision;
  /** What the last attempt was made with. */
  tried: { readonly key: string; readonly fingerprint: string } | undefined;
  /** What was rejected; an attempt with the same would be rejected again. */
  rejected: string | undefined;
  /** Since when the storage refuses the decision to roll back. */
  blockedSince: number | undefined;
  /** Since when there has been nothing to restore although the update may still arrive. */
  unneededSince: number | undefined;
  /** Whether this window has sent the rollback, perhaps without an answer. */
  wasSent: boolean;
  /** Nothing more is sent, whatever the records say; only the end has to be written. */
  isDone: boolean;
  readonly shown: Set<string>;
}
