// Which problems can be believed in a document with mistakes of syntax: what is read on a mistaken line,
// or behind one that could not be read past, may be a guess. One mistake is to be one problem.
import type { ParsedDocument } from './document/parse';
import type { DataNode } from './document/node';
import { touches } from './document/span';
import type { Problem } from './problem';

/** Where a tree holds what the text says. */
export type Reliability = Pick<ParsedDocument, 'mended' | 'reliableUntil'>;

/** Tells which problems a text and its tree bear out. `node` is what a problem is about. */
export class Trust {
  readonly #text: string;
  readonly #mended: Reliability['mended'];
  readonly #until: number;

  constructor(text: string, { mended, reliableUntil }: Reliability) {
    this.#text = text;
    this.#mended = mended;
    this.#until = reliableUntil;
  }

  /** Whether it is a problem of the text and not of the way in which that is read. */
  accepts(problem: Problem, node?: DataNode): boolean {
    const { span, related = [], data } = problem;
    if (this.#until === Infinity && this.#mended.length === 0) return true;
    if (span.start >= this.#until || this.#isMended(span)) return false;
    switch (data?.kind) {
      case 'duplicate-key':
        return !related.some((each) => this.#isMended(each.span));
      case 'missing-keys':
        return this.#until === Infinity && !data.keys.some((key) => this.#isMentioned(key));
      case 'absent':
        return this.#until === Infinity && !this.#isInterrupted(node);
      default:
        return !this.#isInterrupted(node);
    }
  }

  #isMended({ start }: Problem['span']): boolean {
    return this.#mended.some((lines) => touches(lines, start));
  }

  /** A key that stands on a mistaken line is not missing. */
  #isMentioned(key: string): boolean {
    return this.#mended.some(({ start, end }) => this.#text.slice(start, end).includes(key));
  }

  /**
   * Whether a block or list reaches a mistake behind which nothing was read, or a value seems to be
   * missing because a mistake stands where it would be: then even its kind may be a guess.
   */
  #isInterrupted(node: DataNode | undefined): boolean {
    if (node === undefined) return false;
    if (node.kind !== 'scalar') return node.span.end > this.#until;
    if (node.style !== 'empty') return false;
    const next = [...this.#mended.map(({ start }) => start), this.#until];
    return next.some((start) => start !== Infinity && this.#isBlank(node.span.end, start));
  }

  #isBlank(start: number, end: number): boolean {
    return end >= start && this.#text.slice(start, end).replace(/#.*/g, '').trim() === '';
  }
}
