// Files of a workspace over the built server: one is open, others are handed over.
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import {
  CancellationTokenSource,
  DiagnosticRefreshRequest,
  DocumentDiagnosticRequest,
  WorkspaceDiagnosticRequest,
  WorkspaceSymbolRequest,
  type ClientCapabilities,
  type CompletionItem,
  type Diagnostic,
  type SymbolInformation,
  type FullDocumentDiagnosticReport,
  type PreviousResultId,
  type WorkspaceDiagnosticReport,
  type WorkspaceFullDocumentDiagnosticReport,
} from 'vscode-languageserver-protocol/node';
import { LspClient } from '../support/lspClient';
import { poll } from '../support/poll';

const a = 'file:///a.vpnconn.yaml';
const b = 'file:///b.vpnconn.yaml';
const overlap = 'files/overlap';

const pulling: ClientCapabilities = {
  workspace: { diagnostics: { refreshSupport: true } },
  textDocument: { diagnostic: {} },
};

/** An update of a connection; `id` is the end of its ID. */
function update(id: string, network: string, comment = ''): string {
  return `${comment}project_id: 0605768a0780d5c02f9bc010cbc2ee4a\nvpn_connection_id: 98c5af8a-1c2d-4e3f-8a9b-${id.padStart(12, '0')}\nvpn_connection:\n  peer_subnets: [${network}]\n`;
}

class Editor {
  client!: LspClient;
  refreshed = 0;

  static async start(capabilities: ClientCapabilities = pulling): Promise<Editor> {
    const editor = new Editor();
    editor.client = await LspClient.start({
      capabilities,
      prepare: (connection) =>
        connection.onRequest(DiagnosticRefreshRequest.type, () => {
          editor.refreshed++;
        }),
    });
    return editor;
  }

  async hand(files: Readonly<Record<string, string>>, removed: string[] = []): Promise<void> {
    await this.client.request('vpnconn/workspaceFiles', {
      files: Object.entries(files).map(([uri, text]) => ({ uri, text })),
      removed,
    });
  }

  async pull(uri: string): Promise<readonly Diagnostic[]> {
    const report = (await this.client.connection.sendRequest(DocumentDiagnosticRequest.type, {
      textDocument: { uri },
    })) as FullDocumentDiagnosticReport;
    return report.items.filter(({ code }) => code === overlap);
  }

  /** Pulls until there are `count` overlaps. */
  async overlaps(uri: string, count: number): Promise<readonly Diagnostic[]> {
    const deadline = Date.now() + 30_000;
    for (;;) {
      const found = await this.pull(uri);
      if (found.length === count) return found;
      if (Date.now() > deadline) throw new Error(`Waited for ${count} overlaps of ${uri}.`);
    }
  }

  async workspace(previousResultIds: PreviousResultId[] = []): Promise<WorkspaceDiagnosticReport> {
    return this.client.connection.sendRequest(WorkspaceDiagnosticRequest.type, {
      previousResultIds,
    });
  }
}

let editor: Editor;
beforeEach(async () => {
  editor = await Editor.start();
});
afterEach(async () => {
  await editor.client.stop();
});

const codesOf = ({ items }: WorkspaceFullDocumentDiagnosticReport): unknown[] =>
  items.map(({ code }) => code).filter((code) => code === overlap);

test('files that were handed over have been worked through when the answer is there', async () => {
  const names = Array.from({ length: 40 }, (_, index) => `file:///${index}.vpnconn.yaml`);
  await editor.hand(
    Object.fromEntries(names.map((uri, at) => [uri, update(`${at}`, '10.0.0.0/8')])),
  );
  const found = await editor.client.connection.sendRequest(WorkspaceSymbolRequest.type, {
    query: '',
  });
  expect(found).toHaveLength(names.length);
});

