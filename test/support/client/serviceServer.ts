// The language server's side of an update without a process: the service itself, on one text.
import type { Documents, LanguageServer } from '../../../client/src/core/ports';
import { prepareUpdate } from '../../../server/src/service/request/build';
import { createSnapshot } from '../../../server/src/service/snapshot';

/** Server and editor of one document, version 1. */
export function serviceServer(text: string): {
  readonly server: LanguageServer;
  readonly documents: Documents;
} {
  const snapshot = createSnapshot(text);
  return {
    server: {
      prepareUpdate: (_uri, position) => Promise.resolve(prepareUpdate(snapshot, position, 1)),
    },
    documents: { currentVersion: () => 1 },
  };
}
