// The rules that hold when everything has come to rest.
import { parseEntry } from '../../client/src/core/journal/parseEntry';
import type { Disk } from './disk';
import type { ForeignRecord } from './foreignRecords';
import type { History } from './history';
import type { Gesture, Ledger, Put } from './ledger';

/** What the rules look at. */
export interface FinalWorld {
  readonly history: History;
  readonly ledger: Ledger;
  readonly disk: Disk;
  /** The disk can't be written for good, so that nothing can be completed on it. */
  readonly isReadOnly: boolean;
  /** Records that must stay as they are. */
  readonly foreign: readonly ForeignRecord[];
}

/** Updates with a rollback that the user hasn't kept and that the cloud still has. */
export function unfinishedRollbacks(ledger: Ledger): readonly Gesture[] {
  return ledger.gestures.filter(
    (gesture) =>
      gesture.withRollback &&
      gesture.keptAt === undefined &&
      !isPerhapsKept(gesture) &&
      gesture.put?.appliedAt !== undefined &&
      ledger.stillSent(gesture).length > 0,
  );
}

/** The window in which the user kept it has ended before it could say so. */
function isPerhapsKept({ keptIn }: Gesture): boolean {
  return keptIn?.isGone === true;
}

/** Checks what the end of a history must look like. */
export function checkEnd(world: FinalWorld): void {
  const { history, ledger, isReadOnly } = world;
  if (!isReadOnly) {
    for (const gesture of unfinishedRollbacks(ledger)) {
      history.violate(
        'not-rolled-back',
        `update ${gesture.code} of ${gesture.site} is still there`,
      );
    }
  }
  ledger.gestures.forEach((gesture) => checkOutcome(history, gesture));
  ledger.puts.forEach((put) => checkEntry(world, put));
  if (!isReadOnly) checkLitter(world);
  for (const { name, text, staysAsIs } of world.foreign) {
    if (staysAsIs && world.disk.texts.get(`rollbacks/${name}`) !== text) {
      history.violate('foreign-record', `${name} was changed or removed`);
    }
  }
}

/** Records of rollbacks that are over go, and so do leases. */
function checkLitter({ disk, foreign, history, ledger }: FinalWorld): void {
  const isForeign = (key: string): boolean =>
    foreign.some(({ name }) => key.startsWith(`rollbacks/${name.replace(/\.\w+$/, '')}.`));
  const keys = [...disk.texts.keys()].filter((key) => key.startsWith('rollbacks/'));
  const left = keys.filter((key) => !isForeign(key) && !isInert(key, keys));
  if (left.length > 0) history.violate('litter', `left behind: ${left.join(', ')}`);
  const leases = [...disk.texts.keys()].filter((key) => key.startsWith('leases/')).length;
  const limit = maxLeasesPerPut * (ledger.puts.length + foreign.length + 1);
  if (leases > limit) history.violate('litter', `${leases} leases are left, limit ${limit}`);
}

/** A window that crashes while it arms leaves a body without a token, which means nothing to anyone. */
function isInert(key: string, keys: readonly string[]): boolean {
  const stem = key.replace(/json$/, '');
  return key.endsWith('.json') && keys.every((other) => other === key || !other.startsWith(stem));
}

/** Each PUT has a lease of its connection and one of its monitor. */
const maxLeasesPerPut = 3;

/** Entries that say neither how a PUT ended nor that nobody knows. */
export function openEntries(ledger: Ledger, disk: Disk): readonly Put[] {
  return ledger.puts.filter((put) => isOpen(stageOf(put, disk)));
}

function isOpen(kind: string | undefined): boolean {
  return kind === 'sending' || kind === 'settling';
}

function stageOf({ entry }: Put, disk: Disk): string | undefined {
  const text = entry === undefined ? undefined : disk.texts.get(`journal/${entry}`);
  return text === undefined ? undefined : parseEntry(text)?.stage.kind;
}

/** What the user was told about an update has to be true. */
function checkOutcome(history: History, { put, outcome, code }: Gesture): void {
  if (put === undefined || outcome === undefined) return;
  const wasApplied = put.appliedAt !== undefined;
  const told = toldOf(outcome);
  if (
    (told === 'not-sent' && put.receivedAt !== undefined) ||
    (told === 'not-applied' && wasApplied)
  ) {
    history.violate(
      'dishonest',
      `update ${code} was reported as ${told}, and the service received it`,
    );
  }
  if (told === 'accepted' && !wasApplied) {
    history.violate('dishonest', `update ${code} was reported as accepted, and it wasn't applied`);
  }
}

type Told = 'not-sent' | 'not-applied' | 'accepted' | 'unclear';

function toldOf(outcome: NonNullable<Gesture['outcome']>): Told {
  switch (outcome.kind) {
    case 'refused':
    case 'declined':
      return 'not-sent';
    case 'unanswered':
      return outcome.cloud.kind === 'not-sent' ? 'not-sent' : 'unclear';
    case 'answered':
      return outcome.verdict === 'rejected' ? 'not-applied' : outcome.verdict;
  }
}

/** The journal says how a PUT ended, or honestly that nobody knows. */
function checkEntry({ history, ledger, disk, isReadOnly }: FinalWorld, put: Put): void {
  const kind = stageOf(put, disk);
  if (isOpen(kind) && !isReadOnly) {
    history.violate('entry-without-end', `${put.entry ?? ''} is left as ${kind ?? ''}`);
  }
  const isWrong =
    (kind === 'not-sent' && put.receivedAt !== undefined) ||
    (kind === 'rejected' && put.appliedAt !== undefined) ||
    (kind === 'settled' && !ledger.puts.some((other) => isSameApplied(other, put)));
  if (isWrong) {
    history.violate(
      'dishonest',
      `${put.entry ?? ''} says ${kind} of a PUT that the service ${fate(put)}`,
    );
  }
}

/** Reading back can't tell a rollback from the one that was sent again after it. */
function isSameApplied(other: Put, { site, codes }: Put): boolean {
  return (
    other.appliedAt !== undefined &&
    other.site === site &&
    [...codes].every(([field, code]) => other.codes.get(field) === code)
  );
}

function fate({ receivedAt, appliedAt }: Put): string {
  return appliedAt !== undefined
    ? 'applied'
    : receivedAt !== undefined
      ? 'received'
      : 'never received';
}
