// What other documents of the workspace need to know of a document: which connection it updates and
// which networks it gives it.
import { networkKey, sameNetwork, type Ipv4Block } from '../../address/ipv4';
import type { Pointer } from '../../document/pointer';
import type { Span } from '../../document/span';
import { identifierKey, isIdentifier } from '../../schema/identifiers';
import { table } from '../../schema/table';
import { secretTexts } from '../psk/secretTexts';
import type { RuleDocument } from '../ruleDocument';
import { peerSubnets } from '../subnets/peerSubnets';

/** The identity of one document. Spans count from the start of the document. */
export interface DocumentIdentity {
  /** Key of the ID of the project. */
  readonly project: string;
  /** Key of the ID of the connection. */
  readonly connection: string;
  /** What people call the connection, when the document says so itself. */
  readonly name?: string;
  /** Where the ID of the connection stands. */
  readonly span: Span;
  readonly pointer: Pointer;
  readonly networks: readonly IdentityNetwork[];
  /** The identifiers that the document uses, well-formed or not, with the path of their field. */
  readonly ids: readonly (readonly [path: string, id: string])[];
}

/** One customer subnet. */
export interface IdentityNetwork {
  readonly block: Ipv4Block;
  readonly span: Span;
  readonly pointer: Pointer;
}

/** The identity of a document; nothing when it does not say which connection it updates. */
export function identityOf(document: RuleDocument): DocumentIdentity | undefined {
  const project = document.text(table.fieldWithRole('project').path);
  const connection = document.text(table.fieldWithRole('connection').path);
  if (project === undefined || connection === undefined || connection.value === '')
    return undefined;
  const secrets = new Set(secretTexts(document).map(({ value }) => value));
  if (secrets.has(project.value) || secrets.has(connection.value)) return undefined;
  return {
    project: identifierKey(project.value),
    connection: identifierKey(connection.value),
    ...nameOf(document, secrets),
    span: connection.node.span,
    pointer: connection.node.pointer,
    networks: peerSubnets(document).map(({ block, node }) => ({
      block,
      span: node.span,
      pointer: node.pointer,
    })),
    ids: document
      .textsWhere(isIdentifier)
      .filter(({ value }) => !secrets.has(value))
      .map(({ facts: { path }, value }) => [path, value] as const),
  };
}

/** A text that is no name may be a secret that slipped into the wrong place. */
function nameOf(
  document: RuleDocument,
  secrets: ReadonlySet<string>,
): Pick<DocumentIdentity, 'name'> {
  const label = document.text(table.fieldWithRole('label').path);
  if (label === undefined || label.node.borrowed || secrets.has(label.value)) return {};
  const { pattern = '' } = label.facts;
  return new RegExp(pattern, 'u').test(label.value) ? { name: label.value } : {};
}

/**
 * One text for all documents that list the same networks, as the two connections of a redundant pair
 * do; empty without networks.
 */
export function groupOf(identity: DocumentIdentity): string {
  const keys = identity.networks.map(({ block }) => networkKey(block));
  return keys.sort((a, b) => a - b).join();
}

/** Whether two identities say the same at the same places. */
export function sameIdentity(
  a: DocumentIdentity | undefined,
  b: DocumentIdentity | undefined,
): boolean {
  if (a === b || a === undefined || b === undefined) return a === b;
  return (
    a.project === b.project &&
    a.connection === b.connection &&
    sameSpan(a.span, b.span) &&
    a.networks.length === b.networks.length &&
    a.networks.every((network, index) => {
      const other = b.networks[index];
      return (
        other !== undefined &&
        sameNetwork(network.block, other.block) &&
        sameSpan(network.span, other.span)
      );
    })
  );
}

function sameSpan(a: Span, b: Span): boolean {
  return a.start === b.start && a.end === b.end;
}
