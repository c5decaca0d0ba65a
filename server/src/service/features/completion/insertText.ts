// Text with places for the cursor, rendered as a snippet or, for clients without snippets, plainly.

/** A piece of text, or a stop: a place that the cursor goes to, with the text to type over. */
export type InsertPart = string | { readonly stop: string };

export type InsertText = readonly InsertPart[];

/** The place where typing goes on. */
export const cursorStop: InsertPart = { stop: '' };

/** TextMate snippet syntax, as LSP defines it. The last stop without text is where typing goes on. */
export function renderSnippet(text: InsertText): string {
  const last = text.findLastIndex((part) => typeof part !== 'string' && part.stop === '');
  let number = 0;
  return text
    .map((part, index) => {
      if (typeof part === 'string') return part.replace(/[$\\]/g, '\\$&');
      if (index === last) return '$0';
      number++;
      return part.stop === ''
        ? `$${number}`
        : `\${${number}:${part.stop.replace(/[$}\\]/g, '\\$&')}}`;
    })
    .join('');
}

/** The text with what stands at its stops. */
export function renderPlain(text: InsertText): string {
  return text.map((part) => (typeof part === 'string' ? part : part.stop)).join('');
}

/** Whether typing goes on at a place without text, so that suggestions can follow at once. */
export function endsAtStop(text: InsertText): boolean {
  return text.some((part) => typeof part !== 'string' && part.stop === '');
}
