// The comments of a text, told by a reader that is not ours.
import { Lexer } from 'yaml';

/** The comments as the YAML library sees them, which knows nothing of our pieces. */
export function commentsIn(text: string): string[] {
  const tokens = [...new Lexer().lex(text)];
  return tokens
    .filter((token, at) => token.startsWith('#') && tokens[at - 1] !== scalarAhead)
    .map((token) => token.trimEnd());
}

/** What the lexer of the YAML library puts in front of each plain and block scalar. */
const scalarAhead = '\x1f';
