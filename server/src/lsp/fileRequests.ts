// How requests about a file are answered: by a function of the open file, guarded, and with a fallback.
import type { Documents, OpenFile } from './documents';
import { guard } from './guard';
import type { Requests } from './requests';
import type { Log, RunLater } from './runtime';

/** Parameters of every request that is about one file. */
export interface OfFile {
  readonly textDocument: { readonly uri: string };
}

/** Registers the handler of one method. A file that is not open, and a failure, get the fallback. */
export type OnFile = ReturnType<typeof fileRequests>;

/** Registers features that work on an open file; any other file gets the fallback. */
export function fileRequests(requests: Requests, documents: Documents, log: Log) {
  return <Params extends OfFile, Result>(
    method: string,
    fallback: Result,
    handler: (file: OpenFile, params: Params) => Result,
    runLater: RunLater = (run) => run(),
  ): void => {
    const guarded = guard(method, log, fallback, (params: Params) => {
      const file = documents.get(params.textDocument.uri);
      return file === undefined ? fallback : handler(file, params);
    });
    requests.on<Params>(
      method,
      (params, token) =>
        new Promise((resolve) => {
          runLater(() => {
            resolve(guarded(params, token));
          });
        }),
    );
  };
}
