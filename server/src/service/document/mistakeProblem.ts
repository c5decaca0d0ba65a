// Words for the mistakes that a text was read past.
import type { Problem } from '../problem';
import { displacedEntry } from './displacedLine';
import type { Mend } from './mend';
import { originalOffset } from './originalPlaces';
import { parseYaml } from './parseYaml';
import type { FoundMistake, MendedReading } from './readPastMistakes';
import { firstLine } from './span';
import { describeSyntaxError } from './syntaxErrors';

/** The one problem for a mistake. Its message never repeats text of the file. */
export function describeMistake(text: string, { mend, stumbled }: FoundMistake): Problem {
  if (stumbled !== undefined) return describeFirstError(stumbled);
  const span = firstLine(text, mend.span);
  return (
    describeUnclosed(text, mend) ?? {
      code: 'yaml/syntax',
      severity: 'error',
      pointer: '',
      span,
      message: sentences[mend.mistake],
      ...(mend.mistake === 'unfinished' &&
        lacksBlank(text.slice(span.start, span.end)) && { data: { kind: 'space-colons' } }),
    }
  );
}

/** Whether a row looks like `key:value`, and not like an address in the web. */
function lacksBlank(row: string): boolean {
  return /^(?:-[ \t]+)*[\w-]+:[^\s/]/.test(row);
}

/** The problem for what the parser stumbles over first. */
export function describeFirstError({ text, tree, edits }: MendedReading): Problem {
  const [error] = tree.errors;
  if (error === undefined) throw new Error('There is no error to describe.');
  const problem = describeSyntaxError(text, error, tree);
  const [start, end] = [problem.span.start, problem.span.end].map((offset) =>
    originalOffset(offset, edits),
  ) as [number, number];
  return { ...problem, span: { start, end } };
}

const sentences: Readonly<Record<Mend['mistake'], string>> = {
  'no-colon': 'A colon is missing behind this key. Add it: what belongs to the key stands below.',
  'stray-item': displacedEntry,
  unfinished:
    'This line is neither a key nor a value. Write `key: value`, with a blank after the colon.',
  continued: 'This belongs to something above that is never closed.',
  unclosed: 'This is never closed. Add the closing quote or bracket.',
  invalid: 'This is not valid YAML.',
};

/** What the parser says about the lines of something unclosed when it sees no others. */
function describeUnclosed(text: string, { mistake, lines }: Mend): Problem | undefined {
  if (mistake !== 'unclosed') return undefined;
  const above = lines.start === 0 ? '' : `${' '.repeat(lines.start - 1)}\n`;
  const alone = above + text.slice(lines.start, lines.end) + blank(text.slice(lines.end));
  const tree = parseYaml(alone);
  const [error] = tree.errors;
  return error && describeSyntaxError(text, error, tree);
}

/** White space of the same length. Line breaks stay near its start, where the parser reports what is missing. */
function blank(text: string): string {
  const second = text.indexOf('\n', text.indexOf('\n') + 1);
  const head = second < 0 ? text : text.slice(0, second + 1);
  const rest = ' '.repeat(text.length - head.length);
  return head.replace(/[^\r\n]+/g, ({ length }) => ' '.repeat(length)) + rest;
}
