// Spaces instead of tabs, in all lines of the document at once.
import type { Analysis } from '../../analysis';
import { walk, type DataNode } from '../../document/node';
import type { Span } from '../../document/span';
import type { Edit, Fix } from './fix';

/** Two columns for each tab in front of a line. In a block text a tab is a part of the value. */
export function replaceTabs({ root, text }: Analysis): Fix {
  const blocks = root === undefined ? [] : [...walk(root)].flatMap(blockText);
  const edits: Edit[] = [...text.matchAll(/(?<![^\r\n])[ \t]*\t[ \t]*/g)]
    .filter(({ index }) => !blocks.some(({ start, end }) => start < index && index < end))
    .map((match) => ({
      span: { start: match.index, end: match.index + match[0].length },
      text: match[0].replaceAll('\t', '  '),
    }));
  return { title: 'Replace tabs by spaces', edits, preferred: true, reveals: true };
}

function blockText(node: DataNode): readonly Span[] {
  return node.kind === 'scalar' && node.style === 'block' && !node.borrowed ? [node.span] : [];
}
