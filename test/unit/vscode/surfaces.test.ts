// Every place of the editor that shows text of the core: text from outside is read there, and does nothing.
import { describe, expect, test, vi } from 'vitest';
import type { LogOutputChannel } from 'vscode';
import { literalText, visibleText } from '../../../client/src/core/model/visibleText';
import { behavior, editor, takeShown } from '../../support/client/fakeEditor';
import { planSectionWith } from '../../support/client/planSection';
import { fakeLog } from '../../support/client/fakeLog';
import { editorIcon, editorLink, invisible, outsideTexts } from '../../support/outsideTexts';

vi.mock('vscode', async () => (await import('../../support/client/fakeEditor')).editor);
const { showMessage } = await import('../../../client/src/vscode/ports/messages');
const { notificationProgress } = await import('../../../client/src/vscode/ports/progress');
const { quickInput } = await import('../../../client/src/vscode/ports/prompts');
const { modalConfirmation } = await import('../../../client/src/vscode/ports/confirmation');
const { AnswerDiagnostics } = await import('../../../client/src/vscode/ports/answerDiagnostics');
const { PresentedDocuments } = await import('../../../client/src/vscode/ports/presentedDocuments');
const { channelLog } = await import('../../../client/src/vscode/ports/log');
const { BackgroundWatches } = await import('../../../client/src/vscode/status/backgroundWatches');
const { createTargetItem } = await import('../../../client/src/vscode/status/targetItem');
const { PlanPage } = await import('../../../client/src/vscode/views/planPage');
const { JournalView } = await import('../../../client/src/vscode/views/journalView');
const { ProgressView } = await import('../../../client/src/vscode/views/progressView');
const { toSession } = await import('../../../client/src/vscode/accounts/accountSessions');

const range = { start: { line: 0, character: 0 }, end: { line: 0, character: 1 } };

const source = {
  ...{ uri: 'file:///a', position: range.start },
  seen: { version: 1, connectionId: 'c' },
};

/** What each surface shows of a text that reaches it in every way in which it can. */
const surfaces: Readonly<Record<string, (text: string) => unknown>> = {
  'a notification': (text) => showMessage({ severity: 'warning', text, actions: [] }),
  progress: async (text) => {
    vi.useFakeTimers();
    const run = notificationProgress.run(
      text,
      () => new Promise((resolve) => setTimeout(resolve, 10_000)),
    );
    await vi.advanceTimersByTimeAsync(10_000);
    await run;
    vi.useRealTimers();
  },
  'a list': (text) =>
    quickInput.pick(text, [{ label: text, description: text, detail: text, value: 1 }]),
  'a list to tick': (text) =>
    quickInput.pickSeveral(text, [{ label: text, description: text, value: 1 }]),
  'an input box': (text) =>
    quickInput.ask({ title: text, prompt: text, input: 'visible', check: () => text }),
  'the problems of a file': (text) =>
    new AnswerDiagnostics().show({ uri: 'file:///a', version: 1, range }, [
      { range, code: 'x', message: text },
    ]),
  'the name of a document': (text) =>
    new PresentedDocuments().show({ kind: 'report', name: text, language: 'json', text: '' }),
  'the title of a diff': (text) =>
    new PresentedDocuments().showDiff({
      source,
      title: text,
      before: { name: text, text: '' },
      after: { name: text, text: '' },
    }),
  'the status bar, the notification and the list of a watch': async (text) => {
    const watches = new BackgroundWatches(fakeLog());
    watches.start({
      title: text,
      kind: 'watch',
      run: (watch) => {
        watch.report(text);
        return watches.choose();
      },
    });
    await watches.end();
  },
  'the status bar and the list of a countdown': async (text) => {
    const watches = new BackgroundWatches(fakeLog());
    watches.start({
      title: text,
      kind: 'countdown',
      decisions: [{ label: text, decide: () => Promise.resolve() }],
      run: (watch) => {
        watch.report(text);
        return watches.choose();
      },
    });
    await watches.end();
  },
  'the status of the target': (text) =>
    createTargetItem().show({
      target: { kind: 'named', name: text, endpoint: 'https://vpn.example.com' },
      status: 'ordinary',
      sandboxEndpoint: undefined,
    }),
  'the accounts': (text) =>
    editor.window.showQuickPick(toSession({ id: 'a', label: text }).account, {}),
  'the updates in progress': (text) =>
    new ProgressView(new BackgroundWatches(fakeLog())).getTreeItem({
      work: { title: text, kind: 'countdown', run: () => Promise.resolve() },
      text,
    }),
  'the journal': (text) =>
    new JournalView(() => Promise.resolve([])).getTreeItem({
      id: 'a',
      startedAt: 0,
      purpose: 'update',
      who: text,
      connection: { url: 'u', connectionId: text, projectId: text, label: text, target: sandbox },
      name: text,
      sent: { vpn_connection: { [text]: 1 } },
      secrets: [],
      stage: { kind: 'settled', at: 0, status: text, sentence: text },
    }),
};

