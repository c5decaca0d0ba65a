// Quoting for POSIX shells (POSIX.1, Shell Command Language, section 2.2).

/** One shell word that stands for exactly this text. NUL cannot be in an argument and is dropped. */
export function shellQuote(text: string): string {
  return `'${text.replaceAll('\0', '').replaceAll("'", `'\\''`)}'`;
}

/** A variable's value as a part of a word, safe from splitting and globbing. */
export function shellVariable(name: string): string {
  return `"$${name}"`;
}
