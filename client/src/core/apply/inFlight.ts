// One request at a time per connection, within one window.
import type { InFlight } from '../ports/ports';

/** Creates an empty registry. */
export function createInFlight(): InFlight {
  const taken = new Set<string>();
  return {
    begin: (key) => {
      if (taken.has(key)) {
        return undefined;
      }
      taken.add(key);
      return () => {
        taken.delete(key);
      };
    },
  };
}
