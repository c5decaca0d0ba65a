// Colours: what the server marks has a name that editors know or the manifest declares, and a colour.
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { SemanticTokenModifiers, SemanticTokenTypes } from 'vscode-languageserver-types';
import manifest from '../../package.json';
import { tokenLegend } from '../../server/src/service';

const { semanticTokenModifiers, semanticTokenScopes } = manifest.contributes;
const [mapping] = semanticTokenScopes;

test('types are those of the protocol, so that every editor has colours for them', () => {
  expect(Object.values(SemanticTokenTypes)).toEqual(expect.arrayContaining(tokenLegend.tokenTypes));
});

test('modifiers of our own are declared, and no others', () => {
  const known: readonly string[] = Object.values(SemanticTokenModifiers);
  expect(semanticTokenModifiers.map(({ id }) => id)).toEqual(
    tokenLegend.tokenModifiers.filter((modifier) => !known.includes(modifier)),
  );
});

test('colours are given to what the server can say', () => {
  const [types, modifiers] = [tokenLegend.tokenTypes, tokenLegend.tokenModifiers];
  expect(semanticTokenScopes).toHaveLength(1);
  for (const selector of Object.keys(mapping!.scopes)) {
    const [type = '', ...rest] = selector.split('.');
    expect(types).toContain(type);
    expect(modifiers).toEqual(expect.arrayContaining(rest));
  }
});

test('secrets have the colours of the grammar, so that nothing flickers when the server answers', () => {
  const grammar = readFileSync('syntaxes/vpnconn.tmLanguage.json', 'utf8');
  const scopes = Object.entries(mapping!.scopes).filter(([key]) => key.endsWith('.secret'));
  expect(scopes).toHaveLength(3);
  for (const [, [scope]] of scopes) expect(grammar).toContain(`"name": "${scope}"`);
});
