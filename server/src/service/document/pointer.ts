// JSON pointers (RFC 6901): the address of a value inside one document.

/** A JSON pointer such as `/vpn_connection/peer_subnets/0`; the empty string is the whole document. */
export type Pointer = string;

/** `parent` extended by one key or index. */
export function childPointer(parent: Pointer, key: string | number): Pointer {
  if (typeof key === 'number' || !/[~/]/.test(key)) return `${parent}/${key}`;
  return `${parent}/${key.replaceAll('~', '~0').replaceAll('/', '~1')}`;
}

/** The unescaped segments of a pointer. */
export function pointerSegments(pointer: Pointer): readonly string[] {
  if (pointer === '') return [];
  const segments = pointer.slice(1).split('/');
  if (!pointer.includes('~')) return segments;
  return segments.map((segment) => segment.replaceAll('~1', '/').replaceAll('~0', '~'));
}

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