const sandbox = { kind: 'sandbox' } as const;

describe.each(Object.entries(surfaces))('%s', (_surface, show) => {
  test.each(outsideTexts)('shows it and does nothing else: %s', async (_what, text) => {
    takeShown();
    await show(text);
    const all = takeShown();
    expect(all.length).toBeGreaterThan(0);
    for (const each of all) {
      const own = each.replace(/\$\((?:sync~spin|history|eye|debug-stop|cloud)\) /, '');
      expect(own.replaceAll('\n', '')).not.toMatch(invisible);
      expect(own).not.toMatch(editorLink);
      expect(own).not.toMatch(editorIcon);
    }
  });
});

describe.each(outsideTexts)('%s', (_what, text) => {
  test('is visible in the dialog before sending, which renders neither links nor icons', async () => {
    takeShown();
    await modalConfirmation.ask({ title: text, detail: text, proceed: 'Go', review: 'Look' });
    const all = takeShown();
    expect(all[0]).toBe(visibleText(text));
    for (const each of all) expect(each.replaceAll('\n', '')).not.toMatch(invisible);
  });

  test('is visible on the page of a plan, which renders neither links nor icons', () => {
    takeShown();
    const page = new PlanPage({ follow: () => undefined, showDiff: () => Promise.resolve() });
    page.show({ title: text, sections: [planSectionWith(text, source)] });
    page.update({ kind: 'outdated', connectionId: 'c', notice: text });
    const all = takeShown();
    expect(all).toContain(literalText(text));
    expect(all.join('')).toContain('Out of date.');
    for (const each of all) expect(each.replaceAll('\n', '')).not.toMatch(invisible);
  });

  test('is one visible line of the log', () => {
    const lines: string[] = [];
    const write = (line: string) => void lines.push(line);
    const channel = { debug: write, info: write, warn: write, error: write };
    const log = channelLog(channel as unknown as LogOutputChannel);
    for (const level of ['debug', 'info', 'warn', 'error'] as const) log[level](text);
    expect(lines).toEqual(Array.from({ length: 4 }, () => visibleText(text)));
  });
});

test('the log keeps the frames of a stack on lines of their own', () => {
  const lines: string[] = [];
  const channel = { error: (line: string) => void lines.push(line) };
  const log = channelLog(channel as unknown as LogOutputChannel);
  log.error('TypeError\n    at a (b.js:1:2)\n    at c (d.js:3:4)\nforged');
  expect(lines).toEqual(['TypeError\n    at a (b.js:1:2)\n    at c (d.js:3:4)\\u{a}forged']);
});

test('a command of a message that fails is told', async () => {
  behavior.chosen = 'Show Log';
  behavior.run = () => Promise.reject(new Error('command not found'));
  takeShown();
  showMessage({ severity: 'error', text: 'Failed.', actions: [{ kind: 'show-log' }] });
  await vi.waitFor(() => expect(takeShown()).toContain('The editor couldn\u2019t run "Show Log".'));
});
