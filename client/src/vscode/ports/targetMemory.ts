// The selected target. It is kept for this machine; a window that is open goes on with its own
// selection, so that selecting in one window does not redirect another.
import type { TargetStore } from '../../core/ports/ports';
import type { Target } from '../../core/model/target';
import { parseSelection, type Selection } from './targetSelection';

const selectionKey = 'target';

/** Where the selection outlives the window; the editor's memento has this form. */
export interface SelectionStorage {
  get(key: string): unknown;
  update(key: string, value: unknown): PromiseLike<void>;
}

/** The target store, and what the sandbox needs: the way back. */
export class TargetMemory implements TargetStore {
  readonly #storage: SelectionStorage;
  readonly #changed: () => void;
  #selection: Selection;

  /** `changed` is called after each selection. */
  constructor(storage: SelectionStorage, changed: () => void) {
    this.#storage = storage;
    this.#changed = changed;
    this.#selection = parseSelection(storage.get(selectionKey));
  }

  current(): Target | undefined {
    return this.#selection.current;
  }

  async select(target: Target): Promise<void> {
    const { current, beforeSandbox } = this.#selection;
    const before = current?.kind === 'sandbox' ? beforeSandbox : current;
    await this.#keep(
      target.kind === 'sandbox' && before !== undefined
        ? { current: target, beforeSandbox: before }
        : { current: target },
    );
  }

  /** Back to what was selected before the sandbox, if the sandbox is selected. */
  async leaveSandbox(): Promise<void> {
    const { current, beforeSandbox } = this.#selection;
    if (current?.kind !== 'sandbox') return;
    await this.#keep(beforeSandbox === undefined ? {} : { current: beforeSandbox });
  }

  async #keep(selection: Selection): Promise<void> {
    this.#selection = selection;
    this.#changed();
    await this.#storage.update(selectionKey, selection);
  }
}
