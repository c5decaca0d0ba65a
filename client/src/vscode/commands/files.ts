// *Apply Files…*: the files and folders that are selected in the explorer, or chosen in a dialog.
import { FileType, Uri, window, workspace } from 'vscode';
import { reportProblem } from '../../core/ports/report';
import type { Services } from '../services';
import { languageId } from '../settingKeys';
import { openChosenFiles, type FileAccess } from './chosenFiles';

/** The explorer passes the file under the pointer and all that are selected; the palette nothing. */
export async function applyFiles(
  { useCases, showMessage }: Services,
  clicked?: unknown,
  selected?: unknown,
): Promise<unknown> {
  const chosen = urisIn(selected) ?? urisIn([clicked]) ?? (await askFiles());
  if (chosen === undefined || chosen.length === 0) return undefined;
  const files = await openChosenFiles(
    editorFiles,
    chosen.map((uri) => uri.toString()),
  );
  if (files.kind === 'opened') return useCases.applyBatch(files.uris);
  reportProblem({ showMessage }, files.problem);
  return files;
}

function urisIn(value: unknown): readonly Uri[] | undefined {
  const isList = Array.isArray(value) && value.every((each) => each instanceof Uri);
  return isList ? value : undefined;
}

async function askFiles(): Promise<readonly Uri[] | undefined> {
  return window.showOpenDialog({
    title: 'Apply Files',
    openLabel: 'Check and Compare',
    canSelectMany: true,
    filters: { 'VPN connection updates': ['yaml', 'yml'] },
  });
}

const editorFiles: FileAccess = {
  stat: async (uri) => {
    const { type, size } = await workspace.fs.stat(Uri.parse(uri, true));
    return { kind: kindOf(type), size };
  },
  list: async (folder) => {
    const root = Uri.parse(folder, true);
    const entries = await workspace.fs.readDirectory(root);
    return entries.map(([name, type]) => ({
      uri: Uri.joinPath(root, name).toString(),
      name,
      isFolder: type === FileType.Directory,
    }));
  },
  open: async (uri) => {
    const document = await workspace.openTextDocument(Uri.parse(uri, true));
    // Files that are applied are visible; the language server learns of those that are open.
    await window.showTextDocument(document, { preview: false, preserveFocus: true });
    return { uri: document.uri.toString(), isUpdateFile: document.languageId === languageId };
  },
};

/** The type is a set of bits: a link has that of what it leads to as well. */
function kindOf(type: FileType): 'file' | 'folder' | 'other' {
  if ((type & FileType.File) !== 0) return 'file';
  return (type & FileType.Directory) !== 0 ? 'folder' : 'other';
}
