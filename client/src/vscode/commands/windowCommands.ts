// *Apply with Confirmation Window…*, and the user's word on it. A button names the window; from the
// command palette it is asked for.
import type { Handler, Services } from '../services';
import { onDocument } from './onDocument';

export function applyWithWindow(services: Services): Handler {
  return onDocument(services, (place) => services.useCases.applyWithWindow(place));
}

export function keepUpdate({ useCases }: Services): Handler {
  return (window) => useCases.keepUpdate(typeof window === 'string' ? window : undefined);
}

export function restoreNow({ useCases }: Services): Handler {
  return (window) => useCases.restoreNow(typeof window === 'string' ? window : undefined);
}