describe('a problem that spans an open and a closed file', () => {
  test('is shown in the open file, points to the other one, and the client is told once', async () => {
    await editor.client.open(a, update('1', '10.0.0.0/8'));
    expect(await editor.pull(a)).toEqual([]);
    await editor.hand({ [b]: `# first line\n${update('2', '10.1.0.0/16')}` });
    await poll('refresh', () => editor.refreshed === 1 || undefined);
    const [found] = await editor.pull(a);
    expect(found).toMatchObject({
      code: overlap,
      severity: 2,
      range: { start: { line: 3, character: 17 }, end: { line: 3, character: 27 } },
      relatedInformation: [
        {
          location: { uri: b, range: { start: { line: 4, character: 17 } } },
          message: 'The overlapping network of the other connection.',
        },
      ],
    });
  });

  test('is shown in the closed file, and follows its changes, renames and deletion', async () => {
    await editor.client.open(a, update('1', '10.0.0.0/8'));
    await editor.hand({ [b]: update('2', '10.1.0.0/16') });
    await editor.overlaps(a, 1);
    const { items } = await editor.workspace();
    expect(items.map(({ uri, kind }) => [uri, kind])).toEqual([[b, 'full']]);
    expect(codesOf(items[0] as WorkspaceFullDocumentDiagnosticReport)).toEqual([overlap]);
    const previous = items.map(({ uri, resultId }) => ({ uri, value: resultId ?? '' }));

    const next = editor.workspace(previous);
    await editor.hand({ [b]: update('2', '11.0.0.0/16') });
    await editor.overlaps(a, 0);
    const [changed] = (await next).items as WorkspaceFullDocumentDiagnosticReport[];
    expect([changed?.uri, changed && codesOf(changed)]).toEqual([b, []]);

    const c = 'file:///c.vpnconn.yaml';
    await editor.hand({ [c]: update('1', '11.0.0.0/16') }, [b]);
    const [found] = await editor.overlaps(a, 1);
    expect(found?.relatedInformation?.map(({ location }) => location.uri)).toEqual([c]);
    await editor.hand({}, [c]);
    await editor.overlaps(a, 0);
    const gone = await editor.workspace(previous);
    expect(gone.items).toMatchObject([{ uri: b, kind: 'full', items: [] }]);
  });

  test('the buffer of an open file counts, not its text on the disk', async () => {
    await editor.client.open(a, update('1', '10.0.0.0/8'));
    await editor.client.open(b, update('2', '11.0.0.0/16'));
    await editor.hand({ [b]: update('2', '10.1.0.0/16') });
    await editor.overlaps(a, 0);
    await editor.client.close(b);
    await editor.hand({ [b]: update('2', '10.1.0.0/16') });
    await editor.overlaps(a, 1);
  });

  test("an earlier version of a file, shown beside it, is in nobody's way", async () => {
    const text = update('1', '10.0.0.0/8');
    await editor.client.open('git:///a.vpnconn.yaml?HEAD', text);
    await editor.client.open(a, text);
    await editor.client.open(b, text);
    expect(await editor.overlaps(a, 1)).toHaveLength(1);
    expect(await editor.pull('git:///a.vpnconn.yaml?HEAD')).toEqual([]);
  });

  test('where the workspace is not on a disk, its files count all the same', async () => {
    const [mine, other] = ['vscode-vfs://host/a.vpnconn.yaml', 'vscode-vfs://host/b.vpnconn.yaml'];
    await editor.client.open(mine, update('1', '10.0.0.0/8'));
    expect(await editor.pull(mine)).toEqual([]);
    await editor.hand({ [other]: update('2', '10.1.0.0/16') });
    expect(await editor.overlaps(mine, 1)).toHaveLength(1);
  });

  test('of a file that was open and is gone, the client is told to show nothing', async () => {
    const told = editor.workspace();
    await editor.client.open(a, update('1', '10.0.0.1/8'));
    await editor.client.connection.sendNotification('textDocument/didClose', {
      textDocument: { uri: a },
    });
    expect((await told).items).toEqual([
      { kind: 'full', uri: a, version: null, resultId: 'clean', items: [] },
    ]);
  });

  test('a comment silences it in its own file only', async () => {
    await editor.client.open(a, update('1', '10.0.0.0/8', `# vpnconn-disable-file ${overlap}\n`));
    await editor.hand({ [b]: update('2', '10.1.0.0/16') });
    const { items } = await editor.workspace();
    expect(codesOf(items[0] as WorkspaceFullDocumentDiagnosticReport)).toEqual([overlap]);
    expect(await editor.pull(a)).toEqual([]);
  });
});

