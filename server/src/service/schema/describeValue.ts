// What to say about a value that the table refuses: of the wrong kind, none of the allowed words, absent.
import type { DataNode, ScalarNode } from '../document/node';
import type { Problem, ProblemData } from '../problem';
import { didYouMean } from './didYouMean';
import type { FieldFacts } from './facts';
import * as say from './messages';
import { table } from './table';

/** Code and words of a problem with one value. */
type Description = Pick<Problem, 'code' | 'message'> & { readonly data?: ProblemData };

/** What is wrong with a value of the wrong kind, and which kind of mend it needs. */
export function describeType(facts: FieldFacts, node: DataNode | undefined): Description {
  if (facts.path === '')
    return {
      code: 'schema/type',
      message: `A document holds keys such as \`${table.fieldWithRole('project').key}:\`, each on a line of its own.`,
    };
  if (node?.kind !== 'scalar') return describeCollection(facts, node);
  if (node.style === 'empty') return describeAbsent(facts);
  if (facts.type === 'string' && node.style === 'plain') {
    return {
      code: 'yaml/altered-text',
      message: say.alteredText(facts, kindInWords(node)),
      data: { kind: 'quote' },
    };
  }
  if (facts.items?.type === 'string' && node.tag === undefined)
    return { code: 'schema/type', message: say.wrongType(facts), data: { kind: 'wrap-list' } };
  const isQuotedNumber =
    facts.type === 'integer' && typeof node.value === 'string' && /^-?\d+$/.test(node.value);
  return {
    code: 'schema/type',
    message: say.wrongType(facts),
    ...(isQuotedNumber && node.style !== 'plain' && { data: { kind: 'unquote' } }),
  };
}

/** A list or a block where none belongs; in brackets it may have been meant as a text. */
function describeCollection(
  facts: FieldFacts,
  node: Exclude<DataNode, ScalarNode> | undefined,
): Description {
  const code = 'schema/type';
  return facts.type === 'string' && node?.flow === true
    ? { code, message: say.textInBrackets(facts), data: { kind: 'quote' } }
    : { code, message: say.wrongType(facts) };
}

/** A key, or an entry of a list, that holds nothing. */
function describeAbsent(facts: FieldFacts): Description {
  const code = facts.type === 'string' ? 'yaml/altered-text' : 'schema/type';
  return facts.path.endsWith('/*')
    ? { code, message: say.absentItem(facts), data: { kind: 'remove-item' } }
    : { code, message: say.absentValue(facts), data: { kind: 'absent' } };
}

/** What is wrong with a word that is none of the allowed ones; nothing when only the case differs and may. */
export function describeEnum(
  facts: FieldFacts,
  node: DataNode | undefined,
  problem: Pick<Problem, 'severity' | 'pointer' | 'span'>,
): Problem | undefined {
  if (node?.kind !== 'scalar')
    return { ...problem, code: 'schema/type', message: say.wrongType(facts) };
  if (node.style === 'empty') return { ...problem, ...describeAbsent(facts) };
  const written = typeof node.value === 'string' ? node.value : node.source;
  const values = facts.values.map(({ value }) => value);
  const sameLetters = values.find((value) => value.toLowerCase() === written.toLowerCase());
  if (sameLetters !== undefined && facts.ignoresCase) return undefined;
  const refused = facts.refusedValues[written.toLowerCase()];
  if (refused !== undefined) return { ...problem, code: 'schema/enum', message: refused };
  const guesses = sameLetters === undefined ? didYouMean(written, values) : [sameLetters];
  const message =
    sameLetters === undefined ? say.notAllowed(facts, guesses[0]) : say.wrongCase(sameLetters);
  return {
    ...problem,
    code: 'schema/enum',
    message,
    data: { kind: 'replacements', values: guesses.length > 0 ? guesses : values },
  };
}

function kindInWords(node: ScalarNode): string {
  if (node.value === null) return 'nothing';
  return typeof node.value === 'boolean' ? 'true or false' : 'a number';
}
