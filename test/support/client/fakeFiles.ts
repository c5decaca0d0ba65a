// The user's files in a map; a path that maps to an error code cannot be read.
import type { Files } from '../../../client/src/core/ports/ports';

export function fakeFiles(
  files: Readonly<Record<string, string | { readonly error: string }>> = {},
): Files & { readonly asked: readonly string[] } {
  const asked: string[] = [];
  return {
    asked,
    read: (path) => {
      asked.push(path);
      const file = files[path];
      if (file === undefined) {
        return Promise.resolve({ kind: 'absent' });
      }
      return Promise.resolve(
        typeof file === 'string'
          ? { kind: 'found', text: file }
          : { kind: 'unavailable', detail: file.error },
      );
    },
  };
}
