// Words for the errors of the YAML parser. The parser reports an unclosed quote or bracket where it
// gave up, often at the end of the file; here it is reported where it was opened.
import {
  isNode,
  isScalar,
  visit,
  type Document,
  type ErrorCode,
  type Node,
  type YAMLError,
} from 'yaml';
import type { Problem } from '../problem';
import { firstLine, lineAround, trimSpan, type Span } from './span';

/** The one problem for a syntax error. Its message never repeats text of the file. */
export function describeSyntaxError(
  text: string,
  error: YAMLError,
  tree: Document.Parsed,
): Problem {
  const problem = { severity: 'error', pointer: '' } as const;
  if (error.code === 'TAB_AS_INDENT') {
    return {
      ...problem,
      code: 'yaml/tab',
      span: indentation(text, error.pos[0]),
      message: 'YAML does not allow tabs as indentation. Use spaces.',
      data: { kind: 'tabs' },
    };
  }
  const code = 'yaml/syntax';
  const unclosed = findUnclosed(text, error, tree);
  if (unclosed !== undefined)
    return {
      ...problem,
      code,
      span: firstLine(text, unclosed.span),
      message: unclosed.message,
      data: { kind: 'unclosed', closer: unclosed.closer },
    };
  const value = valueThatNeedsQuotes(text, error);
  if (value !== undefined) {
    const message = 'This text has a meaning in YAML. Put it in quotes to keep it as it is.';
    // Quotes mend it; whether they were meant is for the user to say.
    const data = { kind: 'quote', certainty: 'likely' } as const;
    return { ...problem, code, span: value, message, data };
  }
  return {
    ...problem,
    code,
    span: visibleSpan(text, error.pos),
    message: sentences[error.code] ?? defaultSentence,
  };
}

const defaultSentence =
  'This is not valid YAML. Check indentation, colons and quotes on this line.';

const sentences: Partial<Record<ErrorCode, string>> = {
  ALIAS_PROPS: 'An alias cannot carry a tag or an anchor of its own. Remove it.',
  BAD_ALIAS:
    'An alias needs a name after the asterisk. Put the text in quotes if it is not an alias.',
  BAD_DIRECTIVE: 'YAML does not know this directive. Remove the line.',
  BAD_DQ_ESCAPE:
    'YAML does not know this escape sequence. Double the backslash or use single quotes.',
  BAD_INDENT:
    'This line does not line up with its neighbours. Give all keys of a block the same indentation.',
  BAD_PROP_ORDER: 'Anchors and tags belong directly in front of their value.',
  BLOCK_AS_IMPLICIT_KEY:
    'A second colon on this line. Move the inner key to a line of its own, or quote the value.',
  BLOCK_IN_FLOW: 'Inside brackets, use commas instead of lines with dashes or indented keys.',
  MISSING_CHAR: 'A colon, comma, quote or bracket is missing here.',
  MULTILINE_IMPLICIT_KEY: 'A key must stand on one line and end with a colon.',
  MULTIPLE_ANCHORS: 'A value can have one anchor only.',
  MULTIPLE_TAGS: 'A value can have one tag only.',
  UNEXPECTED_TOKEN: 'YAML does not expect this here. Remove it, or put the value in quotes.',
};

/** The quote or bracket that was opened and never closed, when that is what the error is about. */
function findUnclosed(text: string, error: YAMLError, tree: Document.Parsed): Unclosed | undefined {
  let found: Unclosed | undefined;
  const look = (node: unknown): void => {
    if (!isNode(node) || !node.range) return;
    const [start, end] = node.range;
    const holdsError = start < error.pos[0] && end >= error.pos[0] - 1;
    if (holdsError) found = describeUnclosed(node, text, { start, end }) ?? found;
  };
  visit(tree, (_key, node) => look(node));
  return found;
}

interface Unclosed {
  readonly span: Span;
  readonly message: string;
  readonly closer: string;
}

function describeUnclosed(node: Node, text: string, span: Span): Unclosed | undefined {
  const open = text[span.start] ?? '';
  const close = closers[open];
  if (close === undefined) return undefined;
  if (span.end - span.start > 1 && text[span.end - 1] === close) return undefined;
  if (isScalar(node)) {
    const kind = open === '"' ? 'double' : 'single';
    const message = `This ${kind} quote is never closed. Add the closing quote.`;
    return { span, message, closer: close };
  }
  const message = `This bracket is never closed. Add \`${close}\`.`;
  const end = Math.max(span.end, span.start + 1);
  return { span: { start: span.start, end }, message, closer: close };
}

const closers: Readonly<Record<string, string>> = { '[': ']', '{': '}', '"': '"', "'": "'" };

/** A one-line value that the parser stumbles over only because of how it begins or what it contains. */
function valueThatNeedsQuotes(text: string, error: YAMLError): Span | undefined {
  const codes: readonly ErrorCode[] = [
    'BAD_SCALAR_START',
    'BLOCK_AS_IMPLICIT_KEY',
    'UNEXPECTED_TOKEN',
    'BAD_ALIAS',
  ];
  if (!codes.includes(error.code)) return undefined;
  const line = lineAround(text, error.pos[0]);
  const match = /^([ ]*(?:- +)*[A-Za-z_][\w-]*:[ ]+)(\S.*)$/.exec(text.slice(line.start, line.end));
  if (match === null) return undefined;
  const start = line.start + (match[1] ?? '').length;
  if (error.pos[0] < start || error.pos[0] > start + 1) return undefined;
  return trimSpan(text, { start, end: line.end });
}

/** The indentation of the line, or its first character when the parser points at an empty one. */
function indentation(text: string, offset: number): Span {
  const line = lineAround(text, offset);
  const width = /^[ \t]*/.exec(text.slice(line.start, line.end))?.[0].length ?? 0;
  return {
    start: line.start,
    end: line.start + Math.max(width, Math.min(1, line.end - line.start)),
  };
}

/** The parser's span cut to one line; moved to the last visible text when it points behind it. */
function visibleSpan(text: string, [start, end]: readonly [number, number]): Span {
  const anchor = Math.min(start, text.trimEnd().length);
  const line = lineAround(text, anchor);
  const from = Math.min(Math.max(start, line.start), line.end);
  const cut = firstLine(text, { start: from, end: Math.max(end, from) });
  if (cut.end > cut.start && text.slice(cut.start, cut.end).trim() !== '') return cut;
  return trimSpan(text, line);
}
