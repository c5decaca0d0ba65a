// One scalar of a YAML tree as a node: how it is written, and what its text is.
import type { Scalar } from 'yaml';
import type { ScalarNode, ScalarStyle, ScalarValue } from './node';
import type { Pointer } from './pointer';
import type { Span } from './span';

/** Where a scalar is used, and with which tag; `written` is where its text stands. */
export interface ScalarPlace extends Pick<
  ScalarNode,
  'pointer' | 'span' | 'tag' | 'borrowed' | 'origin'
> {
  readonly written: Span;
}

/** The node of `scalar`. `text` is the text that was parsed. */
export function readScalar(scalar: Scalar, text: string, place: ScalarPlace): ScalarNode {
  const { pointer, span, tag, borrowed, origin, written } = place;
  const style = scalarStyle(scalar, written);
  const isPlain = style === 'plain';
  const source = isPlain ? text.slice(written.start, written.end) : (scalar.source ?? '');
  const value = scalar.value as ScalarValue;
  const node: ScalarNode = {
    kind: 'scalar',
    pointer,
    span,
    tag,
    borrowed,
    origin,
    value,
    source,
    style,
  };
  return isPlain && commentFollows(text, written.end) ? { ...node, commentFollows: true } : node;
}

/** The node of a value that is not there. */
export function emptyScalar(pointer: Pointer, span: Span, borrowed: boolean): ScalarNode {
  return {
    kind: 'scalar',
    pointer,
    span,
    tag: undefined,
    borrowed,
    origin: undefined,
    value: null,
    source: '',
    style: 'empty',
  };
}

/** Whether nothing but blanks and a number sign follow on the line. */
export function commentFollows(text: string, offset: number): boolean {
  let at = offset;
  while (text[at] === ' ' || text[at] === '\t') at++;
  return text[at] === '#' && at > offset;
}

function scalarStyle(scalar: Scalar, written: Span): ScalarStyle {
  switch (scalar.type) {
    case 'QUOTE_DOUBLE':
      return 'double';
    case 'QUOTE_SINGLE':
      return 'single';
    case 'BLOCK_FOLDED':
    case 'BLOCK_LITERAL':
      return 'block';
    default:
      return written.start === written.end && scalar.value === null ? 'empty' : 'plain';
  }
}
