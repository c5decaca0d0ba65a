// What an entry of a folder is. A named pipe or a device has a name as any file, and whoever reads it waits
// for another program: a few of them stop every file access of the extension host.

/** Bits of `FileType` in the VS Code API; a symbolic link also has the bit of what it leads to. */
const fileBit = 1;
const folderBit = 2;
const linkBit = 64;

/** `other`: pipes, sockets, devices, links to folders, and links to nothing. */
export type EntryKind = 'file' | 'folder' | 'other';

/** The kind of an entry with this `FileType`. */
export function kindOf(type: number): EntryKind {
  if ((type & fileBit) !== 0) return 'file';
  return (type & folderBit) !== 0 && (type & linkBit) === 0 ? 'folder' : 'other';
}

/** Size in bytes of a regular file that isn't larger than `maxBytes`; nothing for anything else. */
export function sizeToRead(
  { type, size }: { readonly type: number; readonly size: number },
  maxBytes: number,
): number | undefined {
  return kindOf(type) === 'file' && size <= maxBytes ? size : undefined;
}
