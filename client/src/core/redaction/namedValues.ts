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
  const key = String.raw`\\{0,8}["']?(?:${names})\\{0,8}["']?\s*[:=]\s*`;
  // In JSON inside of JSON the quotes are escaped, and the closing one looks like the opening one.
  const escaped = String.raw`(?<open>\\{1,8}")[\s\S]*?(?:(?<!\\)\k<open>|$)`;
  const quoted = String.raw`"[^"\\]*(?:\\[\s\S][^"\\]*)*(?:"|\\?$)|'[^']*(?:'|$)`;
  const bare = String.raw`[^\s"'\\,;&{}\[\]]+`;
  // Runs of backslashes are bounded to keep the search linear.
  const pattern = new RegExp(
    String.raw`(?<![\w-])(?<before>${key})(?<value>${escaped}|${quoted}|${bare})`,
    'giu',
  );
  return text.replace(pattern, (_match, before: string, value: string) => {
    const quote = /^\\*["']/.exec(value)?.[0] ?? '';
    return `${before}${quote}${mask}${quote}`;
  });
}

function escapeForPattern(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
