// *Wait and Try Again*; the button names document and time.
import type { Handler, Services } from '../services';
import { onDocument } from './onDocument';

export function applyAgain(services: Services): Handler {
  return (uri, position, waitMs) => {
    const wait = typeof waitMs === 'number' ? waitMs : 0;
    return onDocument(services, (place) => services.useCases.applyAgain(place, wait))(
      uri,
      position,
    );
  };
}
