// Settings over the built server: they take effect without a reload, and nobody waits for them.
import { afterEach, describe, expect, test } from 'vitest';
import {
  CompletionRequest,
  ConfigurationRequest,
  DiagnosticRefreshRequest,
  DidChangeConfigurationNotification,
  DocumentDiagnosticRequest,
  DocumentLinkRequest,
  InlayHintRefreshRequest,
  InlayHintRequest,
  RegistrationRequest,
  type ClientCapabilities,
  type CompletionItem,
  type DocumentDiagnosticReport,
  type FullDocumentDiagnosticReport,
  type ProtocolConnection,
} from 'vscode-languageserver-protocol/node';
import { LspClient } from '../support/lspClient';
import { poll } from '../support/poll';
import { updateText } from '../support/updateText';

const uri = 'file:///site-a.vpnconn.yaml';
const textDocument = { uri };
const text = updateText('peer_subnets: [100.64.1.0/24]');

const pulling: ClientCapabilities = {
  workspace: {
    configuration: true,
    diagnostics: { refreshSupport: true },
    inlayHint: { refreshSupport: true },
  },
  textDocument: { diagnostic: {} },
};
const pushing: ClientCapabilities = { workspace: { configuration: true } };

/** A client with settings, which counts what it is asked. */
class Editor {
  client!: LspClient;
  rules: Readonly<Record<string, unknown>> = {};
  readonly asked: (string | undefined)[] = [];
  readonly subscribed: string[] = [];
  hints: Readonly<Record<string, unknown>> = {};
  links: Readonly<Record<string, unknown>> = {};
  refreshed = 0;
  refreshedHints = 0;

  static async start(capabilities: ClientCapabilities): Promise<Editor> {
    const editor = new Editor();
    editor.client = await LspClient.start({
      capabilities,
      prepare: (connection) => editor.#answer(connection),
    });
    return editor;
  }

  #answer(connection: ProtocolConnection): void {
    connection.onRequest(ConfigurationRequest.type, ({ items }) => {
      this.asked.push(...items.map(({ scopeUri }) => scopeUri));
      return items.map(() => ({ rules: this.rules, inlayHints: this.hints, links: this.links }));
    });
    connection.onRequest(DiagnosticRefreshRequest.type, () => {
      this.refreshed++;
    });
    connection.onRequest(InlayHintRefreshRequest.type, () => {
      this.refreshedHints++;
    });
    connection.onRequest(RegistrationRequest.type, ({ registrations }) => {
      this.subscribed.push(...registrations.map(({ method }) => method));
    });
  }

  async set(rules: Readonly<Record<string, unknown>>): Promise<void> {
    this.rules = rules;
    await this.client.connection.sendNotification(DidChangeConfigurationNotification.type, {
      settings: null,
    });
  }

  async pull(previousResultId?: string): Promise<DocumentDiagnosticReport> {
    return this.client.connection.sendRequest(DocumentDiagnosticRequest.type, {
      textDocument,
      ...(previousResultId !== undefined && { previousResultId }),
    });
  }

  async shown(): Promise<readonly string[]> {
    const { items } = (await this.pull()) as FullDocumentDiagnosticReport;
    return items.map(({ severity, code }) => `${severity} ${code}`);
  }

  async refreshes(count: number): Promise<void> {
    await poll(`refresh ${count}`, () => (this.refreshed >= count ? true : undefined));
  }
}

let editor: Editor;
afterEach(async () => {
  expect(await editor.client.stop()).toBe(0);
});