describe('the question about all files', () => {
  test('is held open while there is nothing new, and can be taken back', async () => {
    const source = new CancellationTokenSource();
    const answer = editor.client.connection.sendRequest(
      WorkspaceDiagnosticRequest.type,
      { previousResultIds: [] },
      source.token,
    );
    await editor.client.open(a, update('1', '10.0.0.0/8'));
    expect(await editor.pull(a)).toEqual([]);
    source.cancel();
    expect(await answer).toEqual({ items: [] });
  });

  test('a newer one takes its place', async () => {
    const first = editor.workspace();
    const second = editor.workspace();
    expect(await first).toEqual({ items: [] });
    await editor.hand({ [b]: 'project_id: p\n' });
    expect((await second).items.map(({ uri }) => uri)).toEqual([b]);
  });
});

test('with 2,000 files to read, a keystroke is answered before they are read', async () => {
  await editor.client.open(a, update('1', '10.0.0.0/8'));
  const files = Object.fromEntries(
    Array.from({ length: 2000 }, (_, at) => [
      `file:///${at}.vpnconn.yaml`,
      update(`${at + 10}`, `10.${at >> 8}.${at & 255}.0/24`),
    ]),
  );
  const handedOver = editor.hand(files);
  await editor.client.change(a, { text: update('1', '9.0.0.0/8') });
  expect(await editor.pull(a)).toEqual([]);
  await editor.client.change(a, { text: update('1', '10.0.0.0/8') });
  const early = await editor.pull(a);
  expect(early.flatMap((each) => each.relatedInformation ?? []).length).toBeLessThan(10);
  await handedOver;
  const [found] = await editor.overlaps(a, 1);
  expect(found?.relatedInformation?.length).toBe(10);
});

test('a client that cannot pull is sent what is new', async () => {
  const pushed = await Editor.start({});
  await pushed.client.open(a, update('1', '10.0.0.0/8'));
  await pushed.hand({ [b]: update('2', '10.1.0.0/16') });
  const found = await pushed.client.publishedFor(a, (all) =>
    all.some(({ code }) => code === overlap),
  );
  expect(found.length).toBeGreaterThanOrEqual(1);
  await pushed.client.stop();
});

describe('connections of the workspace', () => {
  const symbols = (query: string): Promise<SymbolInformation[]> =>
    editor.client.connection.sendRequest('workspace/symbol', { query });
  /** Asks until the closed files have been read. */
  const found = async (query: string, count: number): Promise<SymbolInformation[]> => {
    const deadline = Date.now() + 30_000;
    for (;;) {
      const all = await symbols(query);
      if (all.length === count) return all;
      if (Date.now() > deadline) throw new Error(`Waited for ${count} symbols of "${query}".`);
    }
  };

  test('are found by name, ID and file, open or not', async () => {
    await editor.client.open(a, `${update('1', '10.0.0.0/8')}  name: hamburg\n`);
    await editor.hand({ [b]: `# lyon\n${update('2', '10.1.0.0/16')}  name: lyon\n` });
    expect(await found('', 2)).toMatchObject([
      { name: expect.stringMatching(/^hamburg · /), containerName: a.split('/').at(-1) },
      {
        name: expect.stringMatching(/^lyon · /),
        location: { uri: b, range: { start: { line: 2 } } },
      },
    ]);
    expect(await found('LYON', 1)).toMatchObject([{ location: { uri: b } }]);
    expect(await found('hbrg', 1)).toMatchObject([{ location: { uri: a } }]);
    expect(await found('nothing like it', 0)).toEqual([]);
  });

  test('never show a key that an alias makes a name', async () => {
    const text = update('1', '10.0.0.0/8').replace(
      'vpn_connection:\n',
      'vpn_connection:\n  psk: &k Secret-Key-123\n  name: *k\n',
    );
    await editor.hand({ [b]: text });
    expect(JSON.stringify(await found('', 1))).not.toContain('Secret-Key-123');
  });

  test('give their identifiers to the completion of another file', async () => {
    const gateway = '5247ae10-1c2d-4e3f-8a9b-dd36659a7f5d';
    await editor.hand({ [b]: `${update('2', '10.1.0.0/16')}  cgw_id: ${gateway}\n` });
    await found('', 1);
    const text = `${update('1', '10.0.0.0/8')}  cgw_id: `;
    await editor.client.open(a, text);
    const position = { line: text.split('\n').length - 1, character: '  cgw_id: '.length };
    const items: CompletionItem[] = await editor.client.connection.sendRequest(
      'textDocument/completion',
      { textDocument: { uri: a }, position },
    );
    expect(items.map(({ label }) => label)).toContain(gateway);
  });
});
