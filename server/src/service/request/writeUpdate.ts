// From values to the text of an update file: the way back of `build.ts`. Only fields that an update can
// send are written; what else the values hold is named and left out.
import type {
  Json,
  JsonObject,
  UpdateDraft,
  WrittenField,
  WrittenUpdate,
} from '../../protocol/messages';
import { joinBody } from '../../protocol/joinItems';
import { isJsonList, isJsonObject } from '../../protocol/json';
import type { Pointer } from '../document/pointer';
import { quoteScalar } from '../document/quoteScalar';
import { visibleText } from '../features/plainText';
import type { FieldFacts } from '../schema/facts';
import { table } from '../schema/table';
import { createSnapshot } from '../snapshot';
import { contextLines } from './contextLines';
import { prepareUpdate } from './build';

const hint = '  # Write the fields that are to change here; completion offers them.';

/**
 * Writes the file, and says which of its values cannot be sent as they are. A file of current values has no
 * field that its own checks would tell the user to remove; one that restores values has them all.
 */
export function writeUpdate(draft: UpdateDraft): WrittenUpdate {
  const written = write(draft, new Set());
  const unwanted = draft.live === undefined ? [] : toRemove(written.text);
  return unwanted.length === 0 ? written : write(draft, new Set(unwanted));
}

function toRemove(text: string): readonly Pointer[] {
  const problems = createSnapshot(text).documents.flatMap(({ analysis }) => analysis.problems);
  return problems.flatMap(({ data, pointer }) => (data?.kind === 'remove-key' ? [pointer] : []));
}

function write(draft: UpdateDraft, without: ReadonlySet<Pointer>): WrittenUpdate {
  const bodyField = table.fieldWithRole('body');
  const fields: WrittenField[] = [];
  const leftOut: string[] = [];
  const secrets = new Map(
    draft.secrets.map(({ pointer, source, name }) => [pointer, `!${source} ${name}`]),
  );
  const writing: Writing = { secrets, without, fields, leftOut };
  const identity = [
    ['region', draft.region],
    ['project', draft.projectId],
    ['connection', draft.connectionId],
  ] as const;
  const values = bodyOf(joinBody(draft.body), bodyField.key);
  const below = mapLines(values, bodyField, `/${bodyField.key}`, '  ', writing);
  const lines = [
    ...draft.notes.map((note) => `# ${visibleText(note)}`),
    ...identity.flatMap(([role, value]) =>
      value === undefined
        ? []
        : [`${table.fieldWithRole(role).key}: ${quoteScalar(value, 'block')}`],
    ),
    ...(draft.live === undefined ? [] : contextLines(draft.live)),
    `${bodyField.key}:`,
    ...(below.length === 0 && draft.live !== undefined ? [hint] : below),
  ];
  const text = `${lines.join('\n')}\n`;
  const start = { line: draft.notes.length, character: 0 };
  const prepared = prepareUpdate(createSnapshot(text), start, 1);
  const complaint = prepared.kind === 'refused' ? prepared.firstError?.message : undefined;
  return {
    text,
    fields,
    leftOut,
    ...(prepared.kind === 'refused' && { complaint: complaint ?? prepared.message }),
  };
}

/** The lines below the key of the body, in the order of the values; `texts` stand in place of secrets. */
export function bodyLines(body: JsonObject, texts: ReadonlyMap<string, string>): readonly string[] {
  const field = table.fieldWithRole('body');
  return mapLines(body, field, `/${field.key}`, '  ', {
    ...{ secrets: texts, without: new Set<Pointer>() },
    ...{ fields: [], leftOut: [] },
  });
}

interface Writing {
  /** What stands in place of a secret, by pointer. */
  readonly secrets: ReadonlyMap<string, string>;
  /** Fields that are not written. */
  readonly without: ReadonlySet<Pointer>;
  readonly fields: WrittenField[];
  readonly leftOut: string[];
}

function bodyOf(body: JsonObject, key: string): JsonObject {
  const value = body[key];
  return isJsonObject(value) ? value : {};
}

function mapLines(
  value: JsonObject,
  facts: FieldFacts,
  pointer: string,
  indent: string,
  writing: Writing,
): readonly string[] {
  return Object.entries(value).flatMap(([key, child]) => {
    const field = facts.properties.get(key);
    const at = `${pointer}/${key}`;
    if (field === undefined) {
      writing.leftOut.push(labelOf(at));
      return [];
    }
    if (writing.without.has(at)) return [];
    const tag = writing.secrets.get(at);
    if (tag !== undefined) {
      writing.fields.push({ pointer: at, label: labelOf(at) });
      return [`${indent}${key}: ${tag}`];
    }
    // What the connection does not have cannot be sent either.
    if (child === null) return [];
    if (isJsonObject(child)) {
      const below = mapLines(child, field, at, `${indent}  `, writing);
      return below.length === 0 ? [] : [`${indent}${key}:`, ...below];
    }
    writing.fields.push({ pointer: at, label: labelOf(at) });
    if (!isInline(child) && isJsonList(child)) {
      return [`${indent}${key}:`, ...listLines(child, field, at, `${indent}  `, writing)];
    }
    return [`${indent}${key}: ${valueText(child)}`];
  });
}

/** The path below the body, as people read it. */
function labelOf(pointer: string): string {
  return pointer.split('/').slice(2).join('.');
}

/** Items that are maps, each behind a dash. */
function listLines(
  items: readonly Json[],
  facts: FieldFacts,
  pointer: string,
  indent: string,
  writing: Writing,
): readonly string[] {
  return items.flatMap((item, index) => {
    if (!isJsonObject(item) || facts.items === undefined) return [`${indent}- ${valueText(item)}`];
    const below = `${indent}  `;
    // The list is the field; what is in its items is left out of it all the same.
    const inner = { ...writing, fields: [] };
    const lines = mapLines(item, facts.items, `${pointer}/${index}`, below, inner);
    const [first = `${below}{}`, ...rest] = lines;
    return [`${indent}- ${first.slice(below.length)}`, ...rest];
  });
}

/** Whether a value stands behind its key, and not on lines of its own. */
function isInline(value: Json): boolean {
  return !isJsonObject(value) && !(isJsonList(value) && value.some(isJsonObject));
}

/** A value that is no block, as it stands behind its key. */
function valueText(value: Json): string {
  if (isJsonList(value)) return `[${value.map((item) => scalar(item, 'flow')).join(', ')}]`;
  return scalar(value, 'block');
}

function scalar(value: Json, place: 'block' | 'flow'): string {
  return typeof value === 'string' ? quoteScalar(value, place) : JSON.stringify(value);
}
