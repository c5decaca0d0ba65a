// JSON pointers (RFC 6901): the address of a value inside one document.
export { childPointer, pointerSegments } from '../../protocol/json';

/** A JSON pointer such as `/vpn_connection/peer_subnets/0`; the empty string is the whole document. */
export type Pointer = string;

/** The pointer of the containing value; the root is its own parent. */
export function parentPointer(pointer: Pointer): Pointer {
  return pointer.slice(0, Math.max(pointer.lastIndexOf('/'), 0));
}

/** The last segment, unescaped; empty for the root. */
export function lastSegment(pointer: Pointer): string {
  return unescaped(pointer.slice(pointer.lastIndexOf('/') + 1));
}

/**
 * Where `step` leads to from `root`, segment by segment. It is asked for nearly every value of a document, so no
 * list of segments is made.
 */
export function follow<T>(
  pointer: Pointer,
  root: T,
  step: (at: T, segment: string) => T | undefined,
): T | undefined {
  let at: T | undefined = root;
  for (let start = 0; start < pointer.length && at !== undefined;) {
    const next = pointer.indexOf('/', start + 1);
    const end = next < 0 ? pointer.length : next;
    at = step(at, unescaped(pointer.slice(start + 1, end)));
    start = end;
  }
  return at;
}

function unescaped(segment: string): string {
  return segment.includes('~') ? segment.replaceAll('~1', '/').replaceAll('~0', '~') : segment;
}

/** Whether `pointer` is `ancestor` or lies below it. */
export function isWithin(pointer: Pointer, ancestor: Pointer): boolean {
  return pointer === ancestor || pointer.startsWith(`${ancestor}/`);
}
