// Reads an entry back. Files can be cut, edited or of another version: what is not whole is no entry.
import type { Json, JsonObject } from '../../../../server/src/protocol/messages';
import { isJsonList, isJsonObject } from '../../../../server/src/protocol/json';
import type { RemoteConnection } from '../model/remoteConnection';
import { parseTarget } from '../targets/parseTarget';
import type { JournalEntry, Stage, StoredResponse } from './journalEntry';

/** The entry, or undefined when the text is not one. */
export function parseEntry(text: string): JournalEntry | undefined {
  const value = parseRecord(text);
  if (value === undefined || value['version'] !== entryVersion) {
    return undefined;
  }
  const connection = parseConnection(value['connection']);
  const stage = parseStage(value['stage']);
  const { id, startedAt, purpose, who, sent, secrets } = value;
  const isWhole =
    typeof id === 'string' &&
    typeof startedAt === 'number' &&
    (purpose === 'update' || purpose === 'restore') &&
    typeof who === 'string' &&
    sent !== undefined &&
    isJsonObject(sent) &&
    isJsonList(secrets);
  if (!isWhole || connection === undefined || stage === undefined) {
    return undefined;
  }
  return {
    ...{ id, startedAt, purpose, who, connection, sent, stage },
    secrets: secrets.filter((pointer) => typeof pointer === 'string'),
    ...texts(value, ['name', 'file', 'region', 'plan']),
    ...objects(value, ['before']),
  };
}

/** An entry as text. */
export function printEntry(entry: JournalEntry): string {
  return JSON.stringify({ version: entryVersion, ...entry });
}

/** A JSON object out of text, or undefined. */
export function parseRecord(text: string): JsonObject | undefined {
  try {
    const value = JSON.parse(text) satisfies unknown as Json;
    return isJsonObject(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

/** A connection out of a record. Its address is checked against its target before it is used. */
export function parseConnection(value: Json | undefined): RemoteConnection | undefined {
  if (value === undefined || !isJsonObject(value)) {
    return undefined;
  }
  const { url, projectId, connectionId, label } = value;
  const target = parseTarget(value['target']);
  return typeof url === 'string' &&
    URL.canParse(url) &&
    typeof projectId === 'string' &&
    typeof connectionId === 'string' &&
    typeof label === 'string' &&
    target !== undefined
    ? { url, projectId, connectionId, target, label }
    : undefined;
}

/** Entries of another version are left alone, for the extension that wrote them. */
const entryVersion = 1;

function parseStage(value: Json | undefined): Stage | undefined {
  if (value === undefined || !isJsonObject(value)) {
    return undefined;
  }
  const { kind, sentence, at } = value;
  const response = parseResponse(value['response']);
  const answered = response === undefined ? {} : { response };
  switch (kind) {
    case 'sending':
      return { kind };
    case 'not-sent':
    case 'rejected':
    case 'unclear':
      return typeof sentence === 'string' ? { kind, sentence, ...answered } : undefined;
    case 'settling':
      return typeof at === 'number' ? { kind, at, ...answered } : undefined;
    case 'settled':
      return typeof sentence === 'string' ? parseSettled(value, sentence, answered) : undefined;
    default:
      return undefined;
  }
}

function parseSettled(
  { at, status }: JsonObject,
  sentence: string,
  answered: { readonly response?: StoredResponse },
): Stage | undefined {
  return typeof at === 'number' && typeof status === 'string'
    ? { kind: 'settled', at, status, sentence, ...answered }
    : undefined;
}

function parseResponse(value: Json | undefined): StoredResponse | undefined {
  if (value === undefined || !isJsonObject(value)) {
    return undefined;
  }
  const { status, text, requestId } = value;
  return typeof status === 'number' && typeof text === 'string'
    ? { status, text, ...(typeof requestId === 'string' && { requestId }) }
    : undefined;
}

function texts<K extends string>(value: JsonObject, keys: readonly K[]): { [P in K]?: string } {
  const found: { [P in K]?: string } = {};
  for (const key of keys) {
    const text = value[key];
    if (typeof text === 'string') {
      found[key] = text;
    }
  }
  return found;
}

function objects<K extends string>(
  value: JsonObject,
  keys: readonly K[],
): { [P in K]?: JsonObject } {
  const found: { [P in K]?: JsonObject } = {};
  for (const key of keys) {
    const object = value[key];
    if (object !== undefined && isJsonObject(object)) {
      found[key] = object;
    }
  }
  return found;
}
