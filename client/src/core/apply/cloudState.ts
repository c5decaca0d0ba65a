// What a comparison with the live connection shows about an update.
import type { Comparison } from '../model/compareRemote';

/** What a GET found about the fields that were sent. */
export interface CloudState {
  readonly kind:
    'not-sent' | 'applied' | 'not-applied' | 'partly' | 'cannot-tell' | 'could-not-ask';
  /** For people. */
  readonly sentence: string;
}

/** Nothing left this machine, so there is nothing to read back. */
export function notSent(): CloudState {
  return { kind: 'not-sent', sentence: 'Nothing was sent, so the connection is unchanged.' };
}

/** Puts a comparison into words. */
export function cloudState({ equal, different, unreadable }: Comparison): CloudState {
  if (equal.length + different.length === 0) {
    return {
      kind: 'cannot-tell',
      sentence: `Can't determine whether the update was applied, because these fields can't be read back: ${unreadable.join(', ')}.`,
    };
  }
  const secrets =
    unreadable.length === 0 ? '' : ` These can't be read back: ${unreadable.join(', ')}.`;
  if (different.length === 0) {
    return {
      kind: 'applied',
      sentence: `The connection has every value that was sent.${secrets}`,
    };
  }
  if (equal.length === 0) {
    return {
      kind: 'not-applied',
      sentence: `The connection has none of the values that were sent: the update wasn't applied, or not yet.${secrets}`,
    };
  }
  return {
    kind: 'partly',
    sentence: `The connection has some of the values that were sent, perhaps from before: ${equal.join(', ')}. It doesn't have these, or not yet: ${different.join(', ')}.${secrets}`,
  };
}
