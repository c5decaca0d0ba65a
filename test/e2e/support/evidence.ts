// What a failing test leaves behind: a picture of the window, and the logs of the editor.
import { join } from 'node:path';
import { context } from './context';
import type { Editor } from './editor';
import type { Workbench } from './workbench';

/** Keeps a picture and the logs below test-results/, in a folder named after the test. */
export async function keepEvidence(
  name: string,
  window: Workbench | undefined,
  editor: Editor | undefined,
): Promise<void> {
  const folder = join(context.root, 'test-results', name.replace(/[^a-z0-9]+/gi, '-'));
  await window?.screenshot(join(folder, 'window.png'));
  await editor?.keepLogs(folder);
}
