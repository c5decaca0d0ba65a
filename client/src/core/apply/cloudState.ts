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

/** Describes a comparison. */
export function cloudState({ equal, different, unreadable, applied }: Comparison): CloudState {
  const hidden = unreadable.join(', ');
  const rest = unreadable.length === 0 ? '' : ` These can't be read back: ${hidden}.`;
  switch (applied) {
    case 'unknown':
      return {
        kind: 'cannot-tell',
        sentence: `Can't determine whether the update was applied, because these fields can't be read back: ${hidden}.`,
      };
    case 'yes':
      return {
        kind: 'applied',
        sentence: `The connection has every value that was sent.${rest}`,
      };
    case 'no':
      return {
        kind: 'not-applied',
        sentence:
          equal.length === 0
            ? `The connection has none of the values that were sent: the update wasn't applied, or not yet.${rest}`
            : `The connection has none of the changed values: the update wasn't applied, or not yet.${rest}`,
      };
    case 'partly':
      return {
        kind: 'partly',
        sentence: `The connection has some of the values that were sent, perhaps from before: ${equal.join(', ')}. It doesn't have these, or not yet: ${different.join(', ')}.${rest}`,
      };
  }
}
