// The edits that give one field another value, in the style in which it is written.
import type { Json, JsonObject } from '../../protocol/messages';
import { sameValue } from '../../protocol/sameValue';
import type { Analysis } from '../analysis';
import type { Edit } from '../document/edit';
import { columnOf } from '../document/indentation';
import type { DataNode, ScalarNode, SequenceNode } from '../document/node';
import { quoteScalar, type ScalarPlace } from '../document/quoteScalar';
import { replaceScalar } from '../document/replaceScalar';
import { isInFlow, lineBreakOf } from '../features/fixes/fix';
import { contentEnd } from '../document/span';
import { removeItem } from '../features/fixes/removeText';
import { plainJson } from '../request/build';
import type { FieldFacts } from '../schema/facts';
import { isJsonList, isJsonObject } from '../../protocol/json';

/** A field of the document and what the connection holds in its place. */
export interface PulledField {
  readonly node: DataNode;
  readonly facts: FieldFacts;
  readonly label: string;
  readonly live: Json;
}

/** Edits that do not overlap; none when the way in which the value is written does not allow it. */
export function editValue(analysis: Analysis, { node, facts, live }: PulledField): readonly Edit[] {
  const { root, text } = analysis;
  if (root === undefined) return [];
  if (node.kind === 'scalar') return replaced(text, node, facts, live, placeOf(root, node));
  if (node.kind !== 'sequence' || !isJsonList(live)) return [];
  const isOneLine = node.flow && !/[\r\n#]/.test(text.slice(node.span.start, node.span.end));
  if (isOneLine) return [{ span: node.span, text: flowText(live, facts) }];
  return node.items.length === 0 || live.length === 0 ? [] : editItems(analysis, node, facts, live);
}

/** Items that stay keep their lines; gone ones become new ones as long as there are any. */
function editItems(
  analysis: Analysis,
  node: SequenceNode,
  facts: FieldFacts,
  live: readonly Json[],
): readonly Edit[] {
  const items = facts.items ?? facts;
  const isSame = (item: DataNode, value: Json): boolean =>
    sameValue(node.pointer, [plainJson(item)], [value]);
  const gone = node.items.filter((item) => !live.some((value) => isSame(item, value)));
  const missing = live.filter((value) => !node.items.some((item) => isSame(item, value)));
  if (gone.some(({ borrowed }) => borrowed)) return [];
  const edits = gone.flatMap((item, index) => {
    const value = missing[index];
    if (value === undefined) return removeItem(analysis, item.pointer);
    return item.kind === 'scalar'
      ? replaced(analysis.text, item, items, value, node.flow ? 'flow' : 'block')
      : [{ span: bare(analysis.text, item), text: flowText(value, items) }];
  });
  const added = missing.slice(gone.length);
  return added.length === 0 ? edits : [...edits, ...appended(analysis, node, items, added)];
}

/** New items on lines of their own behind the last one; between brackets only on one line. */
function appended(
  { text }: Analysis,
  node: SequenceNode,
  items: FieldFacts,
  added: readonly Json[],
): readonly Edit[] {
  const last = node.items.at(-1);
  const first = node.items[0];
  if (node.flow || last === undefined || first === undefined) return [];
  const dash = text.lastIndexOf('-', first.span.start - 1);
  const indentation = ' '.repeat(columnOf(text, dash));
  const end = lineEnd(text, contentEnd(text, last.span));
  const lines = added.map(
    (value) => `${lineBreakOf(text)}${indentation}- ${flowText(value, items)}`,
  );
  return [{ span: { start: end, end }, text: lines.join('') }];
}

function lineEnd(text: string, offset: number): number {
  const rest = /[\r\n]/.exec(text.slice(offset));
  return rest === null ? text.length : offset + rest.index;
}

/** Without the line break that a block ends with. */
function bare(text: string, { span }: DataNode): { start: number; end: number } {
  return { start: span.start, end: contentEnd(text, span) };
}

function placeOf(root: DataNode, { pointer }: DataNode): ScalarPlace {
  return isInFlow(root, pointer) ? 'flow' : 'block';
}

function replaced(
  text: string,
  node: ScalarNode,
  facts: FieldFacts,
  live: Json,
  place: ScalarPlace,
): readonly Edit[] {
  const { style } = node;
  const quotes = style === 'single' || style === 'double' ? style : 'plain';
  const written = scalarText(live, facts, place, quotes);
  // Nothing stands between the colon and the end of an empty value.
  return replaceScalar(text, node, style === 'empty' ? ` ${written}` : written);
}

function flowText(value: Json, facts: FieldFacts): string {
  if (isJsonList(value)) {
    const items = facts.items ?? facts;
    return `[${value.map((item) => flowText(item, items)).join(', ')}]`;
  }
  if (isJsonObject(value)) return `{ ${pairs(value, facts).join(', ')} }`;
  return scalarText(value, facts, 'flow', 'plain');
}

/** Only what an update can send. */
function pairs(value: JsonObject, facts: FieldFacts): readonly string[] {
  return Object.entries(value).flatMap(([key, child]) => {
    const field = facts.properties.get(key);
    return field === undefined || child === null ? [] : [`${key}: ${flowText(child, field)}`];
  });
}

/** Words of a list are spelled as the table does, whatever case the answer has. */
function scalarText(
  value: Json,
  facts: FieldFacts,
  place: ScalarPlace,
  quotes: 'plain' | 'single' | 'double',
): string {
  if (typeof value !== 'string') return JSON.stringify(value);
  const known = [...facts.values, ...facts.suggestions].find(
    (each) => each.value.toLowerCase() === value.toLowerCase(),
  );
  return quoteScalar(known?.value ?? value, place, quotes);
}
