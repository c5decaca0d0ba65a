// How the simple use cases can end; applying an update has its own file.
import type { Refused } from './refused';
import type { Target } from './target';

/** It was done, the user left, or why it wasn't done. */
export type DoneOutcome = { readonly kind: 'done' } | { readonly kind: 'left' } | Refused;

/** The new target, or none because the user left the list. */
export type SelectTargetOutcome =
  { readonly kind: 'selected'; readonly target: Target } | { readonly kind: 'left' };
