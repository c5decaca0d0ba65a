// Text from files and answers that is put into our own sentences must not pretend to be a part of them.

/**
 * One line of text as it really is: control characters, line separators and invisible formatting
 * characters (which can reorder what is shown) appear as `\u{…}`.
 */
export function visibleText(text: string): string {
  return text.replace(
    /[\p{Cc}\p{Cf}\u2028\u2029]/gu,
    (character) => `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`,
  );
}

/** At most `length` characters of visible text, with an ellipsis where it was cut. */
export function shortText(text: string, length: number): string {
  const visible = visibleText(text);
  return visible.length > length ? `${visible.slice(0, length)}…` : visible;
}
