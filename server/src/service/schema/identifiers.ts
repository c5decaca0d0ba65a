// Identifiers: which fields hold one, and when two of them are the same.
import type { FieldFacts } from './facts';

/** Whether a field names a thing of the cloud, which other documents may name too. */
export function isIdentifier({ form, role, type, sensitive }: FieldFacts): boolean {
  // What people call a connection can be any text.
  const names = form !== undefined || (role !== undefined && role !== 'label');
  return names && type === 'string' && !sensitive;
}

/** Identifiers mean the same in either case: those that do have one key. */
export function identifierKey(text: string): string {
  return text.toLowerCase();
}
