// What a window holds while it alone may do something; taken in `journal/lease.ts`.

/** Running time, in milliseconds, of the one thing that it was counted for. */
export interface Counted {
  readonly id: string;
  readonly ms: number;
}

/** A lease that this window holds. */
export interface Lease {
  readonly kind: 'held';
  /** What the holder before has counted last. */
  readonly counted: Counted | undefined;
  /** A sign of life, and for how long none may follow. `counted` is noted for the next holder. */
  beat(spanMs: number, counted?: Counted): Promise<void>;
  /** `unknown`: the records can't be read now. Ask right before anything that only a holder may do. */
  status(): Promise<'held' | 'lost' | 'unknown'>;
  /** Hands it back. */
  release(): Promise<void>;
}
