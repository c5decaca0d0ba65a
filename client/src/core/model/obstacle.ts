// Why the cloud gave no useful answer, by what has to happen before asking again makes sense.
import type { Problem } from './problem';
import type { Refused } from './refused';

/** `later`: temporary. `credentials-rejected`: other credentials first. `refused`: something else. */
export type Obstacle = Later | CredentialsRejected | Refused;

/** Asking again may work without anything being changed. */
export interface Later {
  readonly kind: 'later';
  readonly problem: Problem;
  /** The pause that the service asks for, in milliseconds. */
  readonly waitMs?: number;
}

/** Asking again with the same credentials is useless, and can lock the access key or the user. */
export interface CredentialsRejected {
  readonly kind: 'credentials-rejected';
  readonly problem: Problem;
  /**
   * Present when the credentials may be right all the same: the access key or the user is locked, or the
   * clock of this machine is wrong. In milliseconds from now; after that, the same credentials may be
   * tried once more, and no earlier.
   */
  readonly waitMs?: number;
}
