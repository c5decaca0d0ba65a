// One connection in the cloud, and how to reach it again later. Nothing in it is a secret.
import type { Target } from './target';

/** May be written to storage; credentials are found again by the target. */
export interface RemoteConnection {
  /** Absolute address of the connection, for reads and updates alike. */
  readonly url: string;
  /** As in the path. */
  readonly projectId: string;
  readonly connectionId: string;
  /** Whose credentials are used. */
  readonly target: Target;
  /** The target, for people. */
  readonly label: string;
}
