// How work that is under way learns that it is to stop.

/** Tells work that is under way to stop. An adapter of the editor's cancellation token. */
export interface CancelSignal {
  isCancelled(): boolean;
  /** Calls `listener` once on cancel, at once when already cancelled. Returns how to unsubscribe. */
  onCancel(listener: () => void): () => void;
}
