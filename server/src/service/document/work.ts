// What it costs to read a text, counted and never timed: the same text costs the same on every machine. One unit
// is what a parser does about one part of a text (see `measureText`), some microseconds.
import { maxDepth } from './limits';
import { measureText } from './measureText';

/** The work of reading a text once. */
export function readingWork(text: string): number {
  return measureText(text, maxDepth).parts + lengthWork(text.length);
}

/** The work of going through so many characters, which counts only when they are many. */
export function lengthWork(length: number): number {
  return Math.floor(length / charactersOfPart);
}

/** So many characters are as much work as one part. */
const charactersOfPart = 128;

/**
 * How often a text may be parsed to answer one request. A broken text is parsed again and again with
 * one mistake less; the time that this takes must not grow with the text.
 */
export class ParseBudget {
  readonly #text: string;
  #taken = 0;
  #work: number | undefined;

  constructor(text: string) {
    this.#text = text;
  }

  /** Takes one of the parses; false when there is none left. There is always one. */
  take(): boolean {
    const isLeft = this.#taken === 0 || this.#taken < maxParses(this.workOfOne);
    if (isLeft) this.#taken++;
    return isLeft;
  }

  /** The work of the parses that were taken. */
  get spent(): number {
    return this.#taken * this.workOfOne;
  }

  /** The work of one of them. */
  get workOfOne(): number {
    this.#work ??= readingWork(this.#text);
    return this.#work;
  }
}

/** How often a text may be parsed when one time is so much work. */
export function maxParses(work: number): number {
  return Math.max(1, Math.round(maxParsingWork / Math.max(work, 1)));
}

/** Work of all parses of one text for one request. */
const maxParsingWork = 8_000;

/** Work that several texts share, in the order in which they come. */
export class WorkBudget {
  #left: number;

  constructor(allowed: number) {
    this.#left = allowed;
  }

  /** Takes some work; false when too little is left, and from then on. */
  take(work: number): boolean {
    this.#left -= work;
    return this.#left >= 0;
  }
}
