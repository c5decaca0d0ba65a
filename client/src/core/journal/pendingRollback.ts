// The record of an update that is rolled back unless the user keeps it. It outlives the window that
// wrote it, so it contains all that a rollback needs, except secrets, of which it has the names.
import {
  isJsonList,
  isJsonObject,
  type Json,
  type JsonObject,
} from '../../../../server/src/protocol/json';
import type { RemoteConnection } from '../model/remoteConnection';
import { parseConnection, parseRecord } from './parseEntry';
import { isRollbackMinutes } from './rollbackMinutes';

/** Written by the holder of the connection's lease alone. Who decided is in its token, not here. */
export interface PendingRollback {
  /** Unique for one gesture. Starts with a hash of the connection's address. */
  readonly id: string;
  /** The connection's name, or else its identifier, for sentences. */
  readonly title: string;
  readonly connection: RemoteConnection;
  /** The update in the journal. */
  readonly entry: string;
  /** Wall clock, in milliseconds since 1970. */
  readonly armedAt: number;
  /** The agreed length, in minutes. */
  readonly minutes: number;
  /** The body that was sent, with a mask for each secret. Absent in records of the first version. */
  readonly sent?: JsonObject;
  /** The values from before the update, as a body that can be sent, without secrets. */
  readonly previous: JsonObject;
  readonly secrets: readonly OldSecret[];
  /** Whether a rollback was sent, perhaps without an answer. After that the update can't be kept. */
  readonly wasSent: boolean;
  readonly progress: RollbackProgress;
}

/** Where an old secret belongs, and the name under which it is stored. */
export interface OldSecret {
  readonly pointer: string;
  readonly name: string;
}

/** How far it is. Times are those of the wall clock, in milliseconds since 1970. */
export type RollbackProgress =
  /** Written before the PUT. */
  | { readonly kind: 'armed' }
  /** The PUT was answered, or its result was read back. */
  | { readonly kind: 'counting'; readonly startedAt: number }
  /**
   * Attempts that failed for a reason that can pass. The next one isn't before `notBefore`, and is after
   * `pauseMs` in any case: the clock may have been wrong.
   */
  | {
      readonly kind: 'rolling-back';
      readonly failures: number;
      readonly notBefore: number;
      readonly pauseMs: number;
    }
  /** Nothing helps before the user does something. */
  | ({
      readonly kind: 'waiting-for-user';
      readonly cause: RollbackCause;
      readonly sentence: string;
    } & Rejections);

/** How often credentials were rejected, and a fingerprint of them. */
export interface Rejections {
  readonly rejections: number;
  readonly rejected?: string;
}

/** Why an update is rolled back. */
export type RollbackCause = 'time-up' | 'not-connected' | 'asked';

/** Every cause. */
export const rollbackCauses: readonly RollbackCause[] = ['time-up', 'not-connected', 'asked'];

/** The record as text. */
export function printPendingRollback(rollback: PendingRollback): string {
  return JSON.stringify({ version: recordVersion, ...rollback });
}

/** The record, or undefined when the text isn't a whole one of this version. */
export function parsePendingRollback(text: string): PendingRollback | undefined {
  const value = parseRecord(text);
  if (value === undefined || value['version'] !== recordVersion) {
    return undefined;
  }
  const { sent, previous } = value;
  const facts = parseFacts(value);
  const connection = parseConnection(value['connection']);
  const secrets = parseSecrets(value['secrets']);
  const progress = parseProgress(value['progress']);
  return isJsonObject(previous) && facts && connection && secrets && progress
    ? {
        ...{ ...facts, connection, previous, secrets, progress },
        ...(isJsonObject(sent) && { sent }),
      }
    : undefined;
}

function parseFacts({ id, title, entry, armedAt, minutes, wasSent }: JsonObject) {
  return typeof id === 'string' &&
    typeof title === 'string' &&
    typeof entry === 'string' &&
    typeof armedAt === 'number' &&
    typeof wasSent === 'boolean' &&
    typeof minutes === 'number' &&
    isRollbackMinutes(minutes)
    ? { id, title, entry, armedAt, wasSent, minutes }
    : undefined;
}

/** Records of another version are left alone, for the extension that wrote them. */
const recordVersion = 2;

/** All or nothing: a rollback without one of its secrets isn't one. */
export function parseSecrets(value: Json | undefined): readonly OldSecret[] | undefined {
  if (!isJsonList(value)) {
    return undefined;
  }
  const secrets = value.flatMap((item): OldSecret[] => {
    const { pointer, name } = isJsonObject(item) ? item : {};
    return typeof pointer === 'string' && typeof name === 'string' ? [{ pointer, name }] : [];
  });
  return secrets.length === value.length ? secrets : undefined;
}

function parseProgress(value: Json | undefined): RollbackProgress | undefined {
  if (!isJsonObject(value)) {
    return undefined;
  }
  const { kind, startedAt, failures, notBefore, pauseMs, sentence, rejections, rejected } = value;
  const cause = rollbackCauses.find((known) => known === value['cause']);
  switch (kind) {
    case 'armed':
      return { kind };
    case 'counting':
      return typeof startedAt === 'number' ? { kind, startedAt } : undefined;
    case 'rolling-back':
      return typeof failures === 'number' && typeof notBefore === 'number'
        ? { kind, failures, notBefore, pauseMs: typeof pauseMs === 'number' ? pauseMs : 0 }
        : undefined;
    case 'waiting-for-user':
      return typeof sentence === 'string' && cause !== undefined
        ? {
            ...{ kind, cause, sentence },
            rejections: typeof rejections === 'number' ? rejections : 0,
            ...(typeof rejected === 'string' && { rejected }),
          }
        : undefined;
    default:
      return undefined;
  }
}
