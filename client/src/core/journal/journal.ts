// The journal: one record per update, so that two windows never write the same one.
import type { Context } from '../redaction/context';
import type { Unavailable } from '../ports/unavailable';
import type { Unreadable } from '../ports/records';
import type { JournalEntry, Stage } from './journalEntry';
import { parseEntry, printEntry } from './parseEntry';

/** More than a year of daily changes is a matter of an archive, not of an editor. */
const mostEntries = 200;
const longestAgeMs = 180 * 24 * 60 * 60 * 1000;

/** Records of one moment: windows that start something in the same millisecond. */
const mostPerMoment = 100;

/** What an entry is made of before it has a name. */
export type NewEntry = Omit<JournalEntry, 'id' | 'startedAt' | 'stage'>;

/** An entry that is written. */
export interface BegunEntry {
  readonly kind: 'begun';
  readonly entry: JournalEntry;
}

/** What there is of an entry. */
export type EntryRead =
  | { readonly kind: 'found'; readonly entry: JournalEntry }
  | { readonly kind: 'absent' }
  | Unreadable;

/** Writes a new entry in the stage `sending`, and removes what has become too old. */
export async function beginEntry(
  context: Pick<Context, 'clock' | 'records' | 'memory'>,
  draft: NewEntry,
): Promise<BegunEntry | Unavailable> {
  const startedAt = context.clock.now();
  const stamp = new Date(startedAt).toISOString().replaceAll(':', '-');
  for (let number = 0; number < mostPerMoment; number += 1) {
    const id = `${stamp}-${String(number).padStart(2, '0')}`;
    const entry: JournalEntry = { ...draft, id, startedAt, stage: { kind: 'sending' } };
    const created = await context.records.create('journal', fileOf(id), printEntry(entry));
    if (created === 'created') {
      context.memory.begun.add(id);
      await removeOld(context, startedAt);
      return { kind: 'begun', entry };
    }
    if (created !== 'exists') {
      return created;
    }
  }
  return { kind: 'unavailable', detail: 'no free name for an entry' };
}

/**
 * Replaces the stage. What can't be written is logged: the update itself is done by then. An entry that
 * the user removed meanwhile doesn't come back.
 */
export async function advanceEntry(
  { records, log }: Pick<Context, 'records' | 'log'>,
  entry: JournalEntry,
  stage: Stage,
): Promise<JournalEntry> {
  const advanced = { ...entry, stage };
  const current = await records.read('journal', fileOf(entry.id));
  if (current.kind === 'absent') {
    log.info(`The entry ${entry.id} was removed, so it isn't completed.`);
    return advanced;
  }
  const written = await records.write('journal', fileOf(entry.id), printEntry(advanced));
  if (written !== 'written') {
    log.warn(`The journal entry ${entry.id} couldn't be written: ${written.detail}`);
  }
  return advanced;
}

/**
 * All entries that can be read, newest first. `isComplete`: the storage answered for all of them; those
 * that are incomplete or from a newer version don't count, because they stay so.
 */
export async function readJournal({ records }: Pick<Context, 'records'>): Promise<{
  readonly entries: readonly JournalEntry[];
  readonly isComplete: boolean;
}> {
  const listed = await records.list('journal');
  if (listed.kind === 'unreadable') {
    return { entries: [], isComplete: false };
  }
  const names = listed.names.filter(isEntryName).sort().reverse().slice(0, mostEntries);
  const texts = await Promise.all(names.map((name) => records.read('journal', name)));
  const entries = texts
    .map((read) => (read.kind === 'found' ? parseEntry(read.text) : undefined))
    .filter((entry) => entry !== undefined);
  return { entries, isComplete: texts.every(({ kind }) => kind !== 'unreadable') };
}

/** One entry. `unreadable` also when it was written by a newer version. */
export async function lookUpEntry(
  { records }: Pick<Context, 'records'>,
  id: string,
): Promise<EntryRead> {
  const name = fileOf(id);
  const read = isEntryName(name)
    ? await records.read('journal', name)
    : ({ kind: 'absent' } as const);
  if (read.kind !== 'found') {
    return read;
  }
  const entry = parseEntry(read.text);
  return entry === undefined
    ? { kind: 'unreadable', detail: 'incomplete, or written by a newer version' }
    : { kind: 'found', entry };
}

/** One entry; undefined when there is none that can be read. */
export async function readEntry(
  context: Pick<Context, 'records'>,
  id: string,
): Promise<JournalEntry | undefined> {
  const read = await lookUpEntry(context, id);
  return read.kind === 'found' ? read.entry : undefined;
}

/** Removes one entry for good. */
export async function deleteEntry(
  { records }: Pick<Context, 'records'>,
  { id }: JournalEntry,
): Promise<void> {
  await records.delete('journal', fileOf(id));
}

/** By the name alone, so that records that cannot be read go as well. */
async function removeOld({ records }: Pick<Context, 'records'>, now: number): Promise<void> {
  const listed = await records.list('journal');
  const all = listed.kind === 'listed' ? listed.names : [];
  const names = all.filter(isEntryName).sort().reverse();
  const oldest = new Date(Math.max(now - longestAgeMs, 0)).toISOString().replaceAll(':', '-');
  const old = names.filter((name, index) => index >= mostEntries || name < oldest);
  await Promise.all(old.map((name) => records.delete('journal', name)));
}

function fileOf(id: string): string {
  return `${id}.json`;
}

function isEntryName(name: string): boolean {
  return /^\d{4}-\d\d-\d\dT[\d.-]+Z-\d\d\.json$/.test(name);
}
