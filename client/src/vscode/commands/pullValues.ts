// *Pull Current Values* on the document under the cursor.
import type { Handler, Services } from '../services';
import { onDocument } from './onDocument';

export function pullValues(services: Services): Handler {
  return onDocument(services, (place) => services.useCases.pullValues(place));
}
