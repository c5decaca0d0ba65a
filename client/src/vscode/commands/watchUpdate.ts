// *Go On Watching*; the button names the entry of the journal.
import type { Handler, Services } from '../services';

export function watchUpdate({ useCases }: Services): Handler {
  return async (id) => (typeof id === 'string' ? useCases.watchUpdate(id) : undefined);
}
