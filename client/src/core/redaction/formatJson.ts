// Prints JSON for reading without parsing it into values, so that nothing gets lost on the way: the
// order of keys, repeated keys and the digits of long numbers stay as they were received.

/** What happens to the strings and to the values of certain keys. */
export interface JsonRewriting {
  /** Whether the value of this key, scalar or not, is replaced as a whole. */
  isSensitiveKey(key: string): boolean;
  /** The decoded text of a string (key or value) as it may be shown. */
  redact(text: string): string;
  readonly mask: string;
}

/** Nesting beyond this is not worth reading, and must not exhaust the stack. */
const deepest = 100;

/** Nor is more than this; indentation would multiply the size of a hostile answer. */
const mostTokens = 300_000;

/** Indented JSON, redacted; undefined when the text is not JSON, or too deep or too long to be shown. */
export function formatJson(text: string, rewriting: JsonRewriting): string | undefined {
  if (!isJson(text)) {
    return undefined;
  }
  const tokens = text.match(/"[^"\\]*(?:\\.[^"\\]*)*"|[{}[\],:]|[^\s{}[\],:"]+/g) ?? [];
  return tokens.length > mostTokens || depth(tokens) > deepest
    ? undefined
    : print({ tokens, next: 0 }, rewriting, '');
}

/** Position in the token list; the text is known to be JSON, so no token can be missing. */
interface Cursor {
  readonly tokens: readonly string[];
  next: number;
}

function print(cursor: Cursor, rewriting: JsonRewriting, indent: string): string {
  const token = take(cursor);
  switch (token) {
    case '{':
      return printList(cursor, '{', '}', indent, (inner) => printMember(cursor, rewriting, inner));
    case '[':
      return printList(cursor, '[', ']', indent, (inner) => print(cursor, rewriting, inner));
    default:
      return printScalar(token, rewriting);
  }
}

function printMember(cursor: Cursor, rewriting: JsonRewriting, indent: string): string {
  const token = take(cursor);
  const key = decode(token);
  take(cursor);
  const value = print(cursor, rewriting, indent);
  const shown = rewriting.isSensitiveKey(key) ? JSON.stringify(rewriting.mask) : value;
  return `${printScalar(token, rewriting)}: ${shown}`;
}

function printList(
  cursor: Cursor,
  open: string,
  close: string,
  indent: string,
  printItem: (indent: string) => string,
): string {
  const inner = `${indent}  `;
  const items: string[] = [];
  while (peek(cursor) !== close) {
    items.push(`${inner}${printItem(inner)}`);
    if (peek(cursor) === ',') {
      take(cursor);
    }
  }
  take(cursor);
  return items.length === 0
    ? `${open}${close}`
    : `${open}\n${items.join(',\n')}\n${indent}${close}`;
}

/** Text keeps its own spelling unless a secret had to go. Numbers may be secrets too. */
function printScalar(token: string, rewriting: JsonRewriting): string {
  const text = token.startsWith('"') ? decode(token) : token;
  const shown = rewriting.redact(text);
  return shown === text ? token : JSON.stringify(shown);
}

function decode(token: string): string {
  const value: unknown = JSON.parse(token);
  return String(value);
}

function take(cursor: Cursor): string {
  const token = peek(cursor);
  cursor.next += 1;
  return token;
}

function peek(cursor: Cursor): string {
  return cursor.tokens[cursor.next] ?? '';
}

function depth(tokens: readonly string[]): number {
  let [level, most] = [0, 0];
  for (const token of tokens) {
    if (token === '{' || token === '[') {
      level += 1;
      most = Math.max(most, level);
    } else if (token === '}' || token === ']') {
      level -= 1;
    }
  }
  return most;
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