describe('a client that pulls', () => {
  test('is told to pull again when the settings of a file differ from the defaults', async () => {
    editor = await Editor.start(pulling);
    editor.rules = { 'subnets/reserved': 'warning' };
    await editor.client.open(uri, text);
    await editor.refreshes(1);
    expect(await editor.shown()).toEqual(['2 subnets/reserved']);
    expect(editor.asked).toEqual([uri]);
    expect(editor.subscribed).toEqual([]);
  });

  test('sees a change of the settings at once, for the same text', async () => {
    editor = await Editor.start(pulling);
    await editor.client.open(uri, text);
    const before = await editor.pull();
    expect(await editor.shown()).toEqual(['1 subnets/reserved']);
    await editor.set({ 'subnets/reserved': 'off' });
    await editor.refreshes(1);
    const after = await editor.pull(before.resultId);
    expect(after).toMatchObject({ kind: 'full', items: [] });
    expect(await editor.pull(after.resultId)).toMatchObject({ kind: 'unchanged' });
    await editor.set({});
    await editor.refreshes(2);
    expect(await editor.shown()).toEqual(['1 subnets/reserved']);
  });

  test('can send what a setting made a warning', async () => {
    editor = await Editor.start(pulling);
    await editor.client.open(uri, text);
    const prepare = () =>
      editor.client.request('vpnconn/prepareUpdate', {
        textDocument,
        position: { line: 0, character: 0 },
      });
    expect(await prepare()).toMatchObject({ kind: 'refused', reason: 'errors' });
    await editor.set({ 'subnets/reserved': 'warning' });
    await editor.refreshes(1);
    expect(await prepare()).toMatchObject({ kind: 'ready' });
  });

  test('is asked once for each file and change, never for a keystroke', async () => {
    editor = await Editor.start(pulling);
    const other = 'file:///site-b.vpnconn.yaml';
    // Of another connection: what two files say of one would be news as well.
    await editor.client.open(other, text.replace(/(vpn_connection_id: )./, '$10'));
    await editor.client.open(uri, text);
    for (let count = 0; count < 20; count++) {
      await editor.client.change(uri, { text: `${text}# ${count}` });
      await editor.shown();
    }
    expect(editor.asked).toEqual([other, uri]);
    await editor.set({ 'subnets/reserved': 'off' });
    await editor.refreshes(1);
    expect(editor.asked).toEqual([other, uri, other, uri]);
  });

  test('is not asked for a file any longer that was closed and belongs to no workspace', async () => {
    editor = await Editor.start(pulling);
    const other = 'file:///site-b.vpnconn.yaml';
    await editor.client.open(other, text);
    await editor.client.open(uri, text);
    await editor.client.close(other);
    await poll('a question about the open file only', async () => {
      const before = editor.asked.length;
      await editor.set({});
      await editor.shown();
      return editor.asked.slice(before).join() === uri || undefined;
    });
  });

  test('gets what was set last, whatever answer comes last', async () => {
    editor = await Editor.start(pulling);
    await editor.client.open(uri, text);
    await poll('the question on opening', () => (editor.asked.length === 1 ? true : undefined));
    let answerLate = (): void => undefined;
    const late = new Promise<void>((resolve) => (answerLate = resolve));
    let questions = 0;
    editor.client.connection.onRequest(ConfigurationRequest.type, async () => {
      questions++;
      if (questions > 1) return [{ rules: { 'subnets/reserved': 'off' } }];
      await late;
      return [{ rules: { 'subnets/reserved': 'warning' } }];
    });
    await editor.set({});
    await poll('the first question', () => (questions === 1 ? true : undefined));
    await editor.set({});
    await editor.refreshes(1);
    answerLate();
    await editor.shown();
    await editor.set({});
    await poll('a question behind the late answer', () => (questions === 3 ? true : undefined));
    expect(await editor.shown()).toEqual([]);
    expect(editor.refreshed).toBe(1);
  });

  test('keeps the settings of a file that it opens or closes until they are told anew', async () => {
    editor = await Editor.start(pulling);
    editor.rules = { 'subnets/reserved': 'off' };
    await editor.client.open(uri, text);
    await editor.refreshes(1);
    let questions = 0;
    editor.client.connection.onRequest(ConfigurationRequest.type, () => {
      questions++;
      return new Promise<never>(() => undefined);
    });
    await editor.client.close(uri);
    await editor.client.open(uri, text);
    await poll('a question', () => (questions > 0 ? true : undefined));
    expect(await editor.shown()).toEqual([]);
  });

  test('is asked to tell of changes, when it can be asked', async () => {
    const didChangeConfiguration = { dynamicRegistration: true };
    editor = await Editor.start({ workspace: { ...pulling.workspace, didChangeConfiguration } });
    await poll('a subscription', () => (editor.subscribed.length > 0 ? true : undefined));
    expect(editor.subscribed).toEqual(['workspace/didChangeConfiguration']);
  });

  test('is told to ask for hints again when other kinds are wanted, and for nothing else', async () => {
    editor = await Editor.start(pulling);
    await editor.client.open(uri, updateText('ikepolicy: {lifetime_seconds: 3600}'));
    const labels = async (): Promise<unknown> =>
      (
        await editor.client.connection.sendRequest(InlayHintRequest.type, {
          textDocument,
          range: { start: { line: 0, character: 0 }, end: { line: 9, character: 0 } },
        })
      )?.map(({ label }) => label);
    expect(await labels()).toEqual(['1 h']);
    editor.hints = { durations: false, effects: true };
    await editor.set({});
    await poll('new hints', () => (editor.refreshedHints > 0 ? true : undefined));
    expect(await labels()).toEqual(['at the next phase-1 negotiation']);
    expect([editor.refreshedHints, editor.refreshed]).toEqual([1, 0]);
  });

  test('has a link behind every field when that is wanted', async () => {
    editor = await Editor.start(pulling);
    await editor.client.open(uri, updateText('name: a'));
    const linked = async (): Promise<unknown> =>
      (await editor.client.connection.sendRequest(DocumentLinkRequest.type, { textDocument }))?.map(
        ({ range }) => range.start.line,
      );
    expect(await linked()).toEqual([2]);
    editor.links = { fields: true };
    await editor.set({});
    await poll('more links', async () => ((await linked()) as unknown[]).length > 1 || undefined);
    expect(await linked()).toEqual([0, 1, 2, 3]);
    expect([editor.refreshedHints, editor.refreshed]).toEqual([0, 0]);
  });

  test('is not bothered when a change is about something else', async () => {
    editor = await Editor.start(pulling);
    await editor.client.open(uri, text);
    await editor.set({ 'subnets/reserved': 'sometimes' });
    await editor.set({ 'subnets/reserved': 'information' });
    await editor.refreshes(1);
    expect(await editor.shown()).toEqual(['3 subnets/reserved']);
    expect(editor.refreshed).toBe(1);
  });
});

