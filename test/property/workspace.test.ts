// Whatever is opened, edited, closed and handed over in whatever order: what a workspace says of its
// files in the end is what one says that meets them as they are.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { MessageConnection } from 'vscode-jsonrpc';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { Documents } from '../../server/src/lsp/documents';
import { LiveConnections } from '../../server/src/lsp/liveConnections';
import { Settings } from '../../server/src/lsp/settings';
import { Workspace } from '../../server/src/lsp/workspace/workspace';
import { diagnostics, type TextChange } from '../../server/src/service';
import { runs } from '../support/mutations';

const uris = ['file:///a', 'file:///b', 'file:///c'];

/** The server's view of some files, without a client. */
class Files {
  readonly #handlers = new Map<string, (params: unknown) => void>();
  readonly #timers = new Set<() => void>();
  readonly #workspace: Workspace;
  readonly #documents: Documents;

  constructor() {
    const connection = {
      onNotification: (method: string, handler: (params: unknown) => void) =>
        this.#handlers.set(method, handler),
    } as unknown as MessageConnection;
    const settings = new Settings(connection);
    this.#documents = new Documents(settings, new LiveConnections());
    this.#workspace = new Workspace(this.#documents, settings, (_, run) => {
      this.#timers.add(run);
      return () => this.#timers.delete(run);
    });
    this.#documents.listen(connection, [this.#workspace]);
    this.#workspace.follow({
      openChanged: () => undefined,
      closedChanged: () => undefined,
      left: () => undefined,
    });
  }

  open(uri: string, text: string): void {
    this.#tell('textDocument/didOpen', { textDocument: { uri, version: 1, text } });
  }

  change(uri: string, contentChanges: readonly TextChange[]): void {
    this.#tell('textDocument/didChange', { textDocument: { uri, version: 1 }, contentChanges });
  }

  /** The client hands the file over as it is on the disk. */
  close(uri: string, text: string): void {
    this.#tell('textDocument/didClose', { textDocument: { uri } });
    this.hand(uri, text);
  }

  hand(uri: string, text: string): void {
    void this.#workspace.receive({ files: [{ uri, text }], removed: [] });
  }

  /** All pauses pass. */
  settle(): void {
    for (const run of this.#timers) {
      this.#timers.delete(run);
      run();
    }
  }

  /** The diagnostics that are shown of a file. */
  shown(uri: string): unknown {
    const file = this.#documents.get(uri);
    const snapshot = file?.snapshot ?? this.#workspace.closedFiles().get(uri);
    if (snapshot === undefined) return undefined;
    const { problems } =
      file === undefined ? this.#workspace.of(uri) : this.#workspace.ofOpen(file);
    return diagnostics(snapshot, uri, undefined, undefined, problems);
  }

  #tell(method: string, params: unknown): void {
    this.#handlers.get(method)?.(params);
  }
}

const document = fc
  .record({
    comments: fc.nat(2),
    connection: fc.constantFrom('1', '2', '3'),
    network: fc.constantFrom('10.0.0.0/8', '10.1.0.0/16', '11.0.0.0/8'),
  })
  .map(
    ({ comments, connection, network }) =>
      `${'# c\n'.repeat(comments)}project_id: 0605768a0780d5c02f9bc010cbc2ee4a\nvpn_connection_id: 98c5af8a-1c2d-4e3f-8a9b-ae2280a6f4c${connection}\nvpn_connection:\n  peer_subnets: [${network}]\n`,
  );
const text = fc.array(document, { maxLength: 3 }).map((all) => all.join('---\n'));
const change = fc
  .record({
    line: fc.nat(12),
    removed: fc.nat(2),
    text: fc.constantFrom('', '# c\n', '# c\n# c\n', '---\n', '...\n'),
  })
  .map(({ line, removed, text: put }): TextChange => ({
    range: { start: { line, character: 0 }, end: { line: line + removed, character: 0 } },
    text: put,
  }));

/** What happens to a file: an edit, wherever it is; opening or closing it; a look at it; a pause. */
const step = fc.record({
  uri: fc.constantFrom(...uris),
  act: fc.oneof(
    change,
    fc.constantFrom('open or close' as const, 'look' as const, 'pause' as const),
  ),
});

test('says in the end what a workspace says that meets the files as they are', () => {
  fc.assert(
    fc.property(fc.tuple(text, text, text), fc.array(step, { maxLength: 12 }), (texts, steps) => {
      const files = new Files();
      const now = new Map(uris.map((uri, at) => [uri, texts[at] ?? '']));
      const open = new Set<string>();
      for (const [uri, content] of now) files.hand(uri, content);
      for (const { uri, act } of steps) {
        const content = now.get(uri) ?? '';
        if (act === 'look') files.shown(uri);
        else if (act === 'pause') files.settle();
        else if (act !== 'open or close') {
          now.set(uri, edited(content, act));
          if (open.has(uri)) files.change(uri, [act]);
          else files.hand(uri, edited(content, act));
        } else if (open.delete(uri)) files.close(uri, content);
        else {
          open.add(uri);
          files.open(uri, content);
        }
      }
      files.settle();
      const fresh = new Files();
      for (const [uri, content] of now)
        if (open.has(uri)) fresh.open(uri, content);
        else fresh.hand(uri, content);
      fresh.settle();
      expect(uris.map((uri) => files.shown(uri))).toEqual(uris.map((uri) => fresh.shown(uri)));
    }),
    { numRuns: runs },
  );
});

function edited(content: string, each: TextChange): string {
  const old = TextDocument.create('file:///a', 'vpnconn', 1, content);
  return TextDocument.update(old, [each], 2).getText();
}
