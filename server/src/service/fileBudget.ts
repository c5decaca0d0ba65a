// What is spent on reading all documents of a file together. Each of them may be cheap enough, and thousands of
// them would still keep everybody waiting. Documents are paid for from the first one on, by work that is counted
// and never by time, so what is read of a file depends on its text alone.
import { analyze, mostWork, refusedAnalysis, type Analysis } from './analysis';
import type { Segment } from './document/fileText';
import { limitProblem } from './document/limits';
import type { LiveLookup } from './rules/connectionFacts';

/** Work for the documents of a file of this length. Ordinary documents, however many, stay below. */
export function allowedWork(length: number): number {
  return Math.max(minFileWork, Math.floor(length * workOfCharacter));
}

/** Work for a short file: some tenths of a second. */
const minFileWork = 80_000;
/** What a long file may cost for each of its characters; a file of 256 KiB is the first long one. */
const workOfCharacter = minFileWork / (256 * 1024);

/** The text of one document and its analysis, which is made when somebody asks for it. */
export class Reading {
  readonly segment: Segment;
  readonly #live: LiveLookup;
  #analysis: Analysis | undefined;
  #workAtMost: number | undefined;

  constructor(segment: Segment, live: LiveLookup) {
    this.segment = segment;
    this.#live = live;
  }

  get analysis(): Analysis {
    const { text, lines } = this.segment;
    this.#analysis ??= analyze(text, lines, this.#live);
    return this.#analysis;
  }

  /** The analysis, if somebody has asked for it. */
  get known(): Analysis | undefined {
    return this.#analysis;
  }

  /** What the analysis costs; as long as nobody has asked for it, what it costs at the most. */
  get workAtMost(): number {
    if (this.#analysis !== undefined) return this.#analysis.work;
    this.#workAtMost ??= mostWork(this.segment.text);
    return this.#workAtMost;
  }

  /** Stands for the analysis of a document that the file has nothing left for. */
  get omitted(): Analysis {
    const { text, lines } = this.segment;
    return refusedAnalysis(text, lines, limitProblem(text, omittedMessage));
  }
}

const omittedMessage =
  "This document isn't checked: the documents above are too much work. Split the file.";

/** The budget of one version of a file. */
export class FileBudget {
  readonly #readings: readonly Reading[];
  readonly #allowed: number;
  /** So many documents are counted exactly, and make so much work. */
  #counted = 0;
  #spent = 0;

  constructor(readings: readonly Reading[], allowed: number) {
    this.#readings = readings;
    this.#allowed = allowed;
  }

  /** Whether it covers every document, as far as that is known without reading one. */
  get coversAll(): boolean {
    return this.#isEnough(this.#readings.length - 1);
  }

  /** Whether the documents above leave something for the one at `index`. Reads them if it has to. */
  covers(index: number): boolean {
    while (this.#counted < index && this.#spent <= this.#allowed) {
      const reading = this.#readings[this.#counted];
      if (reading?.known === undefined && this.#isEnough(index)) return true;
      this.#spent += reading?.analysis.work ?? 0;
      this.#counted++;
    }
    return index < this.#counted || (index === this.#counted && this.#spent <= this.#allowed);
  }

  /** Whether the documents above `index` can't use up the budget, whatever is in those that aren't read. */
  #isEnough(index: number): boolean {
    let work = this.#spent;
    for (let at = this.#counted; at < index && work <= this.#allowed; at++)
      work += this.#readings[at]?.workAtMost ?? 0;
    return work <= this.#allowed;
  }
}
