// The pending rollbacks of this machine, shared by all editor windows. Each is two records: a body,
// and a token whose name is the decision. Deciding means to rename the token: of several windows that
// keep or roll back at the same time exactly one succeeds, on every file system, also on a full disk.
import type { RemoteConnection } from '../model/remoteConnection';
import type { Unreadable } from '../ports/records';
import type { Unavailable } from '../ports/unavailable';
import type { Context } from '../redaction/context';
import {
  parsePendingRollback,
  printPendingRollback,
  rollbackCauses,
  type PendingRollback,
  type RollbackCause,
} from './pendingRollback';

/**
 * `open`: nobody has decided yet. A cause: it is being rolled back. `waiting`: it can't be rolled back
 * before the user does something, and nothing was sent, so it can still be kept. `asked-again`: the
 * same as `asked`, so that a window can ask the one that acts for an attempt by renaming the token.
 */
export type Decision = 'open' | 'kept' | RollbackCause | 'asked-again' | 'waiting' | 'done';

/** What there is of a pending rollback. `unreadable` is never the same as `absent`. */
export type RollbackRead =
  | { readonly kind: 'found'; readonly rollback: PendingRollback; readonly decision: Decision }
  | { readonly kind: 'absent' }
  | Unreadable;

/** The tokens of one kind of decision, by the identifier of the pending rollback. */
export type RollbackList =
  { readonly kind: 'listed'; readonly decisions: ReadonlyMap<string, Decision> } | Unreadable;

type Records = Pick<Context, 'records'>;

/**
 * An identifier for a rollback.
 *
 * @param armedAt milliseconds since 1970
 */
export function newRollbackId(
  { crypto }: Pick<Context, 'crypto'>,
  connection: Pick<RemoteConnection, 'url'>,
  armedAt: number,
): string {
  return `${prefixOf(crypto, connection)}${armedAt.toString(36)}`;
}

/** The identifiers of all pending rollbacks with what was decided. */
export async function listRollbacks({ records }: Records): Promise<RollbackList> {
  const listed = await records.list('rollbacks');
  if (listed.kind === 'unreadable') {
    return listed;
  }
  const decisions = new Map<string, Decision>();
  for (const name of listed.names) {
    const [, id, word] = /^([0-9a-f]{24}-[0-9a-z]+)\.([a-z-]+)$/.exec(name) ?? [];
    const decision = allDecisions.find((each) => each === word);
    if (id !== undefined && decision !== undefined) {
      decisions.set(id, decision);
    }
  }
  return { kind: 'listed', decisions };
}

/** The undecided or unfinished rollback of a connection: its identifier, none, or unreadable. */
export async function pendingOf(
  context: Pick<Context, 'records' | 'crypto'>,
  connection: Pick<RemoteConnection, 'url'>,
): Promise<
  { readonly kind: 'pending'; readonly id: string } | { readonly kind: 'none' } | Unreadable
> {
  const listed = await listRollbacks(context);
  if (listed.kind === 'unreadable') {
    return listed;
  }
  const prefix = prefixOf(context.crypto, connection);
  for (const [id, decision] of listed.decisions) {
    if (id.startsWith(prefix) && isPending(decision)) {
      return { kind: 'pending', id };
    }
  }
  return { kind: 'none' };
}

/** Whether something may still be sent for it. */
export function isPending(decision: Decision): boolean {
  return decision !== 'kept' && decision !== 'done';
}

/** Whether the user wants it rolled back now. */
export function isAsked(decision: Decision): decision is 'asked' | 'asked-again' {
  return decision === 'asked' || decision === 'asked-again';
}

/** The whole record with its decision. */
export async function readRollback(context: Records, id: string): Promise<RollbackRead> {
  const listed = await listRollbacks(context);
  if (listed.kind === 'unreadable') {
    return listed;
  }
  const decision = listed.decisions.get(id);
  if (decision === undefined) {
    return { kind: 'absent' };
  }
  const read = await context.records.read('rollbacks', bodyOf(id));
  if (read.kind === 'unreadable') {
    return read;
  }
  const rollback = read.kind === 'found' ? parsePendingRollback(read.text) : undefined;
  if (rollback !== undefined) {
    return { kind: 'found', rollback, decision };
  }
  // The body goes before the token, so a decided rollback without one has ended.
  return !isPending(decision)
    ? { kind: 'absent' }
    : { kind: 'unreadable', detail: 'incomplete, or written by a newer version' };
}

