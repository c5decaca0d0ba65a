// Another value in the place of one that is wrong, with the quotes that stand there.
import type { Analysis } from '../../analysis';
import type { ScalarNode } from '../../document/node';
import { quoteScalar, type QuoteStyle } from '../../document/quoteScalar';
import { replaceScalar } from '../../document/replaceScalar';
import type { Certainty, Problem } from '../../problem';
import type { FieldFacts } from '../../schema/facts';
import { table } from '../../schema/table';
import { isInFlow, ownScalar, standing, type Fix } from './fix';

/** Nobody reads a longer list of values in a menu. */
const maxValues = 10;

/** One fix for each value that could stand there, the likeliest first. */
export function replaceValue(
  { root, text: source }: Analysis,
  problem: Problem,
  values: readonly string[],
  certainty?: Certainty,
): readonly Fix[] {
  const node = ownScalar(root, problem.pointer);
  if (root === undefined || node === undefined) return [];
  const facts = table.factsAt(problem.pointer);
  const isNumber = facts?.type === 'integer';
  const isChoice = values.length > 1 && certainty === 'open';
  return values.slice(0, maxValues).map((value, index) => {
    const text = isNumber
      ? value
      : quoteScalar(value, isInFlow(root, problem.pointer) ? 'flow' : 'block', quotesOf(node));
    return {
      title: `Change to \`${value}\`${isChoice && facts ? markOf(facts, value) : ''}`,
      edits: replaceScalar(source, node, text),
      // Rules look at no value that the table refuses.
      ...(problem.code.startsWith('schema/') && { reveals: true as const }),
      ...(index === 0 && standing(certainty)),
    };
  });
}

/** What speaks for or against a value, where several are offered. */
function markOf({ values, disables, recommended }: FieldFacts, value: string): string {
  if (value === recommended) return ' (recommended)';
  const isWeak = values.some((each) => each.value === value && each.weak !== undefined);
  return isWeak || value in disables ? ' (weak)' : '';
}

function quotesOf({ style }: ScalarNode): QuoteStyle {
  return style === 'single' || style === 'double' ? style : 'plain';
}
