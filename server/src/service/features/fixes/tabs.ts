// Spaces instead of tabs, in all lines of the document at once.
import type { Analysis } from '../../analysis';
import type { Edit, Fix } from './fix';

/** Two columns for each tab in front of a line. */
export function replaceTabs({ text }: Analysis): Fix {
  const edits: Edit[] = [...text.matchAll(/^[ \t]*\t[ \t]*/gm)].map((match) => ({
    span: { start: match.index, end: match.index + match[0].length },
    text: match[0].replaceAll('\t', '  '),
  }));
  return { title: 'Replace tabs by spaces', edits, preferred: true };
}
