// Records as files below the extension's own storage folder, readable by this user alone.
import { randomUUID } from 'node:crypto';
import {
  link,
  mkdir,
  open,
  readdir,
  readFile,
  rename,
  rm,
  stat,
  unlink,
  writeFile,
} from 'node:fs/promises';
import { join } from 'node:path';
import {
  maxRecordBytes,
  type RecordCreated,
  type RecordFolder,
  type RecordList,
  type RecordRead,
  type RecordRenamed,
  type RecordStore,
  type RecordWritten,
  type Unreadable,
} from '../../core/ports/records';
import type { Unavailable } from '../../core/ports/unavailable';

/**
 * Keeps each record as one file. Nothing is created before the first one is written. `changed` is
 * called after each change that this window makes.
 */
export function recordFolder(
  root: string,
  changed: (folder: RecordFolder) => void = () => undefined,
): RecordStore {
  const pathOf = (folder: RecordFolder, name: string): string => join(root, folder, name);
  const change = async <T>(
    folder: RecordFolder,
    names: readonly string[],
    work: () => Promise<T>,
  ): Promise<T | Unavailable> => {
    if (!names.every(isSafe)) return { kind: 'unavailable', detail: 'not a record name' };
    try {
      const result = await work();
      changed(folder);
      return result;
    } catch (error) {
      return { kind: 'unavailable', detail: codeOf(error) };
    }
  };
  return {
    list: (folder) => listFolder(join(root, folder)),
    read: (folder, name) => readRecord(pathOf(folder, name), name),
    create: (folder, name, text) =>
      change(folder, [name], () => createRecord(join(root, folder), pathOf(folder, name), text)),
    write: (folder, name, text) =>
      change(folder, [name], () => writeRecord(join(root, folder), pathOf(folder, name), text)),
    rename: (folder, from, to) =>
      change(folder, [from, to], () => renameRecord(pathOf(folder, from), pathOf(folder, to))),
    delete: (folder, name) =>
      change(folder, [name], async () => {
        await rm(pathOf(folder, name), { force: true });
        return 'deleted' as const;
      }),
  };
}

/** Removes drafts that a killed process left behind. Those of the last hour may still be in use. */
export async function removeOldDrafts(root: string, now: number): Promise<void> {
  for (const folder of ['journal', 'rollbacks', 'leases'] as const) {
    const names = await readdir(join(root, folder)).catch(() => []);
    for (const name of names.filter((each) => each.endsWith(temporary))) {
      const path = join(root, folder, name);
      const { mtimeMs } = await stat(path).catch(() => ({ mtimeMs: now }));
      if (now - mtimeMs > 60 * 60_000) await discard(path);
    }
  }
}

async function listFolder(path: string): Promise<RecordList> {
  try {
    return { kind: 'listed', names: (await readdir(path)).filter(isSafe) };
  } catch (error) {
    return isMissing(error) ? { kind: 'listed', names: [] } : unreadable(error);
  }
}

async function readRecord(path: string, name: string): Promise<RecordRead> {
  if (!isSafe(name)) return { kind: 'absent' };
  try {
    const { size } = await stat(path);
    if (size > maxRecordBytes) return { kind: 'unreadable', detail: 'too large' };
    return { kind: 'found', text: await readFile(path, 'utf8') };
  } catch (error) {
    return isMissing(error) ? { kind: 'absent' } : unreadable(error);
  }
}

async function createRecord(folder: string, path: string, text: string): Promise<RecordCreated> {
  const draft = await writeDraft(folder, text);
  try {
    return await place(draft, path, text);
  } finally {
    await discard(draft);
  }
}

async function writeRecord(folder: string, path: string, text: string): Promise<RecordWritten> {
  const draft = await writeDraft(folder, text);
  try {
    await rename(draft, path);
    return 'written';
  } catch (error) {
    await discard(draft);
    throw error;
  }
}

async function renameRecord(from: string, to: string): Promise<RecordRenamed> {
  try {
    await rename(from, to);
    return 'renamed';
  } catch (error) {
    if (isMissing(error)) return 'absent';
    throw error;
  }
}

const temporary = '.tmp';

async function writeDraft(folder: string, text: string): Promise<string> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const path = join(folder, `${randomUUID()}${temporary}`);
  try {
    await writeFile(path, text, { mode: 0o600, flush: true });
    return path;
  } catch (error) {
    await discard(path);
    throw error;
  }
}

/** What can't be removed now is removed at a later start; the record itself is complete. */
async function discard(draft: string): Promise<void> {
  await unlink(draft).catch(() => undefined);
}

/** A link appears with its contents and fails when the name is taken, both in one step. */
async function place(draft: string, path: string, text: string): Promise<'created' | 'exists'> {
  try {
    await link(draft, path);
    return 'created';
  } catch (error) {
    // exFAT, FAT and some network shares have no hard links, and each system has its own error for that.
    return codeOf(error) === 'EEXIST' ? 'exists' : placeWithoutLinks(path, text);
  }
}

/** Exclusive too, but a reader can see a part of the text, and takes that for unreadable. */
async function placeWithoutLinks(path: string, text: string): Promise<'created' | 'exists'> {
  try {
    const file = await open(path, 'wx', 0o600);
    try {
      await file.writeFile(text);
      await file.sync();
    } catch (error) {
      await discard(path);
      throw error;
    } finally {
      await file.close();
    }
    return 'created';
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return 'exists';
    throw error;
  }
}

/** A name is never a path, and never that of a draft. */
function isSafe(name: string): boolean {
  return /^[A-Za-z0-9][A-Za-z0-9.-]{0,120}$/.test(name) && !name.endsWith(temporary);
}

function unreadable(error: unknown): Unreadable {
  return { kind: 'unreadable', detail: codeOf(error) };
}

function isMissing(error: unknown): boolean {
  return codeOf(error) === 'ENOENT';
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : 'unknown error';
}
