// Tags: references to secrets where the table allows them, everything else a mistake. A text that
// begins with an exclamation mark is a tag to YAML, and its value is empty.
import { isSecretName } from '../../protocol/messages';
import { walk, type DataNode, type ScalarNode } from '../document/node';
import { unresolvedTag } from '../document/project';
import { firstLine } from '../document/span';
import type { Problem } from '../problem';
import { didYouMean } from './didYouMean';
import type { FieldFacts } from './facts';
import { table } from './table';

/** Problems with the tags of one document. Messages never repeat a tag, which may be a secret. */
export function checkTags(root: DataNode, text: string): readonly Problem[] {
  const problems: Problem[] = [];
  for (const node of walk(root)) {
    if (node.tag === undefined || node.tag === unresolvedTag || isPrivate(node)) continue;
    const found = describeTag(node, table.factsAt(node.pointer));
    const span = firstLine(text, tagSpan(node, text));
    if (found !== undefined)
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

type Description = Pick<Problem, 'code' | 'message' | 'data'>;

function describeTag(node: DataNode, facts: FieldFacts | undefined): Description | undefined {
  const reference = asSecretReference(node, facts);
  if (reference !== undefined) {
    if (typeof reference.value === 'string' && isSecretName(reference.value)) return undefined;
    return {
      code: 'psk/reference',
      message:
        'Name the secret: letters, digits, periods, underscores and hyphens, for example `site-a`.',
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
      data: { kind: 'quote', certainty: 'spelling' },
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

/** From the exclamation mark to the end of the value. The node's span begins behind the tag. */
function tagSpan(node: DataNode, text: string): { start: number; end: number } {
  if (node.borrowed) return node.span;
  const lineStart = text.lastIndexOf('\n', node.span.start - 1) + 1;
  const mark = text.slice(lineStart, Math.max(node.span.start, lineStart)).lastIndexOf('!');
  return mark < 0
    ? node.span
    : { start: lineStart + mark, end: Math.max(node.span.end, node.span.start) };
}

/** Values under a private top-level key are checked where an alias uses them. */
function isPrivate(node: DataNode): boolean {
  return node.pointer.startsWith('/x-');
}
