// Where the documents of a file are, for commands that work on all of them.
import type { Position } from 'vscode-languageserver-types';
import type { Snapshot } from '../snapshot';

/** A position in each document, broken and empty ones included: who asks about them is told what is wrong. */
export function documentPlaces({ documents }: Snapshot): readonly Position[] {
  return documents.map(({ line }) => ({ line, character: 0 }));
}
