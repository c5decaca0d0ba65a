// files/overlap: what several documents of the workspace do to one connection, or give to several.
import { overlaps } from '../../address/ipv4';
import type { Span } from '../../document/span';
import { sameNetworks, type DocumentIdentity } from './documentIdentity';

/** Metadata of the rule; it does not run on one document, so it is not in the list of rules. */
export const overlapRule = {
  id: 'files/overlap',
  severity: 'warning',
  title: "Two documents of the workspace get in each other's way",
  why: 'When two documents update one connection, the one that is applied last wins. When two connections of a project have overlapping customer subnets, the route of one of them takes the traffic of the other. Two connections with exactly the same subnets are taken for a redundant pair and not reported.',
  source: 'API page, table 3; user manual, customer subnets',
} as const;

/** A document of the workspace. */
export interface WorkspaceDocument {
  readonly uri: string;
  /** Index of the document in its file. */
  readonly index: number;
  readonly identity: DocumentIdentity;
}

/** What one document has to do with another one. `span` is in the first, `otherSpan` in the other. */
export interface Overlap {
  readonly kind: 'same-connection' | 'networks';
  readonly span: Span;
  readonly other: WorkspaceDocument;
  readonly otherSpan: Span;
}

/** Wording of the two kinds, at the document itself and at the other one. */
export const overlapMessages = {
  'same-connection': {
    here: 'Another document updates this connection, too; the one that is applied last wins. Put both into one document.',
    there: 'The other update of this connection.',
  },
  networks: {
    here: 'This network overlaps with a customer subnet of another connection of the project. Correct one of the two.',
    there: 'The overlapping network of the other connection.',
  },
} as const;

/** The documents of a workspace by project, kept up to date file by file. */
export class OverlapIndex {
  readonly #byFile = new Map<string, readonly WorkspaceDocument[]>();
  readonly #byProject = new Map<string, Set<WorkspaceDocument>>();

  /** Replaces what is known of a file. */
  update(uri: string, identities: readonly (DocumentIdentity | undefined)[]): void {
    this.remove(uri);
    const documents = identities.flatMap((identity, index) =>
      identity === undefined ? [] : [{ uri, index, identity }],
    );
    this.#byFile.set(uri, documents);
    for (const document of documents) {
      const { project } = document.identity;
      const siblings = this.#byProject.get(project) ?? new Set();
      siblings.add(document);
      this.#byProject.set(project, siblings);
    }
  }

  remove(uri: string): void {
    for (const document of this.#byFile.get(uri) ?? []) {
      const siblings = this.#byProject.get(document.identity.project);
      siblings?.delete(document);
      if (siblings?.size === 0) this.#byProject.delete(document.identity.project);
    }
    this.#byFile.delete(uri);
  }

  /** The overlaps of each document of a file, by the index of the document. */
  overlapsOf(uri: string): ReadonlyMap<number, readonly Overlap[]> {
    const found = new Map<number, readonly Overlap[]>();
    for (const document of this.#byFile.get(uri) ?? []) {
      const overlapping = this.#overlapsOfDocument(document);
      if (overlapping.length > 0) found.set(document.index, overlapping);
    }
    return found;
  }

  #overlapsOfDocument(document: WorkspaceDocument): readonly Overlap[] {
    const overlapping: Overlap[] = [];
    for (const other of this.#byProject.get(document.identity.project) ?? []) {
      if (other === document) continue;
      if (other.identity.connection === document.identity.connection) {
        overlapping.push({
          kind: 'same-connection',
          span: document.identity.span,
          other,
          otherSpan: other.identity.span,
        });
      } else {
        overlapping.push(...overlappingNetworks(document, other));
      }
    }
    return overlapping;
  }
}

/** Each network of `document` with the first network of `other` that it overlaps with. */
function overlappingNetworks(
  document: WorkspaceDocument,
  other: WorkspaceDocument,
): readonly Overlap[] {
  const [own, others] = [document.identity.networks, other.identity.networks];
  if (own.length === 0 || others.length === 0) return [];
  const found = own.flatMap(({ block, span }) => {
    const hit = others.find((each) => overlaps(each.block, block));
    return hit === undefined
      ? []
      : [{ kind: 'networks' as const, span, other, otherSpan: hit.span }];
  });
  return found.length > 0 && sameNetworks(document.identity, other.identity) ? [] : found;
}
