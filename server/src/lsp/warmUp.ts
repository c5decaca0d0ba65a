// Does the work of a few keystrokes in advance, on the file that was just opened, while nobody is
// waiting: the engine interprets code at first and compiles what runs often, so without this the
// first dozen keystrokes of a session would be several times slower than all later ones.
import { createSnapshot, diagnostics, complete, hover, type Snapshot } from '../service';
import type { CompletionOptions } from '../service';
import type { StartTimer } from './runtime';

/** How many rounds there are. Each takes a few milliseconds at first and about one at the end. */
const rounds = 40;
/** Pause between two rounds, in which requests are answered. */
const pauseMilliseconds = 2;
/** Longer documents would make a round noticeable. */
const maxLength = 16_000;

/** Begins the rounds with the first document of `snapshot`; at most once for each server. */
export class WarmUp {
  readonly #startTimer: StartTimer;
  readonly #completion: CompletionOptions;
  #begun = false;

  constructor(startTimer: StartTimer, completion: CompletionOptions) {
    this.#startTimer = startTimer;
    this.#completion = completion;
  }

  begin(snapshot: Snapshot): void {
    const text = snapshot.documents[0]?.analysis.text ?? '';
    if (this.#begun || text.length === 0 || text.length > maxLength) return;
    this.#begun = true;
    this.#schedule(text, rounds);
  }

  #schedule(text: string, left: number): void {
    if (left === 0) return;
    this.#startTimer(pauseMilliseconds, () => {
      this.#round(text, left);
      this.#schedule(text, left - 1);
    });
  }

  /** One keystroke (a comment at the end that is different each time) and what an editor asks then. */
  #round(text: string, number: number): void {
    const snapshot = createSnapshot(`${text}\n# ${number}`);
    diagnostics(snapshot, '');
    const { lines } = snapshot.documents[0]?.analysis ?? {};
    const position = { line: number % (lines?.lineCount ?? 1), character: 8 };
    complete(snapshot, position, this.#completion);
    hover(snapshot, position, { format: this.#completion.format });
  }
}
