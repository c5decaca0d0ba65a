// The language server's side of an update without a process: the service itself, on one buffer.
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { LanguageServer } from '../../../client/src/core/ports/languageServer';
import type { Documents } from '../../../client/src/core/ports/ports';
import type { BufferRange } from '../../../client/src/core/model/bufferRange';
import {
  connectionOf,
  createSnapshot,
  defaultPolicy,
  documentPlaces,
  locateLiteralSecret,
  planUpdate,
  prepareUpdate,
  pullValues,
  referenceChecks,
  writeUpdate,
} from '../../../server/src/service';
import { fakeServer } from './fakeServer';

/** One open file. */
export interface FakeBuffer {
  readonly server: LanguageServer;
  readonly documents: Documents;
  text(): string;
  /** Texts of the new files that were opened. */
  readonly opened: readonly string[];
  /** What somebody types at the end of the file: the next version. */
  type(text: string): void;
  /** From now on the editor refuses edits. */
  freeze(): void;
}

/** Server and editor of one file, at first in version 1. */
export function serviceServer(text: string): FakeBuffer {
  let document = TextDocument.create('file:///a.vpnconn.yaml', 'vpnconn', 1, text);
  let isFrozen = false;
  const opened: string[] = [];
  const change = (next: string): void => {
    document = TextDocument.create(document.uri, 'vpnconn', document.version + 1, next);
  };
  const snapshot = () => createSnapshot(document.getText());
  const isCurrent = ({ version }: BufferRange): boolean => version === document.version;
  return {
    server: fakeServer({
      'vpnconn/prepareUpdate': ({ position }) =>
        prepareUpdate(snapshot(), position, document.version),
      'vpnconn/planUpdate': ({ position, ...input }) =>
        planUpdate(
          { snapshot: snapshot(), version: document.version, policy: defaultPolicy },
          position,
          input,
        ),
      'vpnconn/connectionOf': ({ position }) =>
        connectionOf(snapshot(), position, document.version),
      'vpnconn/documentPlaces': () => documentPlaces(snapshot()),
      'vpnconn/pullValues': ({ position, live }) =>
        pullValues({ snapshot: snapshot(), version: document.version }, position, live),
      'vpnconn/locateLiteralSecret': ({ position }) =>
        locateLiteralSecret(snapshot(), position, document.version),
      'vpnconn/secretChecks': referenceChecks,
      'vpnconn/writeUpdate': writeUpdate,
      'vpnconn/workspaceFiles': () => null,
    }),
    documents: {
      currentVersion: () => document.version,
      textIn: (place) => (isCurrent(place) ? document.getText(place.range) : undefined),
      openNew: async (text) => {
        opened.push(text);
      },
      edit: async (_uri, version, edits) => {
        if (isFrozen || version !== document.version) return false;
        change(TextDocument.applyEdits(document, [...edits]));
        return true;
      },
      replace: async (place, newText) => {
        if (isFrozen || !isCurrent(place)) return false;
        change(TextDocument.applyEdits(document, [{ range: place.range, newText }]));
        return true;
      },
    },
    opened,
    text: () => document.getText(),
    type: (typed) => change(document.getText() + typed),
    freeze: () => {
      isFrozen = true;
    },
  };
}
