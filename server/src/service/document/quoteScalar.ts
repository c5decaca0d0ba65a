// Writes a text as a YAML scalar that reads back as that very text.
import { isMap, isScalar } from 'yaml';
import { parseYaml } from './parseYaml';

/** Where the scalar is to stand: brackets and commas have a meaning inside flow collections only. */
export type ScalarPlace = 'block' | 'flow';

/** Quotes to use when there is a choice. */
export type QuoteStyle = 'plain' | 'single' | 'double';

/**
 * `text` as a scalar on one line: without quotes when YAML then reads the same text, else in single
 * quotes, else (control characters, line breaks) in double quotes. `preferred` keeps the quotes that
 * stand there already.
 */
export function quoteScalar(
  text: string,
  place: ScalarPlace,
  preferred: QuoteStyle = 'plain',
): string {
  const isTame = !unsafe.test(text);
  if (preferred === 'plain' && isTame && survivesPlain(text, place)) return text;
  if (preferred !== 'double' && isTame) return `'${text.replaceAll("'", "''")}'`;
  return `"${escapeDouble(text)}"`;
}

/** Whether YAML reads `text` without quotes as the same text, and not as a number, a comment or a tag. */
function survivesPlain(text: string, place: ScalarPlace): boolean {
  if (isWord(text)) return true;
  const tree = parseYaml(place === 'block' ? `k: ${text}\n` : `{k: ${text}, z: 0}\n`);
  if (tree.errors.length > 0 || !isMap(tree.contents)) return false;
  const { items } = tree.contents;
  const value: unknown = items[0]?.value;
  const isWhole = items.length === (place === 'block' ? 1 : 2);
  return isWhole && isScalar(value) && value.type === 'PLAIN' && value.value === text;
}

/** A word that is no constant of YAML's core schema: for most values nothing needs to be parsed. */
function isWord(text: string): boolean {
  return /^[A-Za-z][\w-]*$/.test(text) && !/^(?:null|true|false)$/i.test(text);
}

/** Control characters, line breaks and lone surrogates: they need double quotes and escapes. */
const unsafe =
  /[\u0000-\u001F\u007F-\u009F\u2028\u2029\uFEFF\uFFFE\uFFFF]|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/;

function escapeDouble(text: string): string {
  const escaped = text.replace(/["\\]/g, '\\$&');
  return escaped.replace(
    new RegExp(unsafe, 'g'),
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}
