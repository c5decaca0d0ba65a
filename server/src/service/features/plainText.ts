// Our Markdown without its marks, for clients and places that show plain text.

/** The text of a card. Handles the marks that our cards use: emphasis, code, links, rules. */
export function plainText(markdown: string): string {
  return markdown
    .replace(/\[([^\]]*)\]\(([^)]*)\)/g, '$1 <$2>')
    .replace(/\*\*|`/g, '')
    .replace(/^---$/gm, '')
    .replace(/\n{3,}/g, '\n\n');
}

/** A message or title: diagnostics and actions are plain text in every client. Code becomes quoted. */
export function plainMessage(message: string): string {
  return message.replace(/`([^`]*)`/g, '"$1"');
}
