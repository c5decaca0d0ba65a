// The update as a cURL command for a POSIX shell. It holds no secret: the token and every secret of
// the body are shell variables that the user sets.
import type { PreparedUpdate } from '../../../../server/src/protocol/messages';
import { pointerSegments } from '../../../../server/src/protocol/json';
import { maskedBody, secretPointers } from '../secrets/maskedBody';
import { shellQuote, shellVariable } from './shellQuote';

/** A command and the variables it expects. */
export interface CurlCommand {
  readonly text: string;
  /** In the order of appearance, without the dollar sign. */
  readonly variables: readonly string[];
}

const tokenVariable = 'HUAWEICLOUD_TOKEN';

/** Writes the command. It authenticates by token, because cURL cannot compute the signature. */
export function curlCommand(
  update: Pick<PreparedUpdate, 'method' | 'path' | 'body' | 'secrets' | 'fields'>,
  origin: string,
): CurlCommand {
  const pointers = secretPointers(update);
  const names = variableNames(pointers);
  const separator = unusedText(JSON.stringify(update.body));
  const body = maskedBody(
    update,
    (pointer) => `${separator}${names.get(pointer) ?? ''}${separator}`,
  );
  const lines = [
    `curl --request ${update.method} ${shellQuote(`${origin}${update.path}`)}`,
    `--header ${shellQuote('Content-Type: application/json')}`,
    `--header ${shellQuote('X-Auth-Token: ')}${shellVariable(tokenVariable)}`,
    `--data-binary ${quoteBody(JSON.stringify(body), separator)}`,
  ];
  return { text: lines.join(' \\\n  '), variables: [tokenVariable, ...names.values()] };
}

/** Every second part between separators is the name of a variable. */
function quoteBody(json: string, separator: string): string {
  return json
    .split(separator)
    .map((part, index) => (index % 2 === 0 ? shellQuote(part) : shellVariable(part)))
    .join('');
}

/** Variables are named after their field, numbered where a name would repeat. */
function variableNames(pointers: readonly string[]): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  for (const pointer of pointers) {
    const name = (pointerSegments(pointer).at(-1) ?? '').toUpperCase().replace(/[^A-Z0-9]/g, '_');
    const base = /^[A-Z]/.test(name) ? name : `SECRET_${name}`;
    const taken = [...names.values()].filter((other) => other.replace(/_\d+$/, '') === base).length;
    names.set(pointer, taken === 0 ? base : `${base}_${taken + 1}`);
  }
  return names;
}

/** A text of private-use characters that the body does not contain. */
function unusedText(body: string): string {
  let text = '\uE000';
  while (body.includes(text)) {
    text += '\uE000';
  }
  return text;
}
