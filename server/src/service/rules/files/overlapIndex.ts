// The documents of a workspace and what they have to do with each other, kept up to date document by
// document: a keystroke compares one document with those of its project and nothing else.
import type { DocumentIdentity } from './documentIdentity';
import { overlapsBetween, type Overlap, type WorkspaceDocument } from './overlap';

export class OverlapIndex {
  readonly #byFile = new Map<string, readonly (WorkspaceDocument | undefined)[]>();
  readonly #byProject = new Map<string, Set<WorkspaceDocument>>();
  readonly #overlaps = new Map<WorkspaceDocument, Map<WorkspaceDocument, readonly Overlap[]>>();

  /**
   * Replaces what is known of a file; a document whose identity is the same object as before costs
   * nothing. Returns the other files whose overlaps have changed by that.
   */
  update(uri: string, identities: readonly (DocumentIdentity | undefined)[]): ReadonlySet<string> {
    const affected = new Set<string>();
    const before = this.#byFile.get(uri) ?? [];
    const after = identities.map((identity, index) => {
      const known = before[index];
      if (known?.identity === identity) return known;
      return identity === undefined ? undefined : { uri, index, identity };
    });
    const kept = new Set(after);
    for (const document of before)
      if (document !== undefined && !kept.has(document)) this.#remove(document, affected);
    const old = new Set(before);
    for (const document of after)
      if (document !== undefined && !old.has(document)) this.#add(document, affected);
    if (after.length === 0) this.#byFile.delete(uri);
    else this.#byFile.set(uri, after);
    affected.delete(uri);
    return affected;
  }

  /** Forgets a file. Returns the other files whose overlaps have changed by that. */
  remove(uri: string): ReadonlySet<string> {
    return this.update(uri, []);
  }

  /** The overlaps of the documents of a file that have some, by the index of the document. */
  overlapsOf(uri: string): ReadonlyMap<number, readonly Overlap[]> {
    const found = new Map<number, readonly Overlap[]>();
    for (const document of this.#byFile.get(uri) ?? []) {
      const overlaps = document === undefined ? undefined : this.#overlaps.get(document);
      if (document !== undefined && overlaps !== undefined)
        found.set(document.index, [...overlaps.values()].flat());
    }
    return found;
  }

  #add(document: WorkspaceDocument, affected: Set<string>): void {
    const { project } = document.identity;
    const siblings = this.#byProject.get(project) ?? new Set();
    for (const other of siblings) {
      this.#connect(document, other);
      if (this.#connect(other, document)) affected.add(other.uri);
    }
    siblings.add(document);
    this.#byProject.set(project, siblings);
  }

  /** Notes what `document` has to do with `other`, if anything. */
  #connect(document: WorkspaceDocument, other: WorkspaceDocument): boolean {
    const overlaps = overlapsBetween(document, other);
    if (overlaps.length === 0) return false;
    const known = this.#overlaps.get(document) ?? new Map<WorkspaceDocument, readonly Overlap[]>();
    known.set(other, overlaps);
    this.#overlaps.set(document, known);
    return true;
  }

  #remove(document: WorkspaceDocument, affected: Set<string>): void {
    for (const other of this.#overlaps.get(document)?.keys() ?? []) {
      const mirrored = this.#overlaps.get(other);
      mirrored?.delete(document);
      if (mirrored?.size === 0) this.#overlaps.delete(other);
      affected.add(other.uri);
    }
    this.#overlaps.delete(document);
    const { project } = document.identity;
    const siblings = this.#byProject.get(project);
    siblings?.delete(document);
    if (siblings?.size === 0) this.#byProject.delete(project);
  }
}
