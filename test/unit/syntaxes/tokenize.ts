// Tokens of a text, by the editor's own tokenizer, our grammar and a stand-in for the YAML grammar.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { createOnigScanner, createOnigString, loadWASM } from 'vscode-oniguruma';
import { INITIAL, parseRawGrammar, Registry, type IGrammar } from 'vscode-textmate';

/** A piece of text with its scopes, outermost first, without those of the file as a whole. */
export interface Token {
  readonly text: string;
  readonly scopes: readonly string[];
}

const require = createRequire(import.meta.url);

/** The scopes that the YAML grammar of the editor gives to keys and values, and little else. */
const yaml = {
  scopeName: 'source.yaml',
  patterns: [{ include: '#line' }],
  repository: {
    line: {
      patterns: [{ include: '#comment' }, { include: '#key' }, { include: '#value' }],
    },
    comment: { match: '(?<=^|\\s)#.*$', name: 'comment.line.number-sign.yaml' },
    key: {
      begin: `(?=(?:"[^"]*"|'[^']*'|[\\w-]+) *:(?: |$))`,
      end: '(?= *:)',
      name: 'entity.name.tag.yaml',
    },
    value: {
      begin: ':(?= |$)',
      end: '$',
      name: 'meta.map.value.yaml',
      patterns: [{ include: '#flow' }, { include: '#node' }],
    },
    flow: {
      begin: '[\\[{]',
      end: '[\\]}]',
      patterns: [
        { include: '#key' },
        { include: '#flow' },
        { include: '#quoted' },
        {
          begin: '(?=[^\\s,:\\[\\]{}!])',
          end: '(?=[,\\]}]|: |$)',
          name: 'string.unquoted.plain.in.yaml',
        },
      ],
    },
    node: {
      patterns: [
        { include: '#comment' },
        { match: '!\\S*', name: 'storage.type.tag.shorthand.yaml' },
        { include: '#quoted' },
        { begin: '(?=[^\\s#])', end: '(?=\\s+#)|$', name: 'string.unquoted.plain.out.yaml' },
      ],
    },
    quoted: {
      patterns: [
        { begin: '"', end: '"', name: 'string.quoted.double.yaml' },
        { begin: "'", end: "'", name: 'string.quoted.single.yaml' },
      ],
    },
  },
};

/** As little of the JSON grammar as shows that it is used. */
const json = {
  scopeName: 'source.json',
  patterns: [{ name: 'string.quoted.double.json', match: '"[^"]*"' }],
};

/** Loads the grammars; the one of update files tokenizes unless another one is named. */
export async function loadGrammar(
  scopeName = 'source.vpnconn',
): Promise<(text: string) => readonly Token[]> {
  const wasm = readFileSync(require.resolve('vscode-oniguruma/release/onig.wasm'));
  await loadWASM(wasm.buffer.slice(wasm.byteOffset, wasm.byteOffset + wasm.byteLength));
  const sources: Readonly<Record<string, string>> = {
    'source.vpnconn': readFileSync('syntaxes/vpnconn.tmLanguage.json', 'utf8'),
    'source.vpnconn-request': readFileSync('syntaxes/vpnconn-request.tmLanguage.json', 'utf8'),
    'source.yaml': JSON.stringify(yaml),
    'source.json': JSON.stringify(json),
  };
  const registry = new Registry({
    onigLib: Promise.resolve({ createOnigScanner, createOnigString }),
    loadGrammar: (scope) =>
      Promise.resolve(
        sources[scope] === undefined ? null : parseRawGrammar(sources[scope], `${scope}.json`),
      ),
  });
  const grammar = await registry.loadGrammar(scopeName);
  if (grammar === null) throw new Error('no grammar');
  return (text) => tokenize(grammar, text);
}

function tokenize(grammar: IGrammar, text: string): readonly Token[] {
  let state = INITIAL;
  return text.split('\n').flatMap((line) => {
    const { tokens, ruleStack } = grammar.tokenizeLine(line, state);
    state = ruleStack;
    return tokens.map(({ startIndex, endIndex, scopes }) => ({
      text: line.slice(startIndex, endIndex),
      scopes: scopes.slice(1),
    }));
  });
}
