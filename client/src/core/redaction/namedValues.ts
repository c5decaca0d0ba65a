// Masks what stands behind a sensitive key in text of any kind: JSON (also cut or broken), YAML, log
// lines, query strings. It is the net below the exact JSON rewriting in `formatJson`.

/**
 * Masks the value after `key:` or `key=`. A quoted value goes to its closing quote or to the end of
 * the text when it was cut off; a bare one to the next blank or separator.
 */
export function maskNamedValues(text: string, keys: ReadonlySet<string>, mask: string): string {
  const names = [...keys].map(escapeForPattern).join('|');
  if (names === '') {
    return text;
  }
  const quotedOrBare = String.raw`\\{0,8}"[^"\\]*(?:\\[\s\S][^"\\]*)*(?:"|\\?$)|'[^']*(?:'|$)|[^\s"'\\,;&{}\[\]]+`;
  // Runs of backslashes come from JSON inside of JSON; the bound keeps the search linear.
  const pattern = new RegExp(
    String.raw`(?<![\w-])(\\{0,8}["']?(?:${names})\\{0,8}["']?\s*[:=]\s*)(${quotedOrBare})`,
    'giu',
  );
  return text.replace(pattern, (_match, before: string, value: string) => {
    const quote = /^\\*["']/.exec(value)?.[0] ?? '';
    return `${before}${quote}${mask}${quote}`;
  });
}

function escapeForPattern(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\/-]/g, '\\$&');
}
