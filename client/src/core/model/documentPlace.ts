// Which document a command is about.
import type { Position } from 'vscode-languageserver-types';
import type { SeenDocument } from '../../../../server/src/protocol/messages';

/** A document (of possibly several in the file) under the cursor. */
export interface DocumentPlace {
  readonly uri: string;
  readonly position: Position;
  /** What a button or code lens was made for; absent when the cursor decides. Without a version any will do. */
  readonly seen?: Pick<SeenDocument, 'connectionId'> & Partial<SeenDocument>;
}

/** A place that is still known after the document has changed: a button needs one. */
export interface SeenPlace extends DocumentPlace {
  readonly seen: SeenDocument;
}

/** The place as it is in this version, which updates this connection. */
export function seenPlace(
  { uri, position }: DocumentPlace,
  { version, connectionId }: SeenDocument,
): SeenPlace {
  return { uri, position, seen: { version, connectionId } };
}

/** The place for a command that changes nothing: it may be edited, as long as the connection is the same. */
export function inAnyVersion(place: DocumentPlace): DocumentPlace {
  const { uri, position, seen } = place;
  return seen === undefined ? place : { uri, position, seen: { connectionId: seen.connectionId } };
}

/** Whether the update at the place isn't the one that a button or code lens was made for. */
export function hasChanged(
  { seen }: DocumentPlace,
  { version, connectionId }: SeenDocument,
): boolean {
  if (seen === undefined) return false;
  const isSame = seen.connectionId.toLowerCase() === connectionId.toLowerCase();
  return !isSame || (seen.version ?? version) !== version;
}
