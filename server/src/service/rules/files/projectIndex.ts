// The documents of one project of the cloud: who updates a connection, and who has a network.
import { networkKey, sameNetwork, type Ipv4Block } from '../../address/ipv4';
import { groupOf, type DocumentIdentity } from './documentIdentity';
import type { NetworkEntry, NetworkIndex } from './networkIndex';
import { maxCompared, maxOthers, type Overlap, type WorkspaceDocument } from './overlap';

/** Documents that list the same networks. Their key may be long, and this is compared many times. */
interface Group {
  readonly key: string;
  size: number;
}

/** Documents that update connections of one project. */
export class ProjectIndex {
  readonly #byConnection = new Map<string, Set<WorkspaceDocument>>();
  readonly #networks: NetworkIndex<WorkspaceDocument>;
  readonly #groups = new Map<string, Group>();
  readonly #groupOf = new Map<WorkspaceDocument, Group>();
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
    const group = this.#join(document);
    for (const { block } of identity.networks) this.#networks.add(block, group, document);
    this.#touch(identity);
  }

  remove(document: WorkspaceDocument): void {
    const { identity } = document;
    const siblings = this.#byConnection.get(identity.connection);
    siblings?.delete(document);
    if (siblings?.size === 0) this.#byConnection.delete(identity.connection);
    const group = this.#leave(document);
    if (group === undefined) return;
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
      if (other === document) continue;
      if (room-- <= 0) break;
      const otherSpan = other.identity.span;
      const { span, pointer } = identity;
      found.push({ kind: 'same-connection', span, pointer, other, otherSpan });
    }
    const group = this.#groupOf.get(document);
    for (const { block, span, pointer } of identity.networks) {
      for (const { other, otherSpan } of this.#othersAt(block, group, identity.connection))
        found.push({ kind: 'networks', span, pointer, other, otherSpan });
    }
    return found;
  }

  #othersAt(
    block: Ipv4Block,
    group: Group | undefined,
    connection: string,
  ): readonly Pick<Overlap, 'other' | 'otherSpan'>[] {
    const found = new Map<WorkspaceDocument, Pick<Overlap, 'other' | 'otherSpan'>>();
    let compared = 0;
    for (const entry of this.#networks.overlapping(block)) {
      for (const [otherGroup, owners] of entry.owners) {
        // Just the same networks: a redundant pair.
        if (otherGroup === group) continue;
        for (const other of owners) {
          if (compared++ === maxCompared) return [...found.values()];
          if (other.identity.connection === connection || found.has(other)) continue;
          const hit = other.identity.networks.find((each) => sameNetwork(each.block, entry.block));
          if (hit !== undefined) found.set(other, { other, otherSpan: hit.span });
          if (found.size === maxOthers) return [...found.values()];
        }
      }
    }
    return [...found.values()];
  }

  #join(document: WorkspaceDocument): Group {
    const key = groupOf(document.identity);
    const group = this.#groups.get(key) ?? { key, size: 0 };
    group.size++;
    this.#groups.set(key, group);
    this.#groupOf.set(document, group);
    return group;
  }

  #leave(document: WorkspaceDocument): Group | undefined {
    const group = this.#groupOf.get(document);
    this.#groupOf.delete(document);
    if (group !== undefined && --group.size === 0) this.#groups.delete(group.key);
    return group;
  }

  #touch({ connection, networks }: DocumentIdentity): void {
    this.#touchedConnections.add(connection);
    for (const { block } of networks) this.#touchedBlocks.set(networkKey(block), block);
  }
}
