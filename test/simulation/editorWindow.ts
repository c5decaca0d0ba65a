// One editor window: the core over ports that go through virtual time, from its start to its end.
import type { CancelSignal } from '../../client/src/core/ports/cancelSignal';
import type { BackgroundWork, Decision } from '../../client/src/core/ports/lastingPorts';
import { createRedactor } from '../../client/src/core/redaction/redactor';
import { cancelSource, type CancelSource } from '../support/client/cancelSource';
import { coreWindow, type CoreWindow } from './coreWindow';
import { foreignTitle } from './foreignRecords';
import type { Site } from './script';
import type { Owner } from './timeline';
import { windowPorts } from './windowPorts';
import type { World } from './world';

/** How often the editor lets the core take part in what other windows do, in milliseconds. */
const takePartMs = 3000;

/** For how long the editor waits for a window that closes, in milliseconds. */
const closingMs = 4000;

interface Running {
  readonly work: BackgroundWork;
  readonly source: CancelSource;
}

/** One window, and at the same time the process that its events belong to. */
export class EditorWindow implements Owner {
  readonly label: string;
  readonly core: CoreWindow;
  isTrusted: boolean;
  isGone = false;
  goneAt = Number.POSITIVE_INFINITY;
  /** The connection that the user has in mind when a question comes. */
  attention: Site = 'a';
  /** Pending rollbacks that messages named, by connection. */
  readonly known = new Map<Site, string>();
  readonly progress = new Set<CancelSource>();
  /** Running time of this process begins at any number. */
  readonly #elapsedBase: number;
  readonly #world: World;
  readonly #running = new Set<Running>();
  #crashesIn = Number.POSITIVE_INFINITY;
  #isClosing = false;

  constructor(world: World, label: string, isTrusted: boolean) {
    this.#world = world;
    this.label = label;
    this.isTrusted = isTrusted;
    const { timeline, machine } = world;
    this.#elapsedBase = timeline.random.int(0, 1_000_000) - machine.runningMs;
    this.core = coreWindow(windowPorts(world, this), createRedactor());
  }

  /** Starts what the editor starts in a new window. */
  open(): void {
    this.watch('resume', () => this.core.resume());
    this.#takePartLater();
  }

  /** It takes no new work up. */
  get isClosing(): boolean {
    return this.#isClosing;
  }

  /** Running time of this process, in milliseconds. */
  get elapsed(): number {
    return this.#elapsedBase + this.#world.machine.runningMs;
  }

  /** Whether work runs here, apart from what records of others keep going. */
  get isBusy(): boolean {
    const isOwn = ({ work }: Running): boolean => !work.title.includes(foreignTitle);
    return this.progress.size > 0 || [...this.#running].some(isOwn);
  }

  /** What the user can decide about a connection, by the label of a background work. */
  decisionsOn(site: Site): readonly Decision[] {
    const running = [...this.#running].find(
      ({ work }) => work.kind === 'countdown' && work.title.includes(`site-${site}`),
    );
    return running?.work.decisions ?? [];
  }

  /** Runs something that must not throw. */
  watch<T>(what: string, work: () => Promise<T>, done?: (result: T) => void): void {
    work().then(
      (result) => {
        if (!this.isGone) done?.(result);
      },
      (error: unknown) => {
        const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
        this.#world.history.violate('exception', `${what} in ${this.label}: ${text.slice(0, 600)}`);
      },
    );
  }

  /** Starts a work in the background. */
  start(work: BackgroundWork): void {
    const running = { work, source: cancelSource() };
    this.#running.add(running);
    const { history } = this.#world;
    history.note(this.label, () => `${work.kind} of ${work.title} begins`);
    let last = '';
    const report = (text: string): void => {
      this.#world.reveal(this, 'background', text);
      const shape = text.replace(/\d+/g, '#');
      if (shape !== last) history.note(this.label, () => `${work.kind}: ${text}`);
      last = shape;
    };
    this.watch(
      `background work ${work.kind}`,
      () =>
        work
          .run({ report, stop: running.source.signal })
          .finally(() => this.#running.delete(running)),
      () => history.note(this.label, () => `${work.kind} of ${work.title} ends`),
    );
  }

  /** Ends the process at once, between two steps of whatever it does. */
  crash(): void {
    if (this.isGone) return;
    this.isGone = true;
    this.goneAt = this.#world.timeline.now;
    this.#world.history.note(this.label, () => 'ends');
  }

  /** Crashes when it has made so many more calls. */
  crashAfter(calls: number): void {
    this.#crashesIn = calls;
  }

  /** Ends the background work, waits for it a while, and ends. */
  close(): void {
    if (this.#isClosing || this.isGone) return;
    this.#isClosing = true;
    this.#world.history.note(this.label, () => 'closes');
    for (const { source } of this.#running) source.cancel();
    const { timeline } = this.#world;
    const check = (): void => {
      if (this.#running.size === 0) this.crash();
      else timeline.plan(50, check, this);
    };
    timeline.plan(5, check, this);
    timeline.plan(closingMs, () => this.crash(), this);
  }

  /** Counts a call of a port. */
  called = (): void => {
    this.#crashesIn -= 1;
    if (this.#crashesIn > 0 || this.isGone) return;
    const { timeline } = this.#world;
    this.#isClosing = true;
    // Some calls have taken effect by then, and some haven't.
    if (timeline.random.chance(0.4)) this.crash();
    else timeline.plan(timeline.random.int(0, 25), () => this.crash(), this);
  };

  /** A signal of a progress that the user can cancel. */
  async withProgress<T>(task: (cancel: CancelSignal) => Promise<T>): Promise<T> {
    const source = cancelSource();
    this.progress.add(source);
    try {
      return await task(source.signal);
    } finally {
      this.progress.delete(source);
    }
  }

  #takePartLater(): void {
    this.#world.timeline.plan(
      takePartMs,
      () => {
        this.watch('taking part', () => this.core.takePart());
        this.#takePartLater();
      },
      this,
    );
  }
}
