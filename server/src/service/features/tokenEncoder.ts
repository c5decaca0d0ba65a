// Semantic tokens as LSP wants them: five numbers each (LSP 3.17, textDocument/semanticTokens).
import type { SemanticTokensLegend } from 'vscode-languageserver-types';

/** Types that every editor has colours for. */
const types = ['macro', 'variable', 'string', 'enumMember'] as const;
/** `secret` is our own: themes of people who want to see secrets in a colour of theirs can name it. */
const modifiers = ['deprecated', 'readonly', 'secret'] as const;

/** A piece of one line, with what it is. `line` counts from where the reader wants it to count. */
export interface Token {
  readonly line: number;
  readonly character: number;
  readonly length: number;
  readonly type: (typeof types)[number];
  readonly modifiers: readonly (typeof modifiers)[number][];
}

/** Names of the types and modifiers, in the order of their numbers. */
export const tokenLegend: SemanticTokensLegend = {
  tokenTypes: [...types],
  tokenModifiers: [...modifiers],
};

/** Writes tokens in the order of the text: the place of each is relative to the one before. */
export class TokenEncoder {
  readonly data: number[] = [];
  #line = 0;
  #character = 0;

  add(token: Token): void {
    const { line, character, length } = token;
    this.data.push(
      line - this.#line,
      line === this.#line ? character - this.#character : character,
      length,
      types.indexOf(token.type),
      token.modifiers.reduce((bits, modifier) => bits | (1 << modifiers.indexOf(modifier)), 0),
    );
    this.#line = line;
    this.#character = character;
  }
}
