// *Store Pre-Shared Key…*; a message about a missing one names it.
import type { Handler, Services } from '../services';

export function storePreSharedKey({ useCases }: Services): Handler {
  return (name) => useCases.storePreSharedKey(typeof name === 'string' ? name : undefined);
}
