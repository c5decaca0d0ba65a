// The address schemes of what is shown but not stored.
import type { PresentedDocument } from '../../core/ports/ports';

/** The scheme of a kind of document. */
export function documentScheme(kind: PresentedDocument['kind'] | 'plan'): string {
  return `vpnconn-${kind}`;
}

/** The kind of web view that shows a plan. */
export const planViewType = 'vpnconn.plan';

/** All schemes. */
export const documentSchemes: readonly string[] = (
  ['request', 'response', 'report', 'plan'] as const
).map(documentScheme);
