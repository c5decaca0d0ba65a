// Quotes where YAML makes something else of a text, and no quotes around a number.
import type { Analysis } from '../../analysis';
import { unresolvedTag } from '../../document/project';
import { quoteScalar } from '../../document/quoteScalar';
import { replaceScalar } from '../../document/replaceScalar';
import { lineAround, type Span } from '../../document/span';
import type { Certainty, Problem } from '../../problem';
import { isInFlow, lineBreakOf, ownScalar, pathTo, standing, type Fix } from './fix';

/** Quotes around a text that YAML would make something else of. */
export function quoteText(
  { root, text }: Analysis,
  problem: Problem,
  certainty: Certainty,
): readonly Fix[] {
  const node = root === undefined ? undefined : pathTo(root, problem.pointer).at(-1);
  if (node?.borrowed === true && node.tag !== unresolvedTag) return [];
  const place = root !== undefined && isInFlow(root, problem.pointer) ? 'flow' : 'block';
  const source = text.slice(problem.span.start, problem.span.end);
  return [{ ...quoting(problem.span, quoteScalar(source, place)), ...standing(certainty) }];
}

/**
 * For a text that ends at a number sign: quotes around everything that stands on the line, or the
 * comment on a line of its own. Both are equally likely.
 */
export function quoteLine({ root, text }: Analysis, { pointer, span }: Problem): readonly Fix[] {
  if (ownScalar(root, pointer) === undefined) return [];
  const line = lineAround(text, span.start);
  const whole = text.slice(span.start, line.end).trimEnd();
  const quoted = quoting(
    { start: span.start, end: line.end },
    quoteScalar(whole, 'block', 'double'),
  );
  const indent = /^[ \t]*/.exec(text.slice(line.start, line.end))?.[0] ?? '';
  const comment = text.slice(span.end, line.end).trim();
  const moved: Fix = {
    title: 'Put the comment on a line of its own',
    edits: [
      {
        span: { start: line.start, end: line.start },
        text: `${indent}${comment}${lineBreakOf(text)}`,
      },
      { span: { start: span.end, end: line.end }, text: '' },
    ],
  };
  return [quoted, moved];
}

/** A number without the quotes, or the block, that make it a text. */
export function unquote({ root, text }: Analysis, { pointer }: Problem): readonly Fix[] {
  const node = ownScalar(root, pointer);
  if (typeof node?.value !== 'string') return [];
  return [
    {
      title: node.style === 'block' ? 'Write it as a number' : 'Remove the quotes',
      edits: replaceScalar(text, node, node.value),
      preferred: true,
      safe: true,
      reveals: true,
    },
  ];
}

function quoting(span: Span, text: string): Fix {
  return { title: 'Put it in quotes', edits: [{ span, text }], reveals: true };
}
