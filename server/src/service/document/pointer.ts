// JSON pointers (RFC 6901): the address of a value inside one document.
import { pointerSegments } from '../../protocol/json';

export { childPointer, pointerSegments } from '../../protocol/json';

/** A JSON pointer such as `/vpn_connection/peer_subnets/0`; the empty string is the whole document. */
export type Pointer = string;

/** The pointer of the containing value; the root is its own parent. */
export function parentPointer(pointer: Pointer): Pointer {
  return pointer.slice(0, Math.max(pointer.lastIndexOf('/'), 0));
}

/** The last segment, unescaped; empty for the root. */
export function lastSegment(pointer: Pointer): string {
  return pointerSegments(pointer).at(-1) ?? '';
}

/** Whether `pointer` is `ancestor` or lies below it. */
export function isWithin(pointer: Pointer, ancestor: Pointer): boolean {
  return pointer === ancestor || pointer.startsWith(`${ancestor}/`);
}
