// Line breaks that YAML and LSP know and the YAML library does not.

/**
 * `text` with line feeds in place of lone carriage returns, so that all offsets stay. Each ends a line
 * in YAML 1.2 (5.4) and in LSP, but the library would take a file of them for one line.
 */
export function withLineFeeds(text: string): string {
  return text.includes('\r') ? text.replace(/\r(?!\n)/g, '\n') : text;
}
