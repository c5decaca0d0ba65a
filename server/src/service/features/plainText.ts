// Between our Markdown and plain text, for clients and places that show the one or the other.

/** The text of a card. Handles the marks that our cards use: emphasis, code, links, rules. */
export function plainText(markdown: string): string {
  return markdown
    .replace(/\[([^\]]*)\]\(([^)]*)\)/g, '$1 <$2>')
    .replace(/(?<!\\)\*\*|`/g, '')
    .replace(/^---$/gm, '')
    .replace(/\n{3,}/g, '\n\n')
    .replace(/\\([\\*_[\]<>&~])/g, '$1');
}

/** A plain sentence as Markdown that shows the same: no character of it is a mark. */
export function asMarkdown(sentence: string): string {
  return sentence.replace(/[\\*_[\]<>&~]/g, '\\$&');
}

/** A message or title: diagnostics and actions are plain text in every client. Code becomes quoted. */
export function plainMessage(message: string): string {
  return message.replace(/`([^`]*)`/g, '"$1"');
}