/** Identifiers of bodies that nothing else belongs to: a window ended while it wrote the record. */
export async function bodiesWithoutToken({ records }: Records): Promise<readonly string[]> {
  const listed = await records.list('rollbacks');
  const names = listed.kind === 'listed' ? listed.names : [];
  const counts = new Map<string, number>();
  for (const [id] of names.map((name) => name.split('.'))) {
    counts.set(id ?? '', (counts.get(id ?? '') ?? 0) + 1);
  }
  return [...counts.keys()].filter((id) => counts.get(id) === 1 && names.includes(bodyOf(id)));
}

/** The body alone, if it is one of this version. */
export async function readBody(context: Records, id: string): Promise<PendingRollback | undefined> {
  const read = await context.records.read('rollbacks', bodyOf(id));
  return read.kind === 'found' ? parsePendingRollback(read.text) : undefined;
}

/**
 * Writes a record, or what is still missing of it: the body first, because the token alone makes it
 * pending.
 */
export async function armRollback(
  { records }: Records,
  rollback: PendingRollback,
): Promise<'armed' | Unavailable> {
  const { id } = rollback;
  const body = await records.create('rollbacks', bodyOf(id), printPendingRollback(rollback));
  if (body !== 'created' && body !== 'exists') {
    return body;
  }
  const token = await records.create('rollbacks', tokenOf(id, 'open'), '');
  if (token === 'created' || token === 'exists') {
    return 'armed';
  }
  if (body === 'created') {
    await records.delete('rollbacks', bodyOf(id));
  }
  return token;
}

/** Replaces the body. Only the holder of the connection's lease does. */
export function writeRollback({ records }: Records, rollback: PendingRollback) {
  return records.write('rollbacks', bodyOf(rollback.id), printPendingRollback(rollback));
}

/** Compare-and-set: `too-late` when the decision isn't `from` any longer. */
export async function decideRollback(
  { records }: Records,
  id: string,
  from: Decision,
  to: Decision,
): Promise<'decided' | 'too-late' | Unavailable> {
  const renamed = await records.rename('rollbacks', tokenOf(id, from), tokenOf(id, to));
  if (renamed === 'renamed') {
    return 'decided';
  }
  return renamed === 'absent' ? 'too-late' : renamed;
}

/**
 * Ends a pending rollback and removes it. While another decision stands, or this one can't be written,
 * the body has to stay: without it nobody could roll back, and the token would remain for ever.
 */
export async function closeRollback(
  context: Records,
  id: string,
  from: Decision,
): Promise<'decided' | 'too-late' | Unavailable> {
  const ended = await decideRollback(context, id, from, 'done');
  if (ended === 'decided') {
    await removeRollback(context, id);
  }
  return ended;
}

/** Removes what a decided rollback leaves behind: the body first, then the token. */
export async function removeRollback({ records }: Records, id: string): Promise<void> {
  const body = await records.delete('rollbacks', bodyOf(id));
  if (body === 'deleted') {
    await records.delete('rollbacks', tokenOf(id, 'kept'));
    await records.delete('rollbacks', tokenOf(id, 'done'));
  }
}

const allDecisions: readonly Decision[] = [
  ...(['open', 'kept', 'asked-again', 'waiting', 'done'] as const),
  ...rollbackCauses,
];

/** Identifiers mean the same in either case. */
function prefixOf(crypto: Context['crypto'], { url }: Pick<RemoteConnection, 'url'>): string {
  return `${crypto.sha256Hex(url.toLowerCase()).slice(0, 24)}-`;
}

function bodyOf(id: string): string {
  return `${id}.json`;
}

function tokenOf(id: string, decision: Decision): string {
  return `${id}.${decision}`;
}
