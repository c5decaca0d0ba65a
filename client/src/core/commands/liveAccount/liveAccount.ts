// Decides when the live account is listed for completion and hints, and tells the language server what
// is known. It runs silently: a missing name isn't an error.
import type { AccountPlace, LiveResource } from '../../../../../server/src/protocol/liveResources';
import type { Context } from '../../redaction/context';
import type { CancelSignal } from '../../ports/cancelSignal';
import { listPlace } from './listPlace';

/** One place as it was listed; nothing is asked again before `staleAt` (milliseconds since 1970). */
interface Known {
  readonly resources: readonly LiveResource[];
  readonly staleAt: number;
}

/** While the user types an identifier or moves through files, nothing is requested. */
const pauseMs = 1_000;
/** For so long a list is as good as a new one. */
const freshMs = 5 * 60 * 1_000;
/** A file of a thousand projects must not become as many requests. */
const mostPlaces = 8;
/** Who goes back and forth between files finds them as they were. */
const mostKnown = 16;

/** The account of one window. */
export class LiveAccount {
  readonly #context: Context;
  readonly #known = new Map<string, Known>();
  #wanted: readonly AccountPlace[] = [];
  /** The credentials were rejected; using them again could lock them. */
  #isRefused = false;
  #stop: () => void = () => undefined;
  #running: Promise<void> = Promise.resolve();

  /** Nothing is asked before something is wanted. */
  constructor(context: Context) {
    this.#context = context;
  }

  /** The places that are looked at from now on. */
  want(places: readonly AccountPlace[]): void {
    this.#wanted = places.slice(0, mostPlaces);
    this.look();
  }

  /** Lists what is not fresh any more, after a pause in which nothing else happens. */
  look(): void {
    if (this.#wanted.length === 0) return;
    this.#stop();
    const { signal, stop } = stoppable();
    this.#stop = stop;
    this.#running = Promise.all([this.#running, this.#context.timer.wait(pauseMs, signal)])
      .then(() => (signal.isCancelled() ? undefined : this.#list(signal)))
      .catch(() => this.#context.log.debug("The live account couldn't be listed."));
  }

  /** Something may have changed in the cloud; what is known stays until the new list is there. */
  refresh(): void {
    for (const [key, { resources }] of this.#known) {
      this.#known.set(key, { resources, staleAt: 0 });
    }
    this.look();
  }

  /** Target or credentials have changed: what is known belongs to another account. */
  forget(): void {
    this.#stop();
    this.#known.clear();
    this.#isRefused = false;
    this.#context.server.notify('vpnconn/liveResources', { resources: [] });
    this.look();
  }

  /** Stops what is under way; resolves when that has ended. */
  async end(): Promise<void> {
    this.#wanted = [];
    this.#stop();
    await this.#running;
  }

  async #list(signal: CancelSignal): Promise<void> {
    const { clock, trust, settings, server } = this.#context;
    if (!trust.isTrusted() || settings.read().leavesAccountAlone === true) {
      this.#known.clear();
      server.notify('vpnconn/liveResources', { resources: [] });
      return;
    }
    const wanted = new Map(this.#wanted.map((place) => [JSON.stringify(place), place]));
    for (const [key, place] of wanted) {
      const known = this.#known.get(key);
      if (this.#isRefused || (known !== undefined && clock.now() < known.staleAt)) continue;
      const { resources, refused } = await listPlace(this.#context, place, signal);
      if (signal.isCancelled()) return;
      this.#isRefused = refused;
      this.#known.delete(key);
      this.#known.set(key, { resources, staleAt: clock.now() + freshMs });
    }
    for (const key of [...this.#known.keys()].slice(0, -mostKnown)) this.#known.delete(key);
    const all = [...this.#known.values()].flatMap(({ resources }) => resources);
    server.notify('vpnconn/liveResources', { resources: all });
  }
}

function stoppable(): { readonly signal: CancelSignal; readonly stop: () => void } {
  const listeners = new Set<() => void>();
  let stopped = false;
  return {
    signal: {
      isCancelled: () => stopped,
      onCancel: (listener) => {
        if (stopped) listener();
        else listeners.add(listener);
        return () => listeners.delete(listener);
      },
    },
    stop: () => {
      if (stopped) return;
      stopped = true;
      for (const listener of listeners) listener();
    },
  };
}
