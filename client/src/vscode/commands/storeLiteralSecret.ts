// *Move Pre-Shared Key to Secret Storage…*; the quick fix names the range of the key.
import type { Handler, Services } from '../services';
import { onDocument } from './onDocument';

export function storeLiteralSecret(services: Services): Handler {
  const run = onDocument(services, (place) => services.useCases.storeLiteralSecret(place));
  return (uri, range) => run(uri, startOf(range));
}

function startOf(range: unknown): unknown {
  return typeof range === 'object' && range !== null && 'start' in range ? range.start : range;
}
