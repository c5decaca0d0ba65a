// *Preview Changes* on the document under the cursor, or on the one that a code lens or a button names.
import type { Handler, Services } from '../services';
import { onDocument } from './onDocument';

export function previewChanges(services: Services): Handler {
  return onDocument(services, (place) => services.useCases.previewChanges(place));
}
