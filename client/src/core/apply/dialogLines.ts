// How much fits into a modal dialog.

/** More lines, in each of its blocks, would push the buttons out of a small window. */
const mostLines = 15;

/** The lines, cut with a count of the rest behind `indent`. */
export function atMost(lines: readonly string[], indent: string): readonly string[] {
  const rest = lines.length - mostLines;
  return rest <= 0 ? lines : [...lines.slice(0, mostLines), `${indent}… and ${rest} more`];
}
