// The documents of one project of the cloud: who updates a connection, and who has a network.
import { networkKey, sameNetwork, type Ipv4Block } from '../../address/ipv4';
import { groupOf, type DocumentIdentity } from './documentIdentity';
import type { NetworkEntry, NetworkIndex } from './networkIndex';
import { maxOthers, type Overlap, type WorkspaceDocument } from './overlap';

/** Documents that update connections of one project. */
export class ProjectIndex {
  readonly #byConnection = new Map<string, Set<WorkspaceDocument>>();
  readonly #networks: NetworkIndex<WorkspaceDocument>;
  readonly #touchedConnections = new Set<string>();
  readonly #touchedBlocks = new Map<number, Ipv4Block>();

  constructor(networks: NetworkIndex<WorkspaceDocument>) {
    this.#networks = networks;
  }

  get isEmpty(): boolean {
    return this.#byConnection.size === 0;
  }

  add(document: WorkspaceDocument): void {
    const { identity } = document;
    const siblings = this.#byConnection.get(identity.connection) ?? new Set();
    this.#byConnection.set(identity.connection, siblings.add(document));
    const group = groupOf(identity);
    for (const { block } of identity.networks) this.#networks.add(block, group, document);
    this.#touch(identity);
  }

  remove(document: WorkspaceDocument): void {
    const { identity } = document;
    const siblings = this.#byConnection.get(identity.connection);
    siblings?.delete(document);
    if (siblings?.size === 0) this.#byConnection.delete(identity.connection);
    const group = groupOf(identity);
    for (const { block } of identity.networks) this.#networks.remove(block, group, document);
    this.#touch(identity);
  }

  /** All documents for which the changes since the last call can make a difference. */
  takeTouched(): ReadonlySet<WorkspaceDocument> {
    const touched = new Set<WorkspaceDocument>();
    for (const connection of this.#touchedConnections)
      for (const document of this.#byConnection.get(connection) ?? []) touched.add(document);
    const seen = new Set<NetworkEntry<WorkspaceDocument>>();
    for (const block of this.#touchedBlocks.values()) {
      for (const entry of this.#networks.overlapping(block)) {
        if (seen.has(entry)) continue;
        seen.add(entry);
        for (const owners of entry.owners.values())
          for (const document of owners) touched.add(document);
      }
    }
    this.#touchedConnections.clear();
    this.#touchedBlocks.clear();
    return touched;
  }

  /** What other documents have to do with `document`: for each of its places, at most `maxOthers`. */
  overlapsOf(document: WorkspaceDocument): readonly Overlap[] {
    const { identity } = document;
    const found: Overlap[] = [];
    let room = maxOthers;
    for (const other of this.#byConnection.get(identity.connection) ?? []) {
      if (other === document || room-- <= 0) continue;
      const otherSpan = other.identity.span;
      const { span, pointer } = identity;
      found.push({ kind: 'same-connection', span, pointer, other, otherSpan });
    }
    const group = groupOf(identity);
    for (const { block, span, pointer } of identity.networks) {
      for (const { other, otherSpan } of this.#othersAt(block, group, identity.connection))
        found.push({ kind: 'networks', span, pointer, other, otherSpan });
    }
    return found;
  }

  #othersAt(
    block: Ipv4Block,
    group: string,
    connection: string,
  ): readonly Pick<Overlap, 'other' | 'otherSpan'>[] {
    const found = new Map<WorkspaceDocument, Pick<Overlap, 'other' | 'otherSpan'>>();
    for (const entry of this.#networks.overlapping(block)) {
      for (const [otherGroup, owners] of entry.owners) {
        // Just the same networks: a redundant pair.
        if (otherGroup === group) continue;
        for (const other of owners) {
          if (other.identity.connection === connection || found.has(other)) continue;
          const hit = other.identity.networks.find((each) => sameNetwork(each.block, entry.block));
          if (hit !== undefined) found.set(other, { other, otherSpan: hit.span });
          if (found.size === maxOthers) return [...found.values()];
        }
      }
    }
    return [...found.values()];
  }

  #touch({ connection, networks }: DocumentIdentity): void {
    this.#touchedConnections.add(connection);
    for (const { block } of networks) this.#touchedBlocks.set(networkKey(block), block);
  }
}
