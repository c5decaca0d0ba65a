// A lease: one window at a time does something, and a window that has crashed blocks it for a while only.
// Each generation of a lease is a record of its own, and of several windows that create the next
// generation exactly one succeeds; so no lease is ever taken twice.
import type { Context } from '../redaction/context';
import { parseRecord } from './parseEntry';
import type { Unavailable } from '../ports/unavailable';

/** A lease that this window holds. */
export interface Lease {
  readonly kind: 'held';
  /** Hands it back before its time. */
  release(): Promise<void>;
  /** So many milliseconds more from now. False: it has passed to another window meanwhile. */
  extend(milliseconds: number): Promise<boolean>;
}

/** The lease, or until when another window has it (milliseconds since 1970). */
export type LeaseResult = Lease | { readonly kind: 'taken'; readonly until: number } | Unavailable;

/** Takes the lease of this key for so many milliseconds, unless another window has it. */
export async function takeLease(
  context: Pick<Context, 'clock' | 'records' | 'crypto'>,
  key: string,
  milliseconds: number,
): Promise<LeaseResult> {
  const { records, clock, crypto } = context;
  const base = crypto.sha256Hex(key).slice(0, 32);
  const generations = await generationsOf(context, base);
  const newest = generations.at(-1) ?? 0;
  const until = newest === 0 ? 0 : await endOf(context, base, newest);
  const now = clock.now();
  // A lease that ends later than any is ever taken for was written under another clock.
  if (until > now && until - now <= longestMs) {
    return { kind: 'taken', until };
  }
  const mine = newest + 1;
  const end = now + Math.min(milliseconds, longestMs);
  const created = await records.create('leases', nameOf(base, mine), print(end));
  if (created === 'exists') {
    return { kind: 'taken', until: end };
  }
  if (created !== 'created') {
    return created;
  }
  await Promise.all(
    generations.map((generation) => records.delete('leases', nameOf(base, generation))),
  );
  return held(context, base, mine);
}

/** No lease is taken for longer. */
const longestMs = 30 * 60_000;

function held(
  context: Pick<Context, 'clock' | 'records'>,
  base: string,
  generation: number,
): Lease {
  const isMine = async (): Promise<boolean> =>
    (await generationsOf(context, base)).at(-1) === generation;
  const write = async (until: number): Promise<boolean> => {
    if (!(await isMine())) {
      return false;
    }
    const name = nameOf(base, generation);
    return (await context.records.write('leases', name, print(until))) === 'written';
  };
  return {
    kind: 'held',
    // The record stays, so that the number of the next generation stays higher.
    release: async () => {
      await write(0);
    },
    extend: (milliseconds) => write(context.clock.now() + Math.min(milliseconds, longestMs)),
  };
}

/** In ascending order. */
async function generationsOf(
  { records }: Pick<Context, 'records'>,
  base: string,
): Promise<readonly number[]> {
  const names = await records.list('leases');
  return names
    .filter((name) => name.startsWith(`${base}.`))
    .map((name) => Number(name.slice(base.length + 1)))
    .filter((generation) => Number.isSafeInteger(generation) && generation > 0)
    .sort((a, b) => a - b);
}

async function endOf(
  { records }: Pick<Context, 'records'>,
  base: string,
  generation: number,
): Promise<number> {
  const text = await records.read('leases', nameOf(base, generation));
  const until = text === undefined ? undefined : parseRecord(text)?.['until'];
  return typeof until === 'number' ? until : 0;
}

function nameOf(base: string, generation: number): string {
  return `${base}.${generation}`;
}

function print(until: number): string {
  return JSON.stringify({ until });
}
