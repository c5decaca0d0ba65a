// What a comparison with the cloud says about an update.
import type { Comparison } from '../model/compareRemote';

/** What a GET found about the fields that were sent. */
export interface CloudState {
  readonly kind:
    'not-sent' | 'applied' | 'not-applied' | 'partly' | 'cannot-tell' | 'could-not-ask';
  /** One sentence for people. */
  readonly sentence: string;
}

/** Nothing left this machine, so there is nothing to ask. */
export function notSent(): CloudState {
  return { kind: 'not-sent', sentence: 'Nothing was sent, so the connection is unchanged.' };
}

/** Puts a comparison into one sentence. */
export function cloudState({ equal, different, unreadable }: Comparison): CloudState {
  const secrets =
    unreadable.length === 0 ? '' : ` (${unreadable.join(', ')} can never be read back)`;
  if (equal.length + different.length === 0) {
    return {
      kind: 'cannot-tell',
      sentence: `Whether the update was applied cannot be told, because ${unreadable.join(', ')} can never be read back.`,
    };
  }
  if (different.length === 0) {
    return { kind: 'applied', sentence: `The cloud holds every value that was sent${secrets}.` };
  }
  if (equal.length === 0) {
    return {
      kind: 'not-applied',
      sentence: `The cloud holds none of the values that were sent: the update was not applied, or not yet${secrets}.`,
    };
  }
  return {
    kind: 'partly',
    sentence: `The cloud holds ${equal.join(', ')} as sent (perhaps from before) and not, or not yet, ${different.join(', ')}${secrets}.`,
  };
}
