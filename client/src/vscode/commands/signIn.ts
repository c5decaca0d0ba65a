// *Sign In* for the current target.
import type { Handler, Services } from '../services';

export function signIn({ useCases }: Services): Handler {
  return () => useCases.signIn();
}
