// Where the API page speaks about a field, for hovers and links.
import type { FieldFacts } from '../schema/facts';

/** `table 7`; nothing for a field that only the file format knows, of which the page says nothing. */
export function placeOnPage({ source }: FieldFacts): string | undefined {
  return source.startsWith('File format')
    ? undefined
    : `${source.charAt(0).toLowerCase()}${source.slice(1)}`;
}
