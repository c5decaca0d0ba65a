// Which document a command is about.
import type { Position } from 'vscode-languageserver-types';

/** A document (of possibly several in the file) under the cursor. */
export interface DocumentPlace {
  readonly uri: string;
  readonly position: Position;
}
