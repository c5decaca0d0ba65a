// The journal: one record per update, so that two windows never write the same one.
import type { Context } from '../redaction/context';
import type { Unavailable } from '../ports/unavailable';
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

/** Writes a new entry in the stage `sending`, and removes what has become too old. */
export async function beginEntry(
  context: Pick<Context, 'clock' | 'records'>,
  draft: NewEntry,
): Promise<BegunEntry | Unavailable> {
  const startedAt = context.clock.now();
  const stamp = new Date(startedAt).toISOString().replaceAll(':', '-');
  for (let number = 0; number < mostPerMoment; number += 1) {
    const id = `${stamp}-${String(number).padStart(2, '0')}`;
    const entry: JournalEntry = { ...draft, id, startedAt, stage: { kind: 'sending' } };
    const created = await context.records.create('journal', fileOf(id), printEntry(entry));
    if (created === 'created') {
      await removeOld(context, startedAt);
      return { kind: 'begun', entry };
    }
    if (created !== 'exists') {
      return created;
    }
  }
  return { kind: 'unavailable', detail: 'no free name for an entry' };
}

/** Replaces the stage. What cannot be written is logged: the update itself is done by then. */
export async function advanceEntry(
  { records, log }: Pick<Context, 'records' | 'log'>,
  entry: JournalEntry,
  stage: Stage,
): Promise<JournalEntry> {
  const advanced = { ...entry, stage };
  const written = await records.write('journal', fileOf(entry.id), printEntry(advanced));
  if (written !== 'written') {
    log.warn(`The journal entry ${entry.id} could not be written: ${written.detail}`);
  }
  return advanced;
}

/** All entries that can be read, newest first. */
export async function readJournal({
  records,
}: Pick<Context, 'records'>): Promise<readonly JournalEntry[]> {
  const names = await records.list('journal');
  const texts = await Promise.all(
    names
      .filter(isEntryName)
      .sort()
      .reverse()
      .slice(0, mostEntries)
      .map((name) => records.read('journal', name)),
  );
  return texts
    .map((text) => (text === undefined ? undefined : parseEntry(text)))
    .filter((entry) => entry !== undefined);
}

/** One entry; undefined when it is gone or cannot be read. */
export async function readEntry(
  { records }: Pick<Context, 'records'>,
  id: string,
): Promise<JournalEntry | undefined> {
  const name = fileOf(id);
  const text = isEntryName(name) ? await records.read('journal', name) : undefined;
  return text === undefined ? undefined : parseEntry(text);
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
  const names = (await records.list('journal')).filter(isEntryName).sort().reverse();
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
