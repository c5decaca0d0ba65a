// Which document a command is about: what its caller names, else where the cursor is.
import { seenPlace, type DocumentPlace, type SeenPlace } from '../../core/model/documentPlace';
import { languageId } from '../settingKeys';

/** The active editor, as far as it matters here. */
export interface ActiveEditor {
  readonly document: { readonly uri: { toString(): string }; readonly languageId: string };
  readonly selection: { readonly active: { readonly line: number; readonly character: number } };
}

/** Updates behind what isn't their file. */
export interface ShownUpdates {
  /** By the address of one of the sides of a difference. */
  readonly ofDiff?: (uri: string) => SeenPlace | undefined;
  /** The one of the page of a plan, while that is the active editor. */
  readonly ofPage?: SeenPlace | undefined;
}

/** The place, or why there is none. */
export type DocumentLocation =
  | { readonly kind: 'found'; readonly place: DocumentPlace }
  | { readonly kind: 'none'; readonly message: string };

/**
 * Reads the place from the values that a command was called with. A code lens and a button give an
 * address, a position and what was there, a quick fix an address and a range; the palette gives
 * nothing, and a menu gives what the active editor has as well.
 *
 * @param shown what is shown of updates
 */
export function documentLocation(
  [uri, at, seen]: readonly unknown[],
  editor: ActiveEditor | undefined,
  shown: ShownUpdates = {},
): DocumentLocation {
  const position = isRange(at) ? at.start : at;
  if (typeof uri === 'string' && isPosition(position)) {
    const place = placeOf(uri, position);
    return { kind: 'found', place: isSeen(seen) ? seenPlace(place, seen) : place };
  }
  if (shown.ofPage !== undefined) return { kind: 'found', place: shown.ofPage };
  if (editor === undefined) {
    return {
      kind: 'none',
      message: 'No update file is open. Open a file whose name ends in .vpnconn.yaml first.',
    };
  }
  const { document, selection } = editor;
  const source = shown.ofDiff?.(document.uri.toString());
  if (source !== undefined) return { kind: 'found', place: source };
  if (document.languageId !== languageId) {
    return {
      kind: 'none',
      message:
        'The active editor doesn\'t contain a VPN connection update. Open a .vpnconn.yaml file, or set the language mode to "VPN Connection Update".',
    };
  }
  return { kind: 'found', place: placeOf(document.uri.toString(), selection.active) };
}

function placeOf(uri: string, { line, character }: DocumentPlace['position']): DocumentPlace {
  return { uri, position: { line, character } };
}

function isSeen(value: unknown): value is SeenPlace['seen'] {
  return (
    typeof value === 'object' &&
    value !== null &&
    'version' in value &&
    typeof value.version === 'number' &&
    'connectionId' in value &&
    typeof value.connectionId === 'string'
  );
}

function isRange(value: unknown): value is { readonly start: unknown } {
  return typeof value === 'object' && value !== null && 'start' in value;
}

function isPosition(value: unknown): value is DocumentPlace['position'] {
  return (
    typeof value === 'object' &&
    value !== null &&
    'line' in value &&
    'character' in value &&
    isIndex(value.line) &&
    isIndex(value.character)
  );
}

function isIndex(value: unknown): boolean {
  return typeof value === 'number' && Number.isInteger(value) && value >= 0;
}
