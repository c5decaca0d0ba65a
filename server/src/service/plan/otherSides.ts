// What has to be done at the other end of the tunnel.
import type { PlannedField } from '../../protocol/plan';

/** One demand and the fields that it is about. */
export interface OtherSide {
  readonly demand: string;
  readonly labels: readonly string[];
}

/** The demands of all fields that change or may do so, each once. */
export function otherSides(fields: readonly PlannedField[]): readonly OtherSide[] {
  const demands = new Map<string, readonly string[]>();
  for (const { label, otherSide } of fields) {
    if (otherSide !== undefined) demands.set(otherSide, [...(demands.get(otherSide) ?? []), label]);
  }
  return [...demands].map(([demand, labels]) => ({ demand, labels }));
}
