// Which update files *Apply Files…* is about: files as they were chosen, and those in chosen folders. One
// that can't be used stops everything, so that nobody takes a part for the whole.
import { problem } from '../../core/model/problem';
import { refused, type Refused } from '../../core/model/refused';
import { shortText } from '../../core/model/visibleText';
import { updateFileName } from '../settingKeys';

/** The file system of the editor. Addresses are strings; a function rejects when it can't read. */
export interface FileAccess {
  /** Links are followed. */
  stat(uri: string): Promise<{ readonly kind: 'file' | 'folder' | 'other'; readonly size: number }>;
  /** A link to a folder isn't a folder here: links can form circles. */
  list(folder: string): Promise<readonly FolderEntry[]>;
  /** Opens a file as text and shows it. */
  open(uri: string): Promise<OpenedFile>;
}

/** One entry of a folder. */
export interface FolderEntry {
  readonly uri: string;
  readonly name: string;
  readonly isFolder: boolean;
}

/** A file in an editor; `uri` as the language server knows it. */
export interface OpenedFile {
  readonly uri: string;
  /** Its language is that of update files. */
  readonly isUpdateFile: boolean;
}

/** Files that one command applies; each is opened in an editor. */
export const maxFiles = 100;

/** Folders that are searched for them. */
export const maxFolders = 2_000;

/** Bytes of a file. The language server doesn't analyze larger ones. */
export const maxBytes = 4 << 20;

/** The addresses of the opened files, or what is wrong with one of them. */
export type ChosenFiles = { readonly kind: 'opened'; readonly uris: readonly string[] } | Refused;

/** Finds and opens the files: chosen ones in their order, those of a folder in the order of their paths. */
export async function openChosenFiles(
  access: FileAccess,
  chosen: readonly string[],
): Promise<ChosenFiles> {
  const found = await findFiles(access, chosen);
  if (found.kind === 'refused') return found;
  const uris: string[] = [];
  for (const uri of found.uris) {
    const opened = await openFile(access, uri);
    if ('problem' in opened) return opened;
    uris.push(opened.uri);
  }
  return { kind: 'opened', uris };
}

type FoundFiles = { readonly kind: 'found'; readonly uris: readonly string[] } | Refused;

async function findFiles(access: FileAccess, chosen: readonly string[]): Promise<FoundFiles> {
  const uris = new Set<string>();
  for (const uri of chosen) {
    const there = await access.stat(uri).catch(() => undefined);
    if (there === undefined) return unusable(uri, "can't be read");
    const found: FoundFiles =
      there.kind === 'folder' ? await filesBelow(access, uri) : { kind: 'found', uris: [uri] };
    if (found.kind === 'refused') return found;
    for (const each of found.uris) uris.add(each);
    if (uris.size > maxFiles) return tooMany(`more than ${maxFiles} update files`);
  }
  return { kind: 'found', uris: [...uris] };
}

/** Folders that contain the work of tools, and thousands of files. */
const skippedFolder = /^(?:node_modules|\..*)$/;

async function filesBelow(access: FileAccess, root: string): Promise<FoundFiles> {
  const uris: string[] = [];
  const folders = [root];
  for (const folder of folders) {
    const entries = await access.list(folder).catch(() => undefined);
    if (entries === undefined) return unusable(folder, "can't be read");
    for (const { uri, name, isFolder } of entries) {
      if (isFolder && !skippedFolder.test(name)) folders.push(uri);
      if (!isFolder && updateFileName.test(name)) uris.push(uri);
    }
    if (folders.length > maxFolders) return tooMany(`more than ${maxFolders} folders`);
    if (uris.length > maxFiles) return tooMany(`more than ${maxFiles} update files`);
  }
  return uris.length === 0
    ? unusable(root, 'contains no update files (*.vpnconn.yaml)')
    : { kind: 'found', uris: uris.sort() };
}

async function openFile(access: FileAccess, uri: string): Promise<OpenedFile | Refused> {
  const there = await access.stat(uri).catch(() => undefined);
  if (there === undefined) return unusable(uri, "can't be read");
  if (there.kind !== 'file') return unusable(uri, "isn't a regular file");
  if (there.size > maxBytes) return unusable(uri, `is larger than ${maxBytes >> 20} MiB`);
  const opened = await access.open(uri).catch(() => undefined);
  if (opened === undefined) return unusable(uri, "can't be opened as text");
  return opened.isUpdateFile ? opened : unusable(uri, "isn't a VPN connection update");
}

function unusable(uri: string, what: string): Refused {
  const name = shortText(decodeURIComponent(/[^/]*(?=\/?$)/.exec(uri)?.[0] ?? uri), 80);
  return refused(
    problem(
      'file-unusable',
      `${name} ${what}, so nothing was sent.`,
      'Remove it from the selection, or correct it.',
    ),
  );
}

function tooMany(what: string): Refused {
  return refused(
    problem(
      'too-many-files',
      `The selection contains ${what}, so nothing was sent.`,
      'Select fewer.',
    ),
  );
}
