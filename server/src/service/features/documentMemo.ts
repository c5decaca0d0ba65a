// What a feature has made for the documents of a file. It is kept as long as the text of a document is
// the same, wherever the document moves to, so that a keystroke costs one document.
import type { Analysis } from '../analysis';
import type { SnapshotDocument } from '../snapshot';

/** Results by document. They must not hold anything but offsets and text of the document itself. */
export class DocumentMemo<Result> {
  readonly #known = new WeakMap<Analysis, Result>();

  /** The result for `document`, made by `make` when there is none. */
  of(document: SnapshotDocument, make: (document: SnapshotDocument) => Result): Result {
    const { analysis } = document;
    const known = this.#known.get(analysis);
    if (known !== undefined) return known;
    const made = make(document);
    this.#known.set(analysis, made);
    return made;
  }
}
