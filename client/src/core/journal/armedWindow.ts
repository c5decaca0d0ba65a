// The record of an open confirmation window. It outlives the editor window that wrote it, so it holds
// all that restoring needs, except for secrets, of which it holds the names.
import type { Json, JsonObject } from '../../../../server/src/protocol/messages';
import { parseConnection, parseRecord } from './parseEntry';
import { isJsonList, isJsonObject } from '../../../../server/src/protocol/json';
import type { RemoteConnection } from '../model/remoteConnection';
import { isWindowMinutes } from './windowMinutes';

/** An update that is taken back unless somebody keeps it. */
export interface ArmedWindow {
  /** Name of the record; there is one per connection. */
  readonly id: string;
  /** How the connection is called in sentences. */
  readonly title: string;
  /** The update in the journal; absent until it has been answered. */
  readonly entry?: string;
  readonly connection: RemoteConnection;
  /** When the window was opened, in milliseconds since 1970. */
  readonly armedAt: number;
  /** How long it stays open. */
  readonly minutes: number;
  /** The old values without secrets. */
  readonly body: JsonObject;
  readonly secrets: readonly OldSecretAt[];
  readonly state: WindowState;
}

/** Where an old secret belongs, and the name under which it is stored. */
export interface OldSecretAt {
  readonly pointer: string;
  readonly name: string;
}

/** What has been decided so far. */
export type WindowState =
  | { readonly kind: 'armed' }
  /** The user keeps the update. */
  | { readonly kind: 'kept' }
  /** It is being taken back. */
  | {
      readonly kind: 'restoring';
      readonly cause: RestoreCause;
      /** Attempts that have failed. */
      readonly failures: number;
      /** Not before this time, in milliseconds since 1970. */
      readonly nextAt: number;
    }
  /** It cannot be taken back before somebody does something: trying again would change nothing. */
  | { readonly kind: 'stuck'; readonly cause: RestoreCause; readonly sentence: string };

/** Why an update is taken back. */
export type RestoreCause = 'time-up' | 'not-connected' | 'asked';

/** The record as text. */
export function printWindow(window: ArmedWindow): string {
  return JSON.stringify({ version: windowVersion, ...window });
}

/** The record, or undefined when the text is not a whole one of this version. */
export function parseWindow(text: string): ArmedWindow | undefined {
  const value = parseRecord(text);
  if (value === undefined || value['version'] !== windowVersion) {
    return undefined;
  }
  const { id, title, entry, armedAt, minutes, body } = value;
  const connection = parseConnection(value['connection']);
  const secrets = parseSecrets(value['secrets']);
  const state = parseState(value['state']);
  return typeof id === 'string' &&
    typeof title === 'string' &&
    typeof armedAt === 'number' &&
    typeof minutes === 'number' &&
    isWindowMinutes(minutes) &&
    body !== undefined &&
    isJsonObject(body) &&
    connection !== undefined &&
    secrets !== undefined &&
    state !== undefined
    ? {
        ...{ id, title, connection, armedAt, minutes, body, secrets, state },
        ...(typeof entry === 'string' && { entry }),
      }
    : undefined;
}

/** Records of another version are left alone, for the extension that wrote them. */
const windowVersion = 1;

/** All or nothing: a way back that lacks a secret is none. */
function parseSecrets(value: Json | undefined): readonly OldSecretAt[] | undefined {
  if (value === undefined || !isJsonList(value)) {
    return undefined;
  }
  const secrets = value.flatMap((item): OldSecretAt[] => {
    if (!isJsonObject(item)) {
      return [];
    }
    const { pointer, name } = item;
    return typeof pointer === 'string' && typeof name === 'string' ? [{ pointer, name }] : [];
  });
  return secrets.length === value.length ? secrets : undefined;
}

function parseState(value: Json | undefined): WindowState | undefined {
  if (value === undefined || !isJsonObject(value)) {
    return undefined;
  }
  const { kind, failures, nextAt } = value;
  if (kind === 'armed' || kind === 'kept') {
    return { kind };
  }
  const cause = causes.find((known) => known === value['cause']);
  if (kind === 'stuck' && cause !== undefined) {
    const { sentence } = value;
    return typeof sentence === 'string' ? { kind, cause, sentence } : undefined;
  }
  return kind === 'restoring' &&
    cause !== undefined &&
    typeof failures === 'number' &&
    typeof nextAt === 'number'
    ? { kind, cause, failures, nextAt }
    : undefined;
}

const causes: readonly RestoreCause[] = ['time-up', 'not-connected', 'asked'];
