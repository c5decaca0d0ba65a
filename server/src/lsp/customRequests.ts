// The handlers of the custom requests: what a document would send, and what of a live connection goes
// into it.
import type { UpdateRefused, WrittenUpdate } from '../protocol/messages';
import type { RequestParams, RequestResult, Requests } from '../protocol/methods';
import {
  connectionOf,
  documentPlaces,
  locateLiteralSecret,
  planUpdate,
  prepareUpdate,
  pullValues,
  referenceChecks,
  writeUpdate,
} from '../service';
import type { Documents, OpenFile } from './documents';
import type { OfFile } from './fileRequests';
import { guard } from './guard';
import type { Requests as Registry } from './requests';
import type { Log } from './runtime';
import type { Workspace } from './workspace/workspace';

/** Answers every custom request. */
export function registerCustomRequests(
  registry: Registry,
  documents: Documents,
  workspace: Workspace,
  log: Log,
): void {
  const handlers = handlersOf(documents, workspace);
  const register = <M extends keyof Requests>(method: M): void => {
    const { fallback, answer } = handlers[method];
    registry.on(method, guard(method, log, fallback, answer));
  };
  for (const method of Object.keys(handlers)) register(method as keyof Requests);
}

/** The fallback is the answer after an internal error, and about a file that isn't open. */
interface Handler<Params, Result> {
  readonly fallback: Result;
  readonly answer: (params: Params) => Result | Promise<Result>;
}

type Handlers = {
  readonly [M in keyof Requests]: Handler<RequestParams<M>, RequestResult<M>>;
};

function handlersOf(documents: Documents, workspace: Workspace): Handlers {
  const onFile = <Params extends OfFile, Result>(
    fallback: Result,
    answer: (file: OpenFile, params: Params) => Result,
  ): Handler<Params, Result> => ({
    fallback,
    answer: (params) => {
      const file = documents.get(params.textDocument.uri);
      return file === undefined ? fallback : answer(file, params);
    },
  });
  return {
    'vpnconn/prepareUpdate': onFile(unknownDocument, (file, { position }) => {
      const { snapshot, version, policy } = file;
      return prepareUpdate(snapshot, position, version, {
        policy,
        elsewhere: workspace.ofOpen(file).problems,
        memo: file.memo.policy,
      });
    }),
    'vpnconn/planUpdate': onFile(unknownDocument, (file, { position, ...input }) =>
      planUpdate({ ...file, elsewhere: workspace.ofOpen(file).problems }, position, input),
    ),
    'vpnconn/connectionOf': onFile(unknownDocument, ({ snapshot, version }, { position }) =>
      connectionOf(snapshot, position, version),
    ),
    'vpnconn/documentPlaces': onFile([], ({ snapshot }) => documentPlaces(snapshot)),
    'vpnconn/pullValues': onFile(unknownDocument, (file, { position, live }) =>
      pullValues(file, position, live),
    ),
    'vpnconn/locateLiteralSecret': onFile(
      { kind: 'none', message: notOpen },
      ({ snapshot, version }, { position }) => locateLiteralSecret(snapshot, position, version),
    ),
    'vpnconn/secretChecks': { fallback: [], answer: referenceChecks },
    'vpnconn/writeUpdate': { fallback: unwritten, answer: writeUpdate },
    'vpnconn/workspaceFiles': {
      fallback: null,
      answer: async (files) => {
        await workspace.receive(files);
        return null;
      },
    },
  };
}

const notOpen =
  'This file is not open as a VPN connection update. Open it, and check the language mode at the lower right.';

const unknownDocument: UpdateRefused = {
  kind: 'refused',
  reason: 'unknown-document',
  message: notOpen,
  errorCount: 0,
};

const unwritten: WrittenUpdate = {
  text: '',
  fields: [],
  leftOut: [],
  complaint: 'It could not be written.',
};
