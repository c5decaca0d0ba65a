// The page of a plan in an editor that a test plays: what it follows, what its buttons run, what comes back.
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { commandIds } from '../../../client/src/vscode/commandIds';
import { planSectionWith } from '../../support/client/planSection';

/** What the page registers, and what it asks of the editor. */
const fake = vi.hoisted(() => ({
  listeners: new Map<string, (value: unknown, state?: unknown) => unknown>(),
  documents: [] as { uri: { toString(): string }; version: number }[],
  executed: [] as unknown[],
  panels: [] as ReturnType<typeof panel>[],
}));

function panel() {
  const messages: { content: string; status: string; state: unknown }[] = [];
  const own = { title: '', active: true, closed: false, messages };
  return Object.assign(own, {
    send: (message: unknown) => fake.listeners.get('message')?.(message),
    reveal: () => undefined,
    dispose: () => (own.closed = true),
    onDidDispose: (listener: () => void) => fake.listeners.set('dispose', listener),
    webview: {
      ...{ html: '', options: {} },
      postMessage: (message: (typeof messages)[number]) => messages.push(message),
      onDidReceiveMessage: (listener: (value: unknown) => unknown) =>
        fake.listeners.set('message', listener),
    },
  });
}

vi.mock('vscode', () => {
  const on = (event: string) => (listener: (value: unknown) => unknown) => {
    fake.listeners.set(event, listener);
    return { dispose: () => undefined };
  };
  return {
    Disposable: { from: () => ({ dispose: () => undefined }) },
    ViewColumn: { Beside: -2 },
    commands: { executeCommand: (...values: unknown[]) => fake.executed.push(values) },
    window: {
      createWebviewPanel: () => {
        const made = panel();
        fake.panels.push(made);
        return made;
      },
      registerWebviewPanelSerializer: (
        _type: string,
        { deserializeWebviewPanel }: { deserializeWebviewPanel: (panel: unknown) => unknown },
      ) => fake.listeners.set('restore', deserializeWebviewPanel),
    },
    workspace: {
      textDocuments: fake.documents,
      onDidChangeTextDocument: on('edit'),
      onDidCloseTextDocument: on('close'),
    },
  };
});
const { PlanPage } = await import('../../../client/src/vscode/views/planPage');

const uri = 'file:///a.vpnconn.yaml';
const position = { line: 4, character: 2 };
const sourceOf = (version: number, connectionId = 'c-1') => ({
  ...{ uri, position },
  seen: { version, connectionId },
});

function openPage(...connectionIds: readonly string[]) {
  const followed: unknown[] = [];
  const page = new PlanPage({
    follow: (place) => void followed.push(place),
    showDiff: () => Promise.resolve(),
  });
  const sections = connectionIds.map((id) => planSectionWith(id, sourceOf(1, id)));
  if (sections.length > 0) page.show({ title: 'Plan', sections });
  const shown = () => fake.panels.at(-1)!.messages.at(-1)!;
  return { page, followed, shown, panel: () => fake.panels.at(-1)! };
}

/** Somebody edits the file: two lines more above the update. */
function edit(version: number): void {
  fake.documents[0]!.version = version;
  const start = { line: 0, character: 0 };
  const contentChanges = [{ range: { start, end: start }, text: '\n\n' }];
  fake.listeners.get('edit')?.({ document: fake.documents[0], contentChanges });
}

beforeEach(() => {
  vi.useFakeTimers();
  fake.panels.length = 0;
  fake.executed.length = 0;
  fake.documents.splice(0, Infinity, { uri: { toString: () => uri }, version: 1 });
});

describe('an edit', () => {
  test('is followed once, after a pause, where the update is by then', () => {
    const { followed } = openPage('c-1');
    edit(2);
    vi.advanceTimersByTime(200);
    edit(3);
    vi.advanceTimersByTime(299);
    expect(followed).toEqual([]);
    vi.advanceTimersByTime(1);
    expect(followed).toEqual([{ ...sourceOf(1), position: { line: 8, character: 2 } }]);
  });

  test('of another file is none', () => {
    const { followed } = openPage('c-1');
    const document = { uri: { toString: () => 'file:///b' }, version: 2 };
    fake.listeners.get('edit')?.({ document, contentChanges: [{}] });
    vi.advanceTimersByTime(1000);
    expect(followed).toEqual([]);
  });
});

describe('a comparison', () => {
  test('of this version is shown, and one of an earlier version is not', () => {
    const { page, shown } = openPage('c-1');
    edit(3);
    page.update({ kind: 'compared', section: planSectionWith('late', sourceOf(2)) });
    expect(shown().content).not.toContain('late');
    page.update({ kind: 'compared', section: planSectionWith('new', sourceOf(3)) });
    expect(shown()).toMatchObject({
      content: expect.stringContaining('new'),
      status: 'Updated. new',
    });
  });

  test('of another connection changes nothing', () => {
    const { page, panel } = openPage('c-1');
    const { length } = panel().messages;
    page.update({ kind: 'outdated', connectionId: 'c-2', notice: 'no' });
    expect(panel().messages).toHaveLength(length);
  });
});

test('a file that is closed makes the plan out of date', () => {
  const { shown } = openPage('c-1');
  fake.listeners.get('close')?.(fake.documents[0]);
  expect(shown().status).toMatch(/^Out of date\. The file is closed\./);
});

describe('a button', () => {
  test.each([
    ['apply', commandIds.applyUpdate],
    ['rollback', commandIds.applyWithRollback],
    ['copy', commandIds.copyPlan],
    ['refresh', commandIds.previewChanges],
  ])('%s runs its command on what the page shows', (command, id) => {
    const { panel } = openPage('c-1', 'c-2');
    edit(2);
    panel().send({ command, section: 1 });
    expect(fake.executed).toEqual([
      [id, uri, { line: 6, character: 2 }, { version: 1, connectionId: 'c-2' }],
    ]);
  });

  test.each([[undefined], ['apply'], [{ command: 'apply', section: 7 }], [{ command: 'exec' }]])(
    'that the page does not have runs nothing: %j',
    (message) => {
      openPage('c-1').panel().send(message);
      expect(fake.executed).toEqual([]);
    },
  );
});

test('commands are about the page while it is active and shows one update', () => {
  const one = openPage('c-1');
  expect(one.page.activeSource()).toEqual(sourceOf(1));
  one.panel().active = false;
  expect(one.page.activeSource()).toBeUndefined();
  expect(openPage('c-1', 'c-2').page.activeSource()).toBeUndefined();
});

describe('a page of an earlier window', () => {
  test('reads nothing until its button is used', () => {
    openPage();
    const restored = panel();
    fake.listeners.get('restore')?.(restored, { uri, position });
    restored.send({ command: 'ready' });
    expect(restored.messages.at(-1)?.content).toContain('Compare Again');
    expect(fake.executed).toEqual([]);
    restored.send({ command: 'refresh', section: 0 });
    expect(fake.executed).toEqual([[commandIds.previewChanges, uri, position]]);
  });

  test.each([[undefined], [null], [{ uri }], [{ uri: 1, position }]])(
    'is closed when it has not said what it shows: %j',
    (state) => {
      openPage();
      const restored = panel();
      fake.listeners.get('restore')?.(restored, state);
      expect(restored.closed).toBe(true);
    },
  );

  test('is closed when there is one already', () => {
    openPage('c-1');
    const restored = panel();
    fake.listeners.get('restore')?.(restored, { uri, position });
    expect(restored.closed).toBe(true);
  });
});
