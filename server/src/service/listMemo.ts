// What was made of each element of a list. The next version of a list is nearly the last one: what
// stands where it stood keeps what was made of it, without being looked at. In a file of a thousand
// documents that is the difference between one document and all of them at every keystroke.

/** Results for the last list. */
export class ListMemo<Element, Result> {
  #elements: readonly Element[] = [];
  #results: readonly Result[] = [];

  /**
   * The results for `elements`; the same list as before when all of them are the same. `make` gets what
   * the place had before and may return that again.
   */
  of(
    elements: readonly Element[],
    make: (element: Element, before: Result | undefined) => Result,
  ): readonly Result[] {
    const before = { elements: this.#elements, results: this.#results };
    if (elements === before.elements) return before.results;
    let isSame = elements.length === before.elements.length;
    const results = elements.map((element, index) => {
      const old = before.results[index];
      // A result can be undefined, so the length says whether there is one.
      if (index < before.elements.length && element === before.elements[index])
        return old as Result;
      const made = make(element, old);
      isSame &&= made === old;
      return made;
    });
    this.#elements = elements;
    if (!isSame) this.#results = results;
    return this.#results;
  }

  /** The results for `elements` when all that was made before counts no longer. */
  anew(
    elements: readonly Element[],
    make: (element: Element, before: Result | undefined) => Result,
  ): readonly Result[] {
    this.#elements = [];
    this.#results = [];
    return this.of(elements, make);
  }
}
