// *New Update File…* from a live connection.
import type { Handler, Services } from '../services';

export function newUpdateFile({ useCases }: Services): Handler {
  return () => useCases.newUpdateFile();
}
