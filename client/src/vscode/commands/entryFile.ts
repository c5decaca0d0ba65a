// *Open File* of an entry of the journal.
import { Uri, window, workspace } from 'vscode';
import type { Services } from '../services';

/** Opens the file that an update came from, as text whatever its address is. */
export async function openEntryFile({ showMessage }: Services, entry: unknown): Promise<void> {
  const file = typeof entry === 'object' && entry !== null && 'file' in entry ? entry.file : '';
  if (typeof file !== 'string' || file === '') return;
  try {
    await window.showTextDocument(await workspace.openTextDocument(Uri.parse(file, true)));
  } catch {
    const text = "Couldn't open the file of this update. It may have been moved or deleted.";
    showMessage({ severity: 'warning', text, actions: [] });
  }
}
