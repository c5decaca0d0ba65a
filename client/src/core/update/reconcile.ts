// After an update whose answer is missing: what does the cloud hold?

/** What a GET found about the fields that were sent. */
export interface CloudState {
  readonly kind:
    'not-sent' | 'applied' | 'not-applied' | 'partly' | 'cannot-tell' | 'could-not-ask';
  /** One sentence for people. */
  readonly sentence: string;
}
