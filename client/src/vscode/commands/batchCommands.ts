// *Apply All in File* and *Apply Files…*: the commands on more than one update.
import { Uri, window, workspace } from 'vscode';
import type { Handler, Services } from '../services';
import { onDocument } from './onDocument';

export function applyAllInFile(services: Services): Handler {
  return onDocument(services, ({ uri }) => services.useCases.applyBatch([uri]));
}

/** The explorer hands over the file under the pointer and all that are selected; the palette nothing. */
export function applyFiles({ useCases }: Services): Handler {
  return async (clicked, selected) => {
    const chosen = urisIn(selected) ?? urisIn([clicked]) ?? (await askFiles());
    if (chosen === undefined || chosen.length === 0) return undefined;
    for (const uri of chosen) {
      // Whoever applies a file has it before the eyes; and a file that is open is known to the server.
      const document = await workspace.openTextDocument(uri);
      await window.showTextDocument(document, { preview: false, preserveFocus: true });
    }
    return useCases.applyBatch(chosen.map((uri) => uri.toString()));
  };
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
