// Virtual time. Everything that happens in a history is an event on one timeline, and between two events
// all promises that can settle have settled. So a seed decides every interleaving.
import type { Random } from './random';

/** Something that events belong to and that can end, such as the process of an editor window. */
export interface Owner {
  /** For the history. */
  readonly label: string;
  readonly isGone: boolean;
  /** When it ended, in virtual time. */
  readonly goneAt: number;
}

interface Event {
  at: number;
  /** Events of the same moment happen in the order in which they were planned. */
  readonly order: number;
  readonly run: () => void;
  /** Absent: outside the machine, so it goes on while the machine sleeps. */
  readonly owner: Owner | undefined;
}

/** More events in one second of virtual time mean that something repeats itself without a pause. */
const maxEventsPerSecond = 20_000;

/** The queue of events and the time. */
export class Timeline {
  /** Milliseconds since the history began. */
  now = 0;
  readonly random: Random;
  #order = 0;
  #heap: Event[] = [];
  #fellAsleepAt = 0;
  #wakesAt = 0;
  #sleptBefore = 0;
  #keepsRunning = false;
  #second = 0;
  #eventsInSecond = 0;

  constructor(random: Random) {
    this.random = random;
  }

  /** Plans an event in `delay` milliseconds. It doesn't happen when its owner is gone by then. */
  plan(delay: number, run: () => void, owner?: Owner): void {
    const from = owner === undefined ? this.now : Math.max(this.now, this.#wakesAt);
    this.#push({ at: from + Math.max(0, delay), order: this.#order++, run, owner });
  }

  /** Resolves with what `effect` returned: after a random delay the effect, after another one the result. */
  call<T>(owner: Owner, maxMs: number, effect: () => T): Promise<T> {
    return new Promise((resolve, reject) => {
      const apply = (): void => {
        let value: T;
        try {
          value = effect();
        } catch (error) {
          reject(error instanceof Error ? error : new Error(String(error)));
          return;
        }
        const rest = this.random.chance(0.3) ? this.random.int(0, maxMs) : 0;
        if (rest === 0) {
          resolve(value);
        } else {
          this.plan(rest, () => resolve(value), owner);
        }
      };
      this.plan(this.random.int(0, maxMs), apply, owner);
    });
  }

  /**
   * The machine sleeps: its events wait.
   *
   * @param keepsRunning whether running time goes on meanwhile, so that timers end with the sleep
   */
  sleep(ms: number, keepsRunning: boolean): void {
    const end = this.now + ms;
    this.#sleptBefore = this.sleptMs;
    this.#fellAsleepAt = this.now;
    this.#wakesAt = end;
    this.#keepsRunning = keepsRunning;
    for (const event of this.#heap) {
      if (event.owner !== undefined) {
        event.at = keepsRunning ? Math.max(event.at, end) : event.at + ms;
      }
    }
    this.#heap.sort(inOrder);
  }

  /** Milliseconds of sleep so far that don't count as running time. */
  get sleptMs(): number {
    const slept = Math.min(this.now, this.#wakesAt) - this.#fellAsleepAt;
    return this.#sleptBefore + (this.#keepsRunning ? 0 : slept);
  }

  /** Whether the machine sleeps now. */
  get isAsleep(): boolean {
    return this.now < this.#wakesAt;
  }

  /** Lets events happen until `isOver`, or none is left. */
  async run(isOver: () => boolean): Promise<'over' | 'idle' | 'busy-loop'> {
    while (!isOver()) {
      const event = this.#pop();
      if (event === undefined) return 'idle';
      if (event.owner?.isGone === true) continue;
      this.now = event.at;
      if (this.#isTooBusy()) return 'busy-loop';
      event.run();
      await settledPromises();
    }
    return 'over';
  }

  #isTooBusy(): boolean {
    const second = Math.floor(this.now / 1000);
    this.#eventsInSecond = second === this.#second ? this.#eventsInSecond + 1 : 1;
    this.#second = second;
    return this.#eventsInSecond > maxEventsPerSecond;
  }

  #push(event: Event): void {
    const heap = this.#heap;
    let index = heap.length;
    heap.push(event);
    while (index > 0) {
      const parent = (index - 1) >> 1;
      if (inOrder(heap[parent]!, event) <= 0) break;
      heap[index] = heap[parent]!;
      index = parent;
    }
    heap[index] = event;
  }

  #pop(): Event | undefined {
    const heap = this.#heap;
    const [first] = heap;
    const last = heap.pop();
    if (first === undefined || last === undefined || heap.length === 0) return first;
    let index = 0;
    for (;;) {
      let child = 2 * index + 1;
      if (child >= heap.length) break;
      if (child + 1 < heap.length && inOrder(heap[child + 1]!, heap[child]!) < 0) child += 1;
      if (inOrder(heap[child]!, last) >= 0) break;
      heap[index] = heap[child]!;
      index = child;
    }
    heap[index] = last;
    return first;
  }
}

function inOrder(a: Event, b: Event): number {
  return a.at - b.at || a.order - b.order;
}

/** Node calls this after all promises that can settle have settled, and before any input or output. */
function settledPromises(): Promise<void> {
  return new Promise((resolve) => {
    process.nextTick(resolve);
  });
}
