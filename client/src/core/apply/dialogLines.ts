// What never misses in a modal dialog before something is sent.
import type { SecretReference } from '../../../../server/src/protocol/messages';

/** Names the environment variables whose values are sent: a file decides which ones they are. */
export function variableLines(references: readonly SecretReference[]): readonly string[] {
  const names = references.filter(({ source }) => source === 'env').map(({ name }) => name);
  const distinct = [...new Set(names)].sort();
  return distinct.length === 0 ? [] : [`Sends environment variables: ${distinct.join(', ')}`];
}