test('a client that cannot pull is sent diagnostics again', async () => {
  editor = await Editor.start(pushing);
  await editor.client.open(uri, text);
  await editor.client.publishedFor(uri, ([only]) => only?.severity === 1);
  await editor.set({ 'subnets/reserved': 'information' });
  await editor.client.publishedFor(uri, ([only]) => only?.severity === 3);
  await editor.set({ 'subnets/reserved': 'off' });
  await editor.client.publishedFor(uri, (all) => all.length === 0);
});

test('a client without settings is not asked and gets the defaults', async () => {
  editor = await Editor.start({ textDocument: { diagnostic: {} } });
  await editor.client.open(uri, text);
  await editor.set({ 'subnets/reserved': 'off' });
  expect(await editor.shown()).toEqual(['1 subnets/reserved']);
  expect(editor.asked).toEqual([]);
  expect(editor.subscribed).toEqual([]);
});

test('a comment silences a problem, and its IDs are completed', async () => {
  editor = await Editor.start(pulling);
  const comment = '# vpnconn-disable-file ';
  await editor.client.open(uri, `${comment}\n${text}`);
  const items = (await editor.client.connection.sendRequest(CompletionRequest.type, {
    textDocument,
    position: { line: 0, character: comment.length },
  })) as CompletionItem[];
  const [first] = items.toSorted((a, b) => a.sortText!.localeCompare(b.sortText!));
  expect(first?.label).toBe('subnets/reserved');
  await editor.client.change(uri, { text: `${comment}${first?.label}\n${text}` });
  expect(await editor.shown()).toEqual([]);
});
