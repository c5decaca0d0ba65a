// The documents of a workspace and what they have to do with each other, kept up to date document by
// document. What a change means for others is worked out when somebody asks, so that loading
// thousands of files costs no more than reading them.
import { sameIdentity, type DocumentIdentity } from './documentIdentity';
import { NetworkIndex } from './networkIndex';
import { maxPlaces, type Overlap, type WorkspaceDocument } from './overlap';
import { ProjectIndex } from './projectIndex';

interface KnownFile {
  readonly identities: readonly (DocumentIdentity | undefined)[];
  /** The documents with these identities. */
  readonly documents: readonly (WorkspaceDocument | undefined)[];
}

type MakeNetworks = () => NetworkIndex<WorkspaceDocument>;

/** What the documents of one workspace have in common. */
export class OverlapIndex {
  readonly #makeNetworks: MakeNetworks;
  readonly #byFile = new Map<string, KnownFile>();
  readonly #projects = new Map<string, ProjectIndex>();
  /** Projects with changes that nobody has worked out yet. */
  readonly #changed = new Set<ProjectIndex>();
  readonly #known = new Map<WorkspaceDocument, readonly Overlap[]>();
  #affected = new Set<string>();

  /** `makeNetworks` makes the index of the networks of one project. */
  constructor(makeNetworks: MakeNetworks = () => new NetworkIndex()) {
    this.#makeNetworks = makeNetworks;
  }

  /** Replaces what is known of a file; a document that says the same as before costs nothing,
   * nor does the same list. */
  update(uri: string, identities: readonly (DocumentIdentity | undefined)[]): void {
    const known = this.#byFile.get(uri);
    if (known?.identities === identities) return;
    const before = known?.documents ?? [];
    const after = identities.map((identity, index) => {
      const own = before[index];
      if (sameIdentity(own?.identity, identity)) return own;
      return identity === undefined ? undefined : { uri, index, identity };
    });
    // Most edits touch no network: then there is nothing to compare.
    if (after.length === before.length && after.every((each, at) => each === before[at])) return;
    const kept = new Set(after);
    for (const document of before)
      if (document !== undefined && !kept.has(document)) this.#remove(document);
    const old = new Set(before);
    for (const document of after)
      if (document !== undefined && !old.has(document)) this.#add(document);
    if (after.length === 0) this.#byFile.delete(uri);
    else this.#byFile.set(uri, { identities, documents: after });
  }

  /** Forgets a file. */
  remove(uri: string): void {
    this.update(uri, []);
  }

  /** The files, the changed ones among them, whose overlaps may have changed since the last call. */
  takeAffected(): ReadonlySet<string> {
    this.#workOut();
    const affected = this.#affected;
    this.#affected = new Set();
    return affected;
  }

  /** The overlaps of the documents of a file that have some, by the index of the document. */
  overlapsOf(uri: string): ReadonlyMap<number, readonly Overlap[]> {
    this.#workOut();
    const found = new Map<number, readonly Overlap[]>();
    let places = 0;
    for (const document of this.#byFile.get(uri)?.documents ?? []) {
      const overlaps = document === undefined ? [] : this.#overlapsOf(document);
      if (document === undefined || overlaps.length === 0) continue;
      found.set(document.index, overlaps);
      places += new Set(overlaps.map(({ pointer }) => pointer)).size;
      if (places >= maxPlaces) break;
    }
    return found;
  }

  #overlapsOf(document: WorkspaceDocument): readonly Overlap[] {
    const known = this.#known.get(document);
    if (known !== undefined) return known;
    const found = this.#projects.get(document.identity.project)?.overlapsOf(document) ?? [];
    this.#known.set(document, found);
    return found;
  }

  #workOut(): void {
    for (const project of this.#changed) {
      for (const document of project.takeTouched()) {
        this.#known.delete(document);
        this.#affected.add(document.uri);
      }
    }
    this.#changed.clear();
  }

  #add(document: WorkspaceDocument): void {
    const { project } = document.identity;
    const index = this.#projects.get(project) ?? new ProjectIndex(this.#makeNetworks());
    index.add(document);
    this.#projects.set(project, index);
    this.#changed.add(index);
  }

  #remove(document: WorkspaceDocument): void {
    const { project } = document.identity;
    const index = this.#projects.get(project);
    this.#known.delete(document);
    this.#affected.add(document.uri);
    if (index === undefined) return;
    index.remove(document);
    this.#changed.add(index);
    if (index.isEmpty) this.#projects.delete(project);
  }
}
