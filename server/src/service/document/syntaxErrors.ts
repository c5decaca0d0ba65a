// Words for the errors of the YAML parser, at the place where the mistake was made. Messages never
// repeat text of the file.
import { isScalar, type Document, type ErrorCode, type YAMLError } from 'yaml';
import type { Problem } from '../problem';
import { displacedKey, findDisplacedLine } from './displacedLine';
import { firstLine, lineAround, trimSpan, type Span } from './span';
import { closerAt, findUnclosedAt } from './unclosed';
import { findValueToQuote, quoteIt } from './valueToQuote';

/** The one problem for `error`, the first of `tree`. `text` is the text that was parsed. */
export function describeSyntaxError(
  text: string,
  error: YAMLError,
  tree: Document.Parsed,
): Problem {
  const found = describeTab(text, error) ??
    findDisplacedLine(text, tree) ??
    describeUnclosed(text, error, tree) ??
    describeComma(text, error) ??
    describeValue(text, error) ?? {
      span: visibleSpan(text, error.pos),
      message: sentences[error.code] ?? defaultSentence,
    };
  return { code: 'yaml/syntax', severity: 'error', pointer: '', ...found };
}

type Description = Pick<Problem, 'span' | 'message'> & Partial<Pick<Problem, 'code' | 'data'>>;

const defaultSentence =
  'This is not valid YAML. Check indentation, colons and quotes on this line.';

const sentences: Partial<Record<ErrorCode, string>> = {
  ALIAS_PROPS: 'An alias cannot carry a tag or an anchor of its own. Remove it.',
  BAD_ALIAS:
    'An alias needs a name after the asterisk. Put the text in quotes if it is not an alias.',
  BAD_DIRECTIVE: 'YAML does not know this directive. Remove the line.',
  BAD_DQ_ESCAPE:
    'YAML does not know this escape sequence. Double the backslash or use single quotes.',
  BAD_INDENT: displacedKey,
  BAD_PROP_ORDER: 'Anchors and tags belong directly in front of their value.',
  BAD_SCALAR_START: quoteIt,
  BLOCK_AS_IMPLICIT_KEY:
    'A second colon on this line. Move the inner key to a line of its own, or quote the value.',
  BLOCK_IN_FLOW: 'Inside brackets, use commas instead of lines with dashes or indented keys.',
  MISSING_CHAR: 'A colon, comma, quote or bracket is missing here.',
  MULTILINE_IMPLICIT_KEY: 'A key must stand on one line and end with a colon.',
  MULTIPLE_ANCHORS: 'A value can have one anchor only.',
  MULTIPLE_TAGS: 'A value can have one tag only.',
  TAG_RESOLVE_FAILED:
    'A leading exclamation mark is a tag in YAML. Put the text in quotes to keep it as it is.',
  UNEXPECTED_TOKEN: 'YAML does not expect this here. Remove it, or put the value in quotes.',
};

/** Between brackets the parser only says that something is wrong with the indentation. */
function describeTab(text: string, error: YAMLError): Description | undefined {
  const span = indentation(text, error.pos[0]);
  const isTab =
    error.code === 'TAB_AS_INDENT' ||
    (error.code === 'BAD_INDENT' && text.slice(span.start, span.end).includes('\t'));
  if (!isTab) return undefined;
  return {
    code: 'yaml/tab',
    span,
    message: 'YAML does not allow tabs as indentation. Use spaces.',
    data: { kind: 'tabs' },
  };
}

/** The quote or bracket that was opened and never closed, or is closed by a line that stands too far left. */
function describeUnclosed(
  text: string,
  error: YAMLError,
  tree: Document.Parsed,
): Description | undefined {
  const node = findUnclosedAt(tree, text, error.pos[0]);
  if (!node?.range) return undefined;
  const [start, end] = node.range;
  const span = firstLine(text, { start, end: Math.max(end, start + 1) });
  const closer = closerAt(text, start) ?? '';
  const data = { kind: 'unclosed', closer } as const;
  if (isScalar(node)) {
    const kind = closer === '"' ? 'double' : 'single';
    return { span, message: `This ${kind} quote is never closed. Add the closing quote.`, data };
  }
  if (error.code === 'BAD_INDENT' && isClosedBelow(text, start)) {
    return {
      span: trimSpan(text, lineAround(text, error.pos[0])),
      message:
        'This line belongs to the bracket above it. Indent it deeper than the key in front of the bracket.',
    };
  }
  return { span, message: `This bracket is never closed. Add \`${closer}\`.`, data };
}

/** Whether as many brackets close behind `start` as open there. */
function isClosedBelow(text: string, start: number): boolean {
  let depth = 0;
  for (const [bracket] of text.slice(start).matchAll(/[[\]{}]/g)) {
    depth += bracket === '[' || bracket === '{' ? 1 : -1;
    if (depth === 0) return true;
  }
  return false;
}

/** A value between brackets that the parser takes for the beginning of the key on the next line. */
function describeComma(text: string, error: YAMLError): Description | undefined {
  const [at] = error.pos;
  const lead = text.slice(lineAround(text, at).start, at);
  if (error.code !== 'MULTILINE_IMPLICIT_KEY' || !/[:,[{]\s*$/.test(lead)) return undefined;
  const span = trimSpan(text, firstLine(text, { start: at, end: error.pos[1] }));
  return { span, message: 'A comma is missing behind this value.' };
}

function describeValue(text: string, error: YAMLError): Description | undefined {
  const span = findValueToQuote(text, error);
  // Quotes mend it; whether they were meant is for the user to say.
  return span && { span, message: quoteIt, data: { kind: 'quote', certainty: 'likely' } };
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
