// What other documents of the workspace need to know of a document: which connection it updates and
// which networks it gives it.
import type { Ipv4Block } from '../../address/ipv4';
import type { Span } from '../../document/span';
import { table } from '../../schema/table';
import type { RuleDocument } from '../ruleDocument';
import { peerSubnets } from '../subnets/peerSubnets';

/** The identity of one document. Spans count from the start of the document. */
export interface DocumentIdentity {
  readonly project: string;
  /** ID of the connection, in lower case. */
  readonly connection: string;
  /** Where the ID of the connection stands. */
  readonly span: Span;
  readonly networks: readonly IdentityNetwork[];
}

/** One customer subnet. */
export interface IdentityNetwork {
  readonly block: Ipv4Block;
  readonly span: Span;
}

/** The identity of a document; nothing when it does not say which connection it updates. */
export function identityOf(document: RuleDocument): DocumentIdentity | undefined {
  const project = document.text(table.fieldWithRole('project').path);
  const connection = document.text(table.fieldWithRole('connection').path);
  if (project === undefined || connection === undefined || connection.value === '')
    return undefined;
  return {
    project: project.value,
    connection: connection.value.toLowerCase(),
    span: connection.node.span,
    networks: peerSubnets(document).map(({ block, node }) => ({ block, span: node.span })),
  };
}

/** Whether two documents list the same networks, as the two connections of a redundant pair do. */
export function sameNetworks(a: DocumentIdentity, b: DocumentIdentity): boolean {
  const keys = (identity: DocumentIdentity): string =>
    identity.networks
      .map(({ block }) => `${block.first}-${block.last}`)
      .sort()
      .join();
  return keys(a) === keys(b);
}
