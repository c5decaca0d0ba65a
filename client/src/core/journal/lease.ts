// A lease: one editor window at a time does something. Each generation of a lease is a record of its
// own, and of several windows that create the next generation exactly one succeeds.
//
// No clock decides whether a holder is alive, because wall clocks jump: a holder changes its record as
// a sign of life, and a window that has seen the same text for the announced time of its own running
// time may take over. What can't be read is never free.
import { isJsonObject } from '../../../../server/src/protocol/json';
import type { Context } from '../redaction/context';
import type { Counted, Lease } from '../ports/lease';
import type { Unavailable } from '../ports/unavailable';
import { parseRecord } from './parseEntry';

/** The lease, or for how many milliseconds another window may still have it. */
export type LeaseResult = Lease | { readonly kind: 'taken'; readonly waitMs: number } | Unavailable;

type Ports = Pick<Context, 'clock' | 'records' | 'crypto' | 'memory'>;

/**
 * Takes the lease of this key, unless another window has it.
 *
 * @param spanMs how long the holder may go without a sign of life
 */
export async function takeLease(context: Ports, key: string, spanMs: number): Promise<LeaseResult> {
  const base = context.crypto.sha256Hex(key).slice(0, 32);
  const generations = await generationsOf(context, base);
  if ('kind' in generations) {
    return generations;
  }
  const newest = generations.at(-1);
  const earlier = newest === undefined ? free : await look(context, nameOf(base, newest));
  if (earlier.waitMs > 0) {
    return { kind: 'taken', waitMs: earlier.waitMs };
  }
  const mine = (newest ?? 0) + 1;
  const sign = { beat: 0, spanMs, counted: earlier.counted };
  const created = await context.records.create('leases', nameOf(base, mine), print(context, sign));
  if (created === 'exists') {
    return { kind: 'taken', waitMs: spanMs };
  }
  if (created !== 'created') {
    return created;
  }
  for (const generation of generations) {
    await context.records.delete('leases', nameOf(base, generation));
    context.memory.leases.delete(nameOf(base, generation));
  }
  return held(context, base, mine, earlier.counted);
}

/**
 * Removes leases that were handed back and not used for a day; the clock can jump, so no other ones.
 * Those that it leaves are for the next start.
 */
export async function removeOldLeases(context: Pick<Context, 'clock' | 'records'>): Promise<void> {
  const listed = await context.records.list('leases');
  const names = listed.kind === 'listed' ? listed.names.slice(0, mostPerStart) : [];
  for (const name of names) {
    const read = await context.records.read('leases', name);
    const { at, spanMs } = (read.kind === 'found' && parseRecord(read.text)) || {};
    if (spanMs === 0 && typeof at === 'number' && context.clock.now() - at > dayMs) {
      await context.records.delete('leases', name);
    }
  }
}

const dayMs = 24 * 60 * 60_000;

const mostPerStart = 200;

/** No holder goes longer without a sign of life; a torn record gets the default. */
const maxSpanMs = 30 * 60_000;
const defaultSpanMs = 60_000;

interface Sign {
  readonly beat: number;
  /** 0: handed back. */
  readonly spanMs: number;
  readonly counted: Counted | undefined;
}

interface Earlier {
  /** For how long the record has to be seen unchanged before it may be replaced; 0: it is free. */
  readonly waitMs: number;
  readonly counted: Counted | undefined;
}

const free: Earlier = { waitMs: 0, counted: undefined };

async function look({ records, clock, memory }: Ports, name: string): Promise<Earlier> {
  const read = await records.read('leases', name);
  if (read.kind !== 'found') {
    // Another window has replaced it in this moment, or it can't be read: in neither case it is free.
    return { waitMs: 1000, counted: undefined };
  }
  const { spanMs, counted } = parse(read.text);
  const now = clock.elapsed();
  const seen = memory.leases.get(name);
  const since = seen?.text === read.text ? seen.since : now;
  memory.leases.set(name, { text: read.text, since });
  return { waitMs: Math.max(0, spanMs - (now - since)), counted };
}

function held(context: Ports, base: string, mine: number, earlier: Counted | undefined): Lease {
  const name = nameOf(base, mine);
  let beat = 0;
  let counted = earlier;
  const status: Lease['status'] = async () => {
    const generations = await generationsOf(context, base);
    if ('kind' in generations) {
      return 'unknown';
    }
    return generations.at(-1) === mine ? 'held' : 'lost';
  };
  const write = async (spanMs: number): Promise<void> => {
    beat += 1;
    if ((await status()) === 'held') {
      await context.records.write('leases', name, print(context, { beat, spanMs, counted }));
    }
  };
  return {
    kind: 'held',
    counted: earlier,
    beat: async (spanMs, noted = counted) => {
      counted = noted;
      await write(spanMs);
    },
    status,
    // The record stays, so that the number of the next generation is higher.
    release: () => write(0),
  };
}

/** In ascending order. */
async function generationsOf(
  { records }: Pick<Context, 'records'>,
  base: string,
): Promise<readonly number[] | Unavailable> {
  const listed = await records.list('leases');
  if (listed.kind === 'unreadable') {
    return { kind: 'unavailable', detail: listed.detail };
  }
  return listed.names
    .filter((name) => name.startsWith(`${base}.`))
    .map((name) => Number(name.slice(base.length + 1)))
    .filter((generation) => Number.isSafeInteger(generation) && generation > 0)
    .sort((a, b) => a - b);
}

function nameOf(base: string, generation: number): string {
  return `${base}.${generation}`;
}

function print({ clock }: Pick<Context, 'clock'>, sign: Sign): string {
  return JSON.stringify({ ...sign, at: clock.now() });
}

function parse(text: string): Sign {
  const value = parseRecord(text);
  const { beat, spanMs, counted } = value ?? {};
  const { id, ms } = isJsonObject(counted) ? counted : {};
  return {
    beat: typeof beat === 'number' ? beat : 0,
    spanMs: typeof spanMs === 'number' ? Math.min(Math.max(spanMs, 0), maxSpanMs) : defaultSpanMs,
    counted: typeof id === 'string' && typeof ms === 'number' ? { id, ms } : undefined,
  };
}
