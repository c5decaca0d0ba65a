// *Copy Plan as Markdown* on the document under the cursor, or on the one that a code lens or a button names.
import type { Handler, Services } from '../services';
import { onDocument } from './onDocument';

export function copyPlan(services: Services): Handler {
  return onDocument(services, (place) => services.useCases.copyPlan(place));
}
