// The facade: everything that a command can ask of the core.
import type { Position } from 'vscode-languageserver-types';
import type { Problem } from './problem';
import type { SendUpdateOutcome } from './update/outcome';
import type { Target } from './target/target';

/** The commands' work without the editor. Each shows its own messages and also returns what happened. */
export interface UseCases {
  /** *Apply Update*: checks, confirms, signs, sends and shows the response. */
  sendUpdate(place: DocumentPlace): Promise<SendUpdateOutcome>;
  /** *Show Request*: the exact request with secrets masked, as a document. */
  showRequest(place: DocumentPlace): Promise<ShownOutcome>;
  /** *Copy as cURL*: a shell command with placeholders for every secret, to the clipboard. */
  copyAsCurl(place: DocumentPlace): Promise<ShownOutcome>;
  /** *Sign In*: asks for credentials of the current target and keeps them in the secret storage. */
  signIn(): Promise<DoneOutcome>;
  /** *Sign Out*: forgets the stored credentials of the current target. */
  signOut(): Promise<DoneOutcome>;
  /** *Store Pre-Shared Key…*: keeps a value for `!secret NAME`; asks for the name unless it is given. */
  storePreSharedKey(name?: string): Promise<DoneOutcome>;
  /** *Select Target*: asks and remembers. */
  selectTarget(): Promise<SelectTargetOutcome>;
  /** The target that a request would use now (selected, else from the settings); for a status item. */
  currentTarget(): Target | undefined;
}

/** A document (of possibly several in the file) under the cursor. */
export interface DocumentPlace {
  readonly uri: string;
  readonly position: Position;
}

/** Something was shown or copied, or there was nothing to show. */
export type ShownOutcome =
  { readonly kind: 'shown' } | { readonly kind: 'refused'; readonly problem: Problem };

/** Something was stored or removed, the user left, or it could not be done. */
export type DoneOutcome =
  | { readonly kind: 'done' }
  | { readonly kind: 'left' }
  | { readonly kind: 'refused'; readonly problem: Problem };

/** The new target, or none because the user left the list. */
export type SelectTargetOutcome =
  { readonly kind: 'selected'; readonly target: Target } | { readonly kind: 'left' };
