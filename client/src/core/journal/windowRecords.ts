// The records of open confirmation windows: one per connection, shared by all windows of the editor.
import type { Context } from '../redaction/context';
import { takeLease, type LeaseResult } from './lease';
import type { RecordCreated } from '../ports/lastingPorts';
import type { RemoteConnection } from '../model/remoteConnection';
import { parseWindow, printWindow, type ArmedWindow } from './armedWindow';

/** Name of the record of a connection. Identifiers mean the same in upper and in lower case. */
export function windowIdOf(
  { crypto }: Pick<Context, 'crypto'>,
  { url }: Pick<RemoteConnection, 'url'>,
): string {
  return crypto.sha256Hex(url.toLowerCase()).slice(0, 32);
}

/** The window; undefined when there is none, or none that can be read. */
export async function readWindow(
  { records }: Pick<Context, 'records'>,
  id: string,
): Promise<ArmedWindow | undefined> {
  const text = isWindowId(id) ? await records.read('windows', id) : undefined;
  return text === undefined ? undefined : parseWindow(text);
}

/** All that can be read, in no particular order. */
export async function listWindows(
  context: Pick<Context, 'records'>,
): Promise<readonly ArmedWindow[]> {
  const names = await context.records.list('windows');
  const windows = await Promise.all(names.map((name) => readWindow(context, name)));
  return windows.filter((window) => window !== undefined);
}

/** Writes a new record. What stands there and cannot be read is no way back, so it is replaced. */
export async function createWindow(
  context: Pick<Context, 'records'>,
  window: ArmedWindow,
): Promise<RecordCreated> {
  const { records } = context;
  const text = printWindow(window);
  const created = await records.create('windows', window.id, text);
  if (created !== 'exists' || (await readWindow(context, window.id)) !== undefined) {
    return created;
  }
  const written = await records.write('windows', window.id, text);
  return written === 'written' ? 'created' : written;
}

/** Replaces the record, and says whether that worked; why not goes to the log. */
export async function writeWindow(
  { records, log }: Pick<Context, 'records' | 'log'>,
  window: ArmedWindow,
): Promise<boolean> {
  const written = await records.write('windows', window.id, printWindow(window));
  if (written !== 'written') {
    log.warn(`The confirmation window ${window.id} could not be written: ${written.detail}`);
  }
  return written === 'written';
}

/** The window is over. */
export async function deleteWindow(
  { records }: Pick<Context, 'records'>,
  id: string,
): Promise<void> {
  await records.delete('windows', id);
}

/** Held by whoever decides over a window, so that nobody keeps what is just being restored. */
export function leaseOfWindow(
  context: Pick<Context, 'clock' | 'records' | 'crypto'>,
  id: string,
  milliseconds: number,
): Promise<LeaseResult> {
  return takeLease(context, `window ${id}`, milliseconds);
}

function isWindowId(id: string): boolean {
  return /^[0-9a-f]{32}$/.test(id);
}
