// What happened in one history, and what must not have happened.

/** The rules that a history can break. */
export type Rule =
  | 'second-put'
  | 'unexplained-put'
  | 'two-senders'
  | 'foreign-address'
  | 'untrusted'
  | 'kept-and-rolled-back'
  | 'rolled-back-after-success'
  | 'rolled-back-early'
  | 'not-rolled-back'
  | 'overwritten'
  | 'no-journal-entry'
  | 'entry-without-end'
  | 'dishonest'
  | 'foreign-record'
  | 'litter'
  | 'blocked'
  | 'rolled-back-late'
  | 'too-many-requests'
  | 'rejected-logins'
  | 'secret'
  | 'exception'
  | 'busy-loop';

/** A broken rule. */
export interface Violation {
  readonly rule: Rule;
  readonly text: string;
  /** Milliseconds since the history began. */
  readonly at: number;
}

/** The events of a history, and the first broken rule. */
export class History {
  readonly #lines: string[] = [];
  readonly #isRecorded: boolean;
  readonly #now: () => number;
  #violation: Violation | undefined;

  /** @param isRecorded whether events are kept as text; that costs more than the history itself */
  constructor(now: () => number, isRecorded: boolean) {
    this.#now = now;
    this.#isRecorded = isRecorded;
  }

  /** Notes an event. The text is made only when somebody is going to read it. */
  note(who: string, text: () => string): void {
    if (!this.#isRecorded) return;
    const seconds = (this.#now() / 1000).toFixed(3).padStart(9);
    this.#lines.push(`${seconds}  ${who.padEnd(8)} ${text()}`);
  }

  /** A rule is broken. The first one ends the history. */
  violate(rule: Rule, text: string): void {
    this.#violation ??= { rule, text, at: this.#now() };
    this.note('RULE', () => `${rule}: ${text}`);
  }

  get violation(): Violation | undefined {
    return this.#violation;
  }

  get lines(): readonly string[] {
    return this.#lines;
  }
}
