// What to say about a value that the table refuses: of the wrong kind, none of the allowed words, absent.
import type { DataNode, ScalarNode } from '../document/node';
import { parentPointer } from '../document/pointer';
import type { Problem, ProblemData } from '../problem';
import type { FieldFacts, FieldType } from './facts';
import { meantValue } from './meantValue';
import * as say from './messages';
import { table } from './table';

/** Code and words of a problem with one value. */
type Description = Pick<Problem, 'code' | 'message'> & { readonly data?: ProblemData };

/** What is wrong with a value of the wrong kind, and which kind of mend it needs. */
export function describeType(facts: FieldFacts, node: DataNode | undefined): Description {
  if (beginsWithKey(facts, node))
    return { code: 'schema/type', message: say.missingBlank, data: { kind: 'space-colons' } };
  if (facts.path === '')
    return {
      code: 'schema/type',
      message: `A document holds keys such as \`${table.fieldWithRole('project').key}:\`, each on a line of its own.`,
    };
  if (node?.kind !== 'scalar') return describeCollection(facts, node);
  if (node.style === 'empty') return describeAbsent(facts);
  if (facts.type === 'string' && node.style === 'plain') return describeAltered(facts, node);
  if (facts.items?.type === 'string' && node.tag === undefined)
    return { code: 'schema/type', message: say.wrongType(facts), data: { kind: 'wrap-list' } };
  return {
    code: 'schema/type',
    message: say.wrongType(facts),
    ...(node.style !== 'plain' &&
      unquotedForm[facts.type]?.test(String(node.value)) && { data: { kind: 'unquote' } }),
  };
}

/** Whether a text in the place of a block begins with one of its keys, whose colon lacks the blank. */
function beginsWithKey({ type, properties }: FieldFacts, node: DataNode | undefined): boolean {
  if (type !== 'object' || node?.kind !== 'scalar' || node.style !== 'plain') return false;
  const [, key = ''] = /^([\w-]+):\S/.exec(node.source) ?? [];
  return properties.has(key);
}

/** What would be of the type without its quotes. */
const unquotedForm: Readonly<Partial<Record<FieldType, RegExp>>> = {
  integer: /^-?\d+$/,
  boolean: /^(?:true|false)$/,
};

function describeAltered(facts: FieldFacts, node: ScalarNode): Description {
  return {
    code: 'yaml/altered-text',
    message: say.alteredText(facts, kindInWords(node)),
    // Who writes nothing may mean the word, or that the field is to be left alone.
    data:
      node.value === null
        ? { kind: 'quote', certainty: 'open', orRemove: true }
        : { kind: 'quote', certainty: 'spelling' },
  };
}

/** A list or a block where none belongs; in brackets it may have been meant as a text. */
function describeCollection(
  facts: FieldFacts,
  node: Exclude<DataNode, ScalarNode> | undefined,
): Description {
  const code = 'schema/type';
  const isText = facts.type === 'string';
  const isInBrackets = node?.flow === true && !node.borrowed;
  if (isText && node?.kind === 'sequence') {
    const message = isInBrackets ? say.textInList(facts) : say.wrongType(facts);
    return { code, message, data: { kind: 'not-a-list', isInBrackets } };
  }
  return isText && isInBrackets
    ? { code, message: say.textInBrackets(facts), data: { kind: 'quote', certainty: 'likely' } }
    : { code, message: say.wrongType(facts) };
}

/** A key, or an entry of a list, that holds nothing. */
function describeAbsent(facts: FieldFacts): Description {
  const code = facts.type === 'string' ? 'yaml/altered-text' : 'schema/type';
  if (facts.path.endsWith('/*'))
    return { code, message: say.absentItem(facts), data: { kind: 'remove-item' } };
  const isRequired = table.factsAt(parentPointer(facts.path))?.required.includes(facts.key);
  return isRequired === true
    ? { code, message: say.absentRequired(facts) }
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
  const { names, certainty } = meantValue(written, facts);
  const [guess] = certainty === 'open' ? [] : names;
  const isCaseOnly = guess?.toLowerCase() === written.toLowerCase();
  if (isCaseOnly && facts.ignoresCase) return undefined;
  const refused = facts.refusedValues[written.toLowerCase()];
  if (refused !== undefined)
    return { ...problem, code: 'schema/enum', message: refused, data: { kind: 'remove-key' } };
  return {
    ...problem,
    code: 'schema/enum',
    message:
      guess !== undefined && isCaseOnly ? say.wrongCase(guess) : say.notAllowed(facts, guess),
    data: { kind: 'replacements', values: names, certainty },
  };
}

function kindInWords(node: ScalarNode): string {
  if (node.value === null) return 'nothing';
  return typeof node.value === 'boolean' ? 'true or false' : 'a number';
}
