// *Show Request* on the document under the cursor, or on the one that a code lens names.
import type { Handler, Services } from '../services';
import { onDocument } from './onDocument';

export function showRequest(services: Services): Handler {
  return onDocument(services, (place) => services.useCases.showRequest(place));
}
