// What a window holds while it alone may do something; taken in `journal/lease.ts`.

/** A lease that this window holds. */
export interface Lease {
  readonly kind: 'held';
  /** Running time in milliseconds that earlier holders noted in their signs of life. */
  readonly countedMs: number;
  /** A sign of life, and for how long none may follow. `countedMs` is noted for the next holder. */
  beat(spanMs: number, countedMs?: number): Promise<void>;
  /** `unknown`: the records can't be read now. Ask right before anything that only a holder may do. */
  status(): Promise<'held' | 'lost' | 'unknown'>;
  /** Hands it back. */
  release(): Promise<void>;
}
