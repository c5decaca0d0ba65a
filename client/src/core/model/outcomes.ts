// How the simple use cases can end; applying an update has its own file.
import type { Refused } from './refused';
import type { Target } from './target';

/** Something was shown or copied, or there was nothing to show. */
export type ShownOutcome = { readonly kind: 'shown' } | Refused;

/** Something was stored or removed, the user left, or it could not be done. */
export type DoneOutcome = { readonly kind: 'done' } | { readonly kind: 'left' } | Refused;

/** The new target, or none because the user left the list. */
export type SelectTargetOutcome =
  { readonly kind: 'selected'; readonly target: Target } | { readonly kind: 'left' };
