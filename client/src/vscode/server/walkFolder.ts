// Finds files without the search of the editor, which is a program of its own and can be missing.
import type { EntryKind } from './fileKind';

/** One entry of a folder. */
export interface FolderEntry {
  readonly name: string;
  readonly kind: EntryKind;
}

/** What a walk may cost: whoever opens a home folder must not wait for all of it. */
export const mostFolders = 5_000;

/** Folders that hold the work of tools, and thousands of files. */
const skipped = /^(?:node_modules|\..*)$/;

/**
 * The addresses of the regular files below `root` whose name fits, breadth first. Folders that can't be
 * read are omitted, and so are hidden ones. Links to folders aren't followed.
 */
export async function walkFolder(
  root: string,
  list: (folder: string) => Promise<readonly FolderEntry[]>,
  fits: (name: string) => boolean,
): Promise<readonly string[]> {
  const found: string[] = [];
  const folders = [root.replace(/\/$/, '')];
  for (let next = 0; next < Math.min(folders.length, mostFolders); next++) {
    const folder = folders[next] ?? root;
    const entries = await list(folder).catch(() => []);
    for (const { name, kind } of entries) {
      const address = `${folder}/${encodeURIComponent(name)}`;
      if (kind === 'file' && fits(name)) found.push(address);
      else if (kind === 'folder' && !skipped.test(name)) folders.push(address);
    }
  }
  return found;
}
