// The files of the workspace that are not open, as the client hands them over. One YAML document is
// analysed in each turn, so that whoever asks for something in between waits for one document.
import { createSnapshot, leanSnapshot, type Snapshot } from '../../service';
import type { StartTimer } from '../runtime';

/** Pause between two turns, in which requests are answered. */
const pauseMilliseconds = 1;

/** Whom it concerns that a file came, changed or went. */
export type FileChanged = (uri: string, snapshot: Snapshot | undefined) => void;

/** A file that is being analysed, document by document. */
interface Work {
  readonly uri: string;
  readonly snapshot: Snapshot;
  next: number;
}

/** Texts that wait for their turn, and what is known of those that had it. */
export class ClosedFileQueue {
  readonly #startTimer: StartTimer;
  readonly #changed: FileChanged;
  readonly #waiting = new Map<string, string>();
  readonly #known = new Map<string, Snapshot>();
  #work: Work | undefined;
  #isScheduled = false;
  /** Who wants to know when nothing waits any more. */
  #whenDone: (() => void)[] = [];

  constructor(startTimer: StartTimer, changed: FileChanged) {
    this.#startTimer = startTimer;
    this.#changed = changed;
  }

  /** What is known of a file; nothing before it was its turn. */
  get(uri: string): Snapshot | undefined {
    return this.#known.get(uri);
  }

  /** Whether a file is known or waits for its turn. */
  has(uri: string): boolean {
    return this.#known.has(uri) || this.#waiting.has(uri) || this.#work?.uri === uri;
  }

  all(): ReadonlyMap<string, Snapshot> {
    return this.#known;
  }

  /** Queues a text; a text of the same file that still waits is replaced. */
  add(uri: string, text: string): void {
    if (this.#work?.uri === uri) this.#work = undefined;
    this.#waiting.set(uri, text);
    this.#schedule();
  }

  /** Forgets a file. */
  remove(uri: string): void {
    this.#waiting.delete(uri);
    if (this.#work?.uri === uri) this.#work = undefined;
    if (this.#known.delete(uri)) this.#changed(uri, undefined);
  }

  /** Resolves when nothing waits for its turn. */
  async done(): Promise<void> {
    if (this.#isScheduled) await new Promise<void>((resolve) => this.#whenDone.push(resolve));
  }

  #schedule(): void {
    if (this.#isScheduled) return;
    this.#isScheduled = true;
    this.#startTimer(pauseMilliseconds, () => {
      this.#isScheduled = false;
      try {
        this.#turn();
      } finally {
        // A file that can't be worked on is dropped; the others still wait.
        if (this.#work !== undefined || this.#waiting.size > 0) this.#schedule();
        else for (const resolve of this.#whenDone.splice(0)) resolve();
      }
    });
  }

  #turn(): void {
    this.#work ??= this.#nextWork();
    if (this.#work === undefined) return;
    const { uri, snapshot } = this.#work;
    // Whoever looks at problems first makes the analysis and runs the rules.
    const problems = snapshot.documents[this.#work.next++]?.analysis.problems;
    if (problems !== undefined && this.#work.next < snapshot.documents.length) return;
    this.#work = undefined;
    const lean = leanSnapshot(snapshot);
    this.#known.set(uri, lean);
    this.#changed(uri, lean);
  }

  #nextWork(): Work | undefined {
    for (const [uri, text] of this.#waiting) {
      this.#waiting.delete(uri);
      return { uri, snapshot: createSnapshot(text), next: 0 };
    }
    return undefined;
  }
}
