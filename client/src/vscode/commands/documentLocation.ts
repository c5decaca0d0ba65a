// Which document a command is about: what its caller names, else where the cursor is.
import type { DocumentPlace } from '../../core/model/documentPlace';
import { languageId } from '../settingKeys';

/** The active editor, as far as it matters here. */
export interface ActiveEditor {
  readonly document: { readonly uri: { toString(): string }; readonly languageId: string };
  readonly selection: { readonly active: { readonly line: number; readonly character: number } };
}

/** The place, or why there is none. */
export type DocumentLocation =
  | { readonly kind: 'found'; readonly place: DocumentPlace }
  | { readonly kind: 'none'; readonly message: string };

/**
 * Reads the place from the values that a command was called with. A code lens and a button give an
 * address and a position, a quick fix an address and a range; the palette gives nothing, and a menu
 * gives what the active editor has as well.
 */
export function documentLocation(
  [uri, at]: readonly unknown[],
  editor: ActiveEditor | undefined,
): DocumentLocation {
  const position = isRange(at) ? at.start : at;
  if (typeof uri === 'string' && isPosition(position)) return found(uri, position);
  if (editor === undefined) {
    return {
      kind: 'none',
      message: 'No update file is open. Open a file whose name ends in .vpnconn.yaml first.',
    };
  }
  const { document, selection } = editor;
  if (document.languageId !== languageId) {
    return {
      kind: 'none',
      message:
        'The active editor doesn\'t contain a VPN connection update. Open a .vpnconn.yaml file, or set the language mode to "VPN Connection Update".',
    };
  }
  return found(document.uri.toString(), selection.active);
}

function found(uri: string, { line, character }: DocumentPlace['position']): DocumentLocation {
  return { kind: 'found', place: { uri, position: { line, character } } };
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
