// Records as files below the extension's own storage folder, readable by this user alone.
import { randomUUID } from 'node:crypto';
import { link, mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { RecordFolder, RecordStore } from '../../core/ports/lastingPorts';

/** Larger ones were not written by us. */
const mostBytes = 2_000_000;

/**
 * Keeps each record as one file. Nothing is created before the first one is written. `changed` hears of
 * what this window has changed.
 */
export function recordFolder(
  root: string,
  changed: (folder: RecordFolder) => void = () => undefined,
): RecordStore {
  const pathOf = (folder: RecordFolder, name: string): string => join(root, folder, safe(name));
  return {
    list: async (folder) => {
      const names = await readdir(join(root, folder)).catch(() => []);
      return names.filter((name) => isSafe(name) && !name.endsWith(temporary));
    },
    read: async (folder, name) => {
      const text = await readFile(pathOf(folder, name), 'utf8').catch(() => undefined);
      return text === undefined || text.length > mostBytes ? undefined : text;
    },
    create: async (folder, name, text) => {
      try {
        const path = pathOf(folder, name);
        const draft = await writeDraft(join(root, folder), text);
        const placed = await place(draft, path).finally(() => rm(draft, { force: true }));
        changed(folder);
        return placed;
      } catch (error) {
        return unavailable(error);
      }
    },
    write: async (folder, name, text) => {
      try {
        const path = pathOf(folder, name);
        await rename(await writeDraft(join(root, folder), text), path);
        changed(folder);
        return 'written';
      } catch (error) {
        return unavailable(error);
      }
    },
    delete: async (folder, name) => {
      await rm(pathOf(folder, name), { force: true }).catch(() => undefined);
      changed(folder);
    },
  };
}

const temporary = '.tmp';

async function writeDraft(folder: string, text: string): Promise<string> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const path = join(folder, `${randomUUID()}${temporary}`);
  await writeFile(path, text, { mode: 0o600, flush: true });
  return path;
}

/** A link appears with its contents and fails when the name is taken, both in one step. */
async function place(draft: string, path: string): Promise<'created' | 'exists'> {
  try {
    await link(draft, path);
    return 'created';
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return 'exists';
    throw error;
  }
}

/** A name is never a path. */
function safe(name: string): string {
  return isSafe(name) ? name : 'unusable';
}

function isSafe(name: string): boolean {
  return /^[A-Za-z0-9][A-Za-z0-9.-]{0,120}$/.test(name);
}

function unavailable(error: unknown): { readonly kind: 'unavailable'; readonly detail: string } {
  return { kind: 'unavailable', detail: codeOf(error) };
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : 'unknown error';
}
