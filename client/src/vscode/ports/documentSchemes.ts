// The address schemes of what is shown but not stored.
import type { PresentedDocument } from '../../core/ports/ports';

/** The scheme of a kind of document. */
export function documentScheme(kind: PresentedDocument['kind'] | 'plan'): string {
  return `vpnconn-${kind}`;
}

/** All schemes. */
export const documentSchemes: readonly string[] = (
  ['request', 'response', 'report', 'plan'] as const
).map(documentScheme);
