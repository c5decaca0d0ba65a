// Keeps a record within the size that is read back. The cloud decides how much of an answer is in it.
import { isJsonObject, type Json } from '../../../../server/src/protocol/json';
import { maxRecordBytes } from '../ports/records';

/**
 * Indentation multiplies the size of deep lists, so a long record goes without. What is too long all the
 * same loses its largest member: the answer of the cloud, which an entry of the journal can do without.
 */
export function fitRecord(text: string): string {
  if (fits(text)) {
    return text;
  }
  const value = JSON.parse(text) satisfies unknown as Json;
  const compact = JSON.stringify(value);
  if (fits(compact) || !isJsonObject(value)) {
    return compact;
  }
  const sizes = Object.entries(value).map(([, member]) => JSON.stringify(member).length);
  const largest = sizes.indexOf(Math.max(...sizes));
  return JSON.stringify(
    Object.fromEntries(Object.entries(value).filter((_member, index) => index !== largest)),
  );
}

function fits(text: string): boolean {
  return new TextEncoder().encode(text).length <= maxRecordBytes;
}
