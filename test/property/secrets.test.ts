// A pre-shared key never leaves the server, however it is written and whatever is wrong around it.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { CodeAction, CompletionItem } from 'vscode-languageserver-types';
import {
  anchorDefinition,
  anchorHighlights,
  anchorReferences,
  anchorToRename,
  codeLenses,
  complete,
  createSnapshot,
  diagnostics,
  documentLinks,
  documentSymbols,
  fixAllKind,
  foldingRanges,
  formatDocument,
  hover,
  inlayHints,
  linkedAnchors,
  locateLiteralSecret,
  noLiveNames,
  prepareUpdate,
  renameAnchor,
  selectionRanges,
  semanticTokens,
  workspaceSymbols,
} from '../../server/src/service';
import { runs } from '../support/mutations';
import { actionsOf } from '../support/quickFix';
import { head } from '../support/updateText';

/** A word that occurs nowhere in our texts, with everything a key may hold around it. */
const secretWord = 'Qz7Vx9Kw';
const around = fc.string({
  unit: fc.constantFrom(...Array.from('aZ9~!@#$%^()-_+={ },./:;*\'"')),
  maxLength: 6,
});

/** Ways to write a key into a file, most of them mistakes. */
const shapes: readonly ((key: string) => string)[] = [
  (key) => `  psk: ${key}`,
  (key) => `  psk: "${key}"`,
  (key) => `  psk: '${key}'`,
  (key) => `  psk: !${key}`,
  (key) => `  psk: !secret ${key}`,
  (key) => `  psk: *${key}`,
  (key) => `  psk: &${key}`,
  (key) => `  psk: |\n    ${key}`,
  (key) => `  psk:\n    ${key}`,
  (key) => `  psk:\n  ${key}`,
  (key) => `  psk: [${key}]`,
  (key) => `  psk: {${key}: 1}`,
  (key) => `  pks: ${key}`,
  (key) => `  psk ${key}`,
  (key) => `  psk:${key}`,
  (key) => `  ${key}: 1`,
  (key) => `  ikepolicy: {psk: ${key}}`,
  (key) => `  psk: a\n  psk: ${key}`,
  (key) => `  name: &k ${key}\n  psk: *k`,
  (key) => `  psk: &k ${key}\n  name: *k\n  cgw_id: *k`,
  (key) => `  psk: &k ${key}\nregion: *k`,
  (key) => `  name: "${key}#$%"\n  psk: "${key}#$%"`,
  (key) => `  <<: {psk: &k ${key}, name: *k}`,
];

/** Documents whose identifiers are the key, by way of an alias in either direction. */
const identities: readonly ((key: string) => string)[] = [
  (key) => `vpn_connection: {psk: &k ${key}}\nproject_id: *k\nvpn_connection_id: *k\n`,
  (key) => `project_id: &k ${key}\nvpn_connection_id: *k\nvpn_connection: {psk: *k, cgw_id: *k}\n`,
  (key) => `x-k: &k ${key}\nproject_id: *k\nvpn_connection_id: *k\nvpn_connection: {psk: *k}\n`,
];

const body = fc
  .tuple(fc.constantFrom(...shapes), around, around)
  .map(([shape, before, after]) => shape(`${before}${secretWord}${after}`));

test('no feature gives away a pre-shared key', () => {
  fc.assert(
    fc.property(body, fc.nat(), (lines, seed) => {
      const text = `${head}vpn_connection:\n${lines}\n`;
      const snapshot = createSnapshot(text);
      const { line, character } = placeOf(text, seed % (text.length + 1));
      const shown = [
        diagnostics(snapshot, 'file:///a'),
        actionsOf(text).map(withoutEdits),
        actionsOf(text, { only: [fixAllKind] }).map(withoutEdits),
        documentSymbols(snapshot),
        codeLenses(snapshot, { uri: 'file:///a', version: 1 }),
        foldingRanges(snapshot),
        selectionRanges(snapshot, [{ line, character }]),
        documentLinks(snapshot, 'fields'),
        semanticTokens(snapshot),
        anchorDefinition(snapshot, { line, character }, 'file:///a'),
        anchorHighlights(snapshot, { line, character }),
        anchorReferences(
          snapshot,
          { line, character },
          { uri: 'file:///a', includeDeclaration: true },
        ),
        anchorToRename(snapshot, { line, character }),
        linkedAnchors(snapshot, { line, character }),
        renameAnchor(snapshot, { line, character }, { uri: 'file:///a', newName: 'renamed' }),
        inlayHints(
          snapshot,
          { start: { line: 0, character: 0 }, end: { line: 99, character: 0 } },
          new Set(['durations', 'addresses', 'names', 'effects']),
        ),
        formatDocument(snapshot, { tabSize: 4 }),
        hover(snapshot, { line, character }, { format: 'markdown' }),
        locateLiteralSecret(snapshot, { line, character }, 1),
        hideBody(prepareUpdate(snapshot, { line, character }, 1)),
        workspaceSymbols([['file:///a', snapshot]], ''),
        complete(snapshot, { line, character }, { ...options }).map(withoutEdit),
      ];
      expect(JSON.stringify(shown)).not.toContain(secretWord);
    }),
    { numRuns: runs },
  );
});

test('no other document gets a key for an identifier', () => {
  fc.assert(
    fc.property(fc.constantFrom(...identities), (shape) => {
      const leaking = createSnapshot(shape(secretWord));
      const next = createSnapshot(`${shape(secretWord)}---\nproject_id: \n`);
      const line = shape('').split('\n').length;
      const empty = createSnapshot('project_id: \n');
      const others = [leaking];
      const elsewhere = { others, names: noLiveNames };
      const shown = [
        documentSymbols(next),
        codeLenses(leaking, { uri: 'file:///a', version: 1 }),
        workspaceSymbols([['file:///a', leaking]], ''),
        complete(next, { line, character: 'project_id: '.length }, options),
        complete(empty, { line: 0, character: 'project_id: '.length }, options, elsewhere),
        prepareUpdate(leaking, { line: 0, character: 0 }, 1),
        diagnostics(leaking, 'file:///a'),
      ];
      // Identifiers are compared in lower case.
      expect(JSON.stringify(shown).toLowerCase()).not.toContain(secretWord.toLowerCase());
    }),
  );
});

const options = { format: 'markdown', snippets: true, triggerSuggest: true } as const;

/** What a completion writes is put where the user's own text stands. */
function withoutEdit(item: CompletionItem): CompletionItem {
  return { ...item, textEdit: undefined! };
}

/** An edit is the user's own text, put into the user's own file; all around it is shown to people. */
function withoutEdits(action: CodeAction): CodeAction {
  return { ...action, edit: {} };
}

function placeOf(text: string, offset: number): { line: number; character: number } {
  const before = text.slice(0, offset).split('\n');
  return { line: before.length - 1, character: before.at(-1)?.length ?? 0 };
}

/** The body is what is sent, and the names of secrets are no secrets; everything else is shown to people. */
function hideBody(result: ReturnType<typeof prepareUpdate>): unknown {
  return result.kind === 'ready'
    ? {
        ...result.update,
        body: undefined,
        secrets: undefined,
        fields: result.update.fields.filter(({ display }) => !display.startsWith('!')),
      }
    : result;
}
