// Text from files, names and the cloud on its way to people. It must show what it is: it must not act
// as a link, an icon or markup, and must not change how the text around it is seen.

/** Control and formatting characters (which can reorder what is shown), and halves of characters. */
const invisible = /[\p{Cc}\p{Cf}\p{Cs}\u2028\u2029]/gu;

/** One line for a surface that shows plain text: what can't be seen appears as `\u{…}`. */
export function visibleText(text: string): string {
  return text.replace(
    invisible,
    (character) => `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`,
  );
}

/** The same for a surface that shows plain text in several lines. */
export function visibleLines(text: string): string {
  return text.split('\n').map(visibleText).join('\n');
}

/**
 * One line for a surface of the editor that renders `[text](command:…)` as a link (notifications,
 * progress, input boxes, the language status) or `$(name)` as an icon (lists, the status bar), or that
 * may do so one day. A space is added where they would begin, so that both are read and neither works.
 */
export function literalText(text: string): string {
  return visibleText(text).replace(/(?<=[\]$])(?=\()/g, ' ');
}

/** One line of Markdown that shows the text: nothing in it is markup, and no address becomes a link. */
export function literalMarkdown(text: string): string {
  return visibleText(text)
    .replace(/[\\`*_{}[\]<>#|~&!$@]/g, '\\$&')
    .replace(/(?=:\/\/)|(?<=\bwww)(?=\.)/gi, '\\');
}

/** At most `length` characters of visible text, with an ellipsis where it was cut. */
export function shortText(text: string, length: number): string {
  const visible = visibleText(text);
  return visible.length > length
    ? `${visible.slice(0, length).replace(/[\uD800-\uDBFF]$/, '')}…`
    : visible;
}
