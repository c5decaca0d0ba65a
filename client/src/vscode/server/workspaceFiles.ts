// The update files of the workspace, as the editor finds and watches them.
import { RelativePattern, Uri, workspace, type TextDocument, type WorkspaceFolder } from 'vscode';
import { checksClosedFiles } from '../ports/settings';
import { languageId, settingKeys, settingsSection, updateFileName } from '../settingKeys';
import { ClosedFiles, type FileSource, type SendFiles } from './closedFiles';
import { kindOf, sizeToRead } from './fileKind';
import { walkFolder, type FolderEntry } from './walkFolder';

const pattern = '**/*.vpnconn.{yaml,yml}';

/** More files than that are no workspace of updates, and a scan has to end. */
const mostFiles = 5_000;

/** Larger files are checked when they are opened. */
const maxBytes = 1024 * 1024;

/** Changes on the disk come in swarms, for example when a branch is checked out. */
const pauseMs = 200;

/** Follows the files until it is disposed. */
export interface WorkspaceFollower {
  /** Hands over all files to a server that has just come up. */
  readonly begin: () => void;
  readonly dispose: () => void;
}

/** Starts nothing: the first scan is made when the server is there. */
export function followWorkspaceFiles(send: SendFiles): WorkspaceFollower {
  const files = new ClosedFiles(source, send);
  const watches: { readonly dispose: () => void }[] = [];
  const changed = gathered((uris) => void files.changed(uris));
  const begin = (): void => {
    if (!checksClosedFiles()) {
      void files.stop();
      return;
    }
    if (watches.length === 0) watches.push(...watch(files, changed), { dispose: changed.stop });
    void files.scan();
  };
  const settings = workspace.onDidChangeConfiguration((event) => {
    if (event.affectsConfiguration(`${settingsSection}.${settingKeys.checkClosedFiles}`)) begin();
  });
  return {
    begin,
    dispose: () => {
      settings.dispose();
      for (const each of watches) each.dispose();
    },
  };
}

function watch(files: ClosedFiles, changed: Gathered): readonly { readonly dispose: () => void }[] {
  const watcher = workspace.createFileSystemWatcher(pattern);
  const textOf = (uri: Uri): string => uri.toString();
  return [
    watcher,
    watcher.onDidCreate((uri) => changed.add(textOf(uri))),
    watcher.onDidChange((uri) => changed.add(textOf(uri))),
    watcher.onDidDelete((uri) => void files.removed([textOf(uri)])),
    // Of a folder that goes, the watcher does not tell file by file.
    workspace.onDidDeleteFiles(({ files: gone }) => {
      for (const uri of gone) void files.removedWithin(textOf(uri));
    }),
    workspace.onDidRenameFiles(({ files: moved }) => {
      for (const { oldUri } of moved) void files.removedWithin(textOf(oldUri));
      void files.scan();
    }),
    workspace.onDidChangeWorkspaceFolders(() => void files.scan()),
    // The editor's own changes are known at once, and where no watcher runs.
    workspace.onDidSaveTextDocument((document) => {
      if (isWorkspaceFile(document)) changed.add(textOf(document.uri));
    }),
    // From now on the text on the disk counts again.
    workspace.onDidCloseTextDocument((document) => {
      if (isWorkspaceFile(document)) changed.add(textOf(document.uri));
    }),
  ];
}

function isWorkspaceFile({ uri, languageId: language }: TextDocument): boolean {
  return language === languageId && workspace.getWorkspaceFolder(uri) !== undefined;
}

const source: FileSource = {
  find: async () => {
    const folders = workspace.workspaceFolders ?? [];
    const found = await Promise.all(folders.map((folder) => filesIn(folder)));
    return found.flat().slice(0, mostFiles);
  },
  size: async (text) => {
    try {
      return sizeToRead(await workspace.fs.stat(Uri.parse(text, true)), maxBytes);
    } catch {
      // It went after it was found.
      return undefined;
    }
  },
  read: async (text) => {
    try {
      const bytes = await workspace.fs.readFile(Uri.parse(text, true));
      return bytes.length > maxBytes ? undefined : decode(bytes);
    } catch {
      return undefined;
    }
  },
};

/** The search of the editor knows what is excluded; where there is none the folders are walked. */
async function filesIn(folder: WorkspaceFolder): Promise<readonly string[]> {
  try {
    const here = new RelativePattern(folder, pattern);
    const found = await workspace.findFiles(here, undefined, mostFiles);
    return found.map((uri) => uri.toString());
  } catch {
    return walkFolder(folder.uri.toString(), list, (name) => updateFileName.test(name));
  }
}

async function list(folder: string): Promise<readonly FolderEntry[]> {
  const entries = await workspace.fs.readDirectory(Uri.parse(folder, true));
  return entries.map(([name, type]) => ({ name, kind: kindOf(type) }));
}

/** As the editor does it: UTF-8 without its byte order mark. */
function decode(bytes: Uint8Array): string {
  return new TextDecoder('utf-8').decode(bytes);
}

interface Gathered {
  readonly add: (uri: string) => void;
  readonly stop: () => void;
}

/** Calls `use` with everything that came until a short pause. */
function gathered(use: (uris: readonly string[]) => void): Gathered {
  const waiting = new Set<string>();
  let timer: NodeJS.Timeout | undefined;
  const flush = (): void => {
    timer = undefined;
    const uris = [...waiting];
    waiting.clear();
    use(uris);
  };
  return {
    add: (uri) => {
      waiting.add(uri);
      timer ??= setTimeout(flush, pauseMs);
    },
    stop: () => clearTimeout(timer),
  };
}
