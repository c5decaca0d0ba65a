// Between our Markdown and plain text, for clients and places that show the one or the other.

/** The text of a card. Handles the marks that our cards use: emphasis, code, links, rules. */
export function plainText(markdown: string): string {
  return markdown
    .replace(/(?<!\\)\[([^\]]*)(?<!\\)\]\(([^)]*)\)/g, '$1 <$2>')
    .replace(/(?<!\\)(?:\*\*|`)/g, '')
    .replace(/^---$/gm, '')
    .replace(/\n{3,}/g, '\n\n')
    .replace(/\\([\\`*_{}[\]<>#|~&!$@:.])/g, '$1');
}

/**
 * A plain sentence as one line of Markdown that shows the same: no character of it is a mark, and no
 * address in it becomes a link.
 */
export function asMarkdown(sentence: string): string {
  return visibleText(sentence)
    .replace(/[\\`*_{}[\]<>#|~&!$@]/g, '\\$&')
    .replace(/(?=:\/\/)|(?<=\bwww)(?=\.)/gi, '\\');
}

/** A message or title: diagnostics and actions are plain text in every client. Code becomes quoted. */
export function plainMessage(message: string): string {
  return visibleText(message.replace(/`([^`]*)`/g, '"$1"'));
}

/**
 * One line of text from outside as it is: control and formatting characters (which can reorder what is
 * shown) and halves of characters appear as `\u{…}`.
 */
export function visibleText(text: string): string {
  return text.replace(
    /[\p{Cc}\p{Cf}\p{Cs}\u2028\u2029]/gu,
    (character) => `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`,
  );
}
