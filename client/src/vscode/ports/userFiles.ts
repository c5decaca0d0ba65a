// The user's own files, where other tools keep their profiles.
import { constants } from 'node:fs';
import { open } from 'node:fs/promises';
import { homedir } from 'node:os';
import { join } from 'node:path';
import type { Files } from '../../core/ports/ports';

const mostBytes = 1_000_000;

/** Opening a named pipe would wait for who writes to it, and meanwhile hold up other files. */
const readWithoutWaiting = constants.O_RDONLY | constants.O_NONBLOCK;

/** Reads files below the home folder of this machine, and others by their path. */
export const userFiles: Files = {
  read: async (path) => {
    try {
      const file = await open(
        path.startsWith('~/') ? join(homedir(), path.slice(2)) : path,
        readWithoutWaiting,
      );
      try {
        if (!(await file.stat()).isFile())
          return { kind: 'unavailable', detail: 'not a regular file' };
        const { buffer, bytesRead } = await file.read(Buffer.alloc(mostBytes), 0, mostBytes, 0);
        return { kind: 'found', text: buffer.toString('utf8', 0, bytesRead) };
      } finally {
        await file.close();
      }
    } catch (error) {
      const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown';
      return code === 'ENOENT' || code === 'ENOTDIR'
        ? { kind: 'absent' }
        : { kind: 'unavailable', detail: code };
    }
  },
};
