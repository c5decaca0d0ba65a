// What the editor shows around a text without being asked: hints, colours, links, folds.
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { updateText } from '../../../support/updateText';
import { until } from '../../support/until';
import { closeAll, openText } from '../documents';
import { describe, it } from '../miniTest';

const text = updateText(
  'psk: !secret site-a\npeer_subnets:\n  - 10.0.0.0/24\nikepolicy:\n  dh_group: group2\n  lifetime_seconds: 86400',
);

describe('inlay hints', () => {
  it('say what a number amounts to, each kind while it is switched on', async () => {
    const { document } = await openText(text);
    await labelsBecome(document, ['24 h']);
    const settings = vscode.workspace.getConfiguration('vpnconn');
    const addresses = (value: true | undefined) =>
      settings.update('inlayHints.addresses', value, vscode.ConfigurationTarget.Global);
    await addresses(true);
    try {
      await labelsBecome(document, ['256 addresses', '24 h']);
    } finally {
      await addresses(undefined);
    }
    await labelsBecome(document, ['24 h']);
    await closeAll();
  });
});

describe('semantic tokens', () => {
  it('mark a reference to a secret and a weak value, and nothing else', async () => {
    const { document } = await openText(text);
    const legend = await until('the legend', async () =>
      vscode.commands.executeCommand<vscode.SemanticTokensLegend | undefined>(
        'vscode.provideDocumentSemanticTokensLegend',
        document.uri,
      ),
    );
    const tokens = await until('the tokens', async () =>
      vscode.commands.executeCommand<vscode.SemanticTokens | undefined>(
        'vscode.provideDocumentSemanticTokens',
        document.uri,
      ),
    );
    assert.deepEqual(readTokens(document, legend, tokens), [
      ['!secret', 'macro'],
      ['site-a', 'variable'],
      ['group2', 'enumMember'],
    ]);
    await closeAll();
  });
});

describe('document links', () => {
  it('lead from the section of the API to the page that it comes from', async () => {
    const { document } = await openText(text);
    const links = await until('the links', async () => {
      const all = await vscode.commands.executeCommand<vscode.DocumentLink[]>(
        'vscode.executeLinkProvider',
        document.uri,
      );
      return all.length > 0 ? all : undefined;
    });
    assert.deepEqual(
      links.map(({ range }) => document.getText(range)),
      ['vpn_connection'],
    );
    for (const { target } of links) assert.equal(target?.scheme, 'https');
    await closeAll();
  });
});

describe('folding', () => {
  it('folds each document of a file, and its blocks', async () => {
    const { document } = await openText(`${text}---\n${text}`);
    const ranges = await until('the folds', async () => {
      const all = await vscode.commands.executeCommand<vscode.FoldingRange[] | undefined>(
        'vscode.executeFoldingRangeProvider',
        document.uri,
      );
      return all?.length ? all : undefined;
    });
    const first = ranges.filter(({ start }) => start < 9).map(({ start, end }) => [start, end]);
    assert.deepEqual(first, [
      [0, 8],
      [2, 8],
      [4, 5],
      [6, 8],
    ]);
    await closeAll();
  });
});

/** Waits until the hints of a document have these labels. */
async function labelsBecome(
  document: vscode.TextDocument,
  expected: readonly string[],
): Promise<void> {
  let last: readonly unknown[] = [];
  await until('the hints', async () => {
    const hints = await vscode.commands.executeCommand<vscode.InlayHint[]>(
      'vscode.executeInlayHintProvider',
      document.uri,
      new vscode.Range(0, 0, document.lineCount, 0),
    );
    last = hints.map(({ label }) => label);
    return JSON.stringify(last) === JSON.stringify(expected) || undefined;
  }).catch(() => {
    assert.deepEqual(last, expected);
  });
}

/** The text of each token, with its type. */
function readTokens(
  document: vscode.TextDocument,
  { tokenTypes }: vscode.SemanticTokensLegend,
  { data }: vscode.SemanticTokens,
): readonly (readonly [text: string, type: string | undefined])[] {
  let line = 0;
  let character = 0;
  return Array.from({ length: data.length / 5 }, (_, index) => {
    const [lines = 0, characters = 0, length = 0, type = -1] = data.slice(index * 5);
    character = lines > 0 ? characters : character + characters;
    line += lines;
    const range = new vscode.Range(line, character, line, character + length);
    return [document.getText(range), tokenTypes[type]];
  });
}
