// Our Markdown without its marks, for clients that show plain text.

/** The text of a card. Handles the marks that our cards use: emphasis, code, links, rules. */
export function plainText(markdown: string): string {
  return markdown
    .replace(/\[([^\]]*)\]\(([^)]*)\)/g, '$1 <$2>')
    .replace(/\*\*|`/g, '')
    .replace(/^---$/gm, '')
    .replace(/\n{3,}/g, '\n\n');
}
