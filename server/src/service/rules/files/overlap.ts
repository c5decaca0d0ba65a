// files/overlap: what several documents of the workspace do to one connection, or give to several.
import type { Pointer } from '../../document/pointer';
import type { Span } from '../../document/span';
import type { DocumentIdentity } from './documentIdentity';

/** Metadata of the rule; it does not run on one document, so it is not in the list of rules. */
export const overlapRule = {
  id: 'files/overlap',
  severity: 'warning',
  title: "Two documents of the workspace get in each other's way",
  why: 'When two documents update one connection, the one that is applied last wins. When two connections of a project have overlapping customer subnets, the route of one of them takes the traffic of the other. Two connections with exactly the same subnets are taken for a redundant pair and not reported.',
  source: 'API page, table 3; user manual, customer subnets',
  fromOutside: true,
} as const;

/** How many others are named at one place: more help nobody. */
export const maxOthers = 10;

/** How many others are looked at for one place: thousands of documents may update one connection. */
export const maxCompared = 200;

/** How many places of one file name others: far more than are shown. */
export const maxPlaces = 500;

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
  readonly pointer: Pointer;
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
