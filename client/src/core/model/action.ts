// What a button below a message starts.
import type { SeenPlace } from './documentPlace';

/** A step that the editor offers as a button below a message. The adapter owns label and command. */
export type Action =
  | { readonly kind: 'sign-in' }
  | { readonly kind: 'select-target' }
  | { readonly kind: 'start-sandbox' }
  | { readonly kind: 'store-pre-shared-key'; readonly name: string }
  | { readonly kind: 'manage-trust' }
  | { readonly kind: 'open-setting'; readonly setting: string }
  | { readonly kind: 'restart-server' }
  | { readonly kind: 'show-log' }
  /** Waits, then asks and sends like any *Apply Update*. */
  | { readonly kind: 'apply-again'; readonly place: SeenPlace; readonly waitMs: number }
  /** Shows what an update would change. Sends nothing. */
  | { readonly kind: 'preview'; readonly place: SeenPlace }
  /** Looks at the connection until it has settled. `entry` is a name in the journal. */
  | { readonly kind: 'watch-again'; readonly entry: string }
  /** Opens a file with the values from before. Sends nothing. */
  | { readonly kind: 'restore-previous'; readonly entry: string }
  /** The update stays. `rollback` is the identifier of the pending rollback. */
  | { readonly kind: 'keep-update'; readonly rollback: string }
  /** The previous values are sent now. */
  | { readonly kind: 'roll-back-now'; readonly rollback: string }
  /** Opens a file with what changed unasked. Sends nothing. */
  | { readonly kind: 'put-back'; readonly entry: string; readonly pointers: readonly string[] };
