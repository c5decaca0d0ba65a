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

/**
 * Control characters, line breaks and lone surrogates need double quotes and escapes. So do formatting
 * characters, which YAML allows: nobody sees them, and some reorder what is shown.
 */
const unsafe = /[\p{Cc}\p{Cf}\p{Cs}\u2028\u2029\uFFFE\uFFFF]/u;

function escapeDouble(text: string): string {
  const escaped = text.replace(/["\\]/g, '\\$&');
  return escaped.replace(new RegExp(unsafe, 'gu'), (character) => {
    const code = (character.codePointAt(0) ?? 0).toString(16);
    return code.length > 4 ? `\\U${code.padStart(8, '0')}` : `\\u${code.padStart(4, '0')}`;
  });
}
