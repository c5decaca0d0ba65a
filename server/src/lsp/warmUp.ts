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
    const text = snapshot.documents[0]?.segment.text ?? '';
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

  /** A new line and a cut value somewhere in the document, and what an editor asks at such places. */
  #round(text: string, number: number): void {
    const lines = text.split('\n');
    const at = (number * stride) % lines.length;
    const [line = ''] = lines.slice(at);
    const indentation = /^ */.exec(line)?.[0] ?? '';
    const upToValue = /^[^:#]*: /.exec(line)?.[0] ?? indentation;
    this.#ask([...lines.slice(0, at), indentation, ...lines.slice(at)], at, indentation.length);
    this.#ask([...lines.slice(0, at), upToValue, ...lines.slice(at + 1)], at, upToValue.length);
  }

  #ask(lines: readonly string[], line: number, character: number): void {
    const snapshot = createSnapshot(lines.join('\n'));
    diagnostics(snapshot, '');
    complete(snapshot, { line, character }, this.#completion);
    hover(snapshot, { line, character }, { format: this.#completion.format });
  }
}

/** Makes successive rounds look at different parts of the document. */
const stride = 7;
