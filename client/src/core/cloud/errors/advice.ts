// What an answer means and what to do about it: the shape that both advice tables share.
import type { Action } from '../../model/problem';

/** Advice on one kind of answer. */
export interface Advice {
  /** One sentence. */
  readonly meaning: string;
  /** One sentence. */
  readonly remedy: string;
  /** `wait`: the same update may be accepted later; `no`: not without a change. Never automatic. */
  readonly again: 'wait' | 'no';
  /**
   * Milliseconds: for this long even the right credentials are rejected. After it they may be tried
   * once more, which can't lock anything.
   */
  readonly lockedMs?: number;
  readonly actions?: readonly Action[];
  /** The remedy is to be replaced by one that names the permission for what was asked. */
  readonly lacking?: 'permission';
}
