// Tags: references to secrets where the table allows them, everything else a mistake. A text that
// begins with an exclamation mark is a tag to YAML, and its value is empty.
import { isSecretName } from '../../protocol/messages';
import { walk, type DataNode, type ScalarNode } from '../document/node';
import { unresolvedTag } from '../document/project';
import { commentFollows } from '../document/readScalar';
import { firstLine, trimSpan, type Span } from '../document/span';
import type { Problem } from '../problem';
import { didYouMean } from './didYouMean';
import type { FieldFacts } from './facts';
import { table } from './table';

/** Problems with the tags of one document. Messages never repeat a tag, which may be a secret. */
export function checkTags(root: DataNode, text: string): readonly Problem[] {
  const problems: Problem[] = [];
  for (const node of walk(root)) {
    if (node.tag === undefined || node.tag === unresolvedTag || isPrivate(node)) continue;
    const facts = table.factsAt(node.pointer);
    if (isUsable(node, facts)) continue;
    const span = placeOf(node, text);
    const found = describeTag(node, facts, commentFollows(text, span.end));
    problems.push({ severity: 'error', pointer: node.pointer, span, ...found });
  }
  return problems;
}

/** `node` as a reference to a secret outside the file, when its field allows one. */
export function asSecretReference(
  node: DataNode | undefined,
  facts: FieldFacts | undefined,
): ScalarNode | undefined {
  if (node?.kind !== 'scalar' || node.tag === undefined) return undefined;
  return facts?.secretTags.includes(node.tag) === true ? node : undefined;
}

/** Whether a node is a reference to a secret with a name that can be one. */
function isUsable(node: DataNode, facts: FieldFacts | undefined): boolean {
  const value = asSecretReference(node, facts)?.value;
  return typeof value === 'string' && isSecretName(value);
}

type Description = Pick<Problem, 'code' | 'message' | 'data'>;

const nameSecret =
  'Name the secret: letters, digits, periods, underscores and hyphens, for example `site-a`.';
const nameVariable =
  'Name the environment variable: letters, digits and underscores, for example `VPN_PSK`.';

function describeTag(
  node: DataNode,
  facts: FieldFacts | undefined,
  isCommented: boolean,
): Description {
  if (facts?.secretTags.includes(node.tag ?? '') === true) {
    return {
      code: 'psk/reference',
      message: node.tag === '!env' ? nameVariable : nameSecret,
    };
  }
  const places = table.allFields().filter(({ secretTags }) => secretTags.includes(node.tag ?? ''));
  if (places.length > 0) {
    return {
      code: 'yaml/unknown-tag',
      message: `References to secrets are possible for \`${places.map(({ key }) => key).join('`, `')}\` only. Write the value itself.`,
    };
  }
  if (facts?.type === 'string' && node.kind === 'scalar' && node.value === '') {
    return {
      code: 'yaml/altered-text',
      message: `${facts.title} must be text, but YAML reads a leading exclamation mark as a tag and the value as empty. Put it in quotes.`,
      // Of a key nobody can say whether the comment belongs to it.
      data:
        isCommented && facts.characters !== undefined
          ? { kind: 'quote-line' }
          : { kind: 'quote', certainty: 'spelling' },
    };
  }
  return describeUnknown(node.tag ?? '', facts?.secretTags ?? []);
}

function describeUnknown(tag: string, known: readonly string[]): Description {
  const { names, certainty } = didYouMean(tag, known);
  const [guess] = names;
  const mend = guess === undefined ? 'Remove it, or put' : `Did you mean \`${guess}\`? Put`;
  return {
    code: 'yaml/unknown-tag',
    message: `This tag is not known. ${mend} the value in quotes if the exclamation mark belongs to it.`,
    // A key may begin with an exclamation mark: even a tag in another case is no more than likely.
    data: {
      kind: 'unknown-tag',
      names,
      certainty: certainty === 'spelling' ? 'likely' : 'open',
    },
  };
}

/** From the exclamation mark to the end of the value on its line; of a block the tag alone. */
function placeOf(node: DataNode, text: string): Span {
  if (node.borrowed) return firstLine(text, node.span);
  const start = tagStart(text, node.span.start);
  const isBlock = node.kind !== 'scalar' && !node.flow;
  const end = isBlock ? start + text.slice(start).search(/\s|$/) : node.span.end;
  return trimSpan(text, firstLine(text, { start, end }));
}

/** Where the tag begins of a value that begins at `offset`. */
function tagStart(text: string, offset: number): number {
  let start = text.lastIndexOf('!', Math.max(offset - 1, 0));
  while (start > 0 && /[^\s,[{]/.test(text.charAt(start - 1))) start--;
  return Math.max(start, 0);
}

/** Values under a private top-level key are checked where an alias uses them. */
function isPrivate(node: DataNode): boolean {
  return node.pointer.startsWith('/x-');
}
