// *Sign Out* of the current target.
import type { Handler, Services } from '../services';

export function signOut({ useCases }: Services): Handler {
  return () => useCases.signOut();
}
