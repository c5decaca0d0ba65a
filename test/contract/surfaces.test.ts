// Text reaches people through a few adapters, each of which shows it literally (test/unit/vscode/surfaces).
// A call of the editor anywhere else could show text from outside as a link.
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { sourceFiles } from '../support/sourceFiles';

/** What shows text, and the files that may call it. */
const surfaces: Readonly<Record<string, readonly string[]>> = {
  'show(?:Information|Warning|Error)Message': ['ports/confirmation.ts', 'ports/messages.ts'],
  withProgress: ['ports/progress.ts'],
  setStatusBarMessage: [],
  createStatusBarItem: ['status/backgroundItem.ts', 'status/targetItem.ts'],
  createLanguageStatusItem: ['status/serverStatus.ts'],
  'showQuickPick|createQuickPick': ['ports/prompts.ts', 'status/backgroundWatches.ts'],
  'showInputBox|createInputBox': ['ports/prompts.ts'],
  'new TreeItem': ['views/journalView.ts', 'views/progressView.ts'],
  'new Diagnostic\\b': ['ports/answerDiagnostics.ts'],
  'vscode\\.diff': ['ports/presentedDocuments.ts'],
  'Uri\\.from': ['ports/presentedDocuments.ts'],
  createOutputChannel: [],
  createWebviewPanel: ['views/planPage.ts'],
  'MarkdownString|createWebviewView|createComment|createTerminal': [],
};

/** Of these, the text is all ours. */
const withoutOutsideText = ['status/serverStatus.ts'];

const folder = 'client/src/vscode/';
const files = sourceFiles(folder).map((file) => ({
  name: file.replaceAll('\\', '/').split(folder).at(-1) ?? '',
  text: readFileSync(file, 'utf8'),
}));

describe.each(Object.entries(surfaces))('%s', (call, expected) => {
  test('is called by its adapters alone', () => {
    const pattern = new RegExp(call);
    const found = files.filter(({ text }) => pattern.test(text)).map(({ name }) => name);
    expect(found.sort()).toEqual(expected);
  });

  test('gets literal text from them', () => {
    const adapters = files.filter(
      ({ name }) => expected.includes(name) && !withoutOutsideText.includes(name),
    );
    for (const { name, text } of adapters) {
      expect(text, name).toMatch(/import \{.*(?:literalText|visibleText).*\}/);
    }
  });
});
