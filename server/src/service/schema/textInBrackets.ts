// A text that begins with a bracket: the parser sees a list or a block, the table knows that it cannot be
// one.
import { lineAround } from '../document/span';
import { quoteIt, valueOnLine } from '../document/valueToQuote';
import type { Problem } from '../problem';
import { table } from './table';

/** A syntax error in such a text, as a text that needs quotes; any other problem as it is. */
export function asTextToQuote(problem: Problem, text: string): Problem {
  if (problem.code !== 'yaml/syntax') return problem;
  const span = valueOnLine(text, problem.span.start);
  if (span === undefined || span.start > problem.span.start) return problem;
  if (!/[[{]/.test(text.charAt(span.start))) return problem;
  const lead = text.slice(lineAround(text, span.start).start, span.start);
  const key = /([\w-]+): +$/.exec(lead)?.[1];
  return key !== undefined && isText(key)
    ? { ...problem, span, message: quoteIt, data: { kind: 'quote', certainty: 'likely' } }
    : problem;
}

/** Whether all fields with this key hold texts; none of them is a list of texts. */
function isText(key: string): boolean {
  const fields = table.allFields().filter((facts) => facts.key === key);
  return fields.length > 0 && fields.every(({ type }) => type === 'string');
}
