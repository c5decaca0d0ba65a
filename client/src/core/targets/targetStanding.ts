// What the settings say about a selected target, apart from its address.
import type { RequestSettings } from '../ports/ports';
import type { Target } from '../model/target';
import { definitionOf } from './targetDefinition';
import type { CredentialSource } from '../model/target';

/** `gone`: the settings no longer hold the target as it was selected. */
export type TargetStanding = 'ordinary' | 'production' | 'gone';

/** Asked anew each time, so that marking a target as production takes effect at once. */
export function standingOf(
  target: Target,
  { endpoint, region, targets }: RequestSettings,
): TargetStanding {
  switch (target.kind) {
    case 'sandbox':
    case 'regional':
      return 'ordinary';
    case 'endpoint':
      return endpoint === target.endpoint && region === target.region ? 'ordinary' : 'gone';
    case 'named': {
      const definition = definitionOf(target, targets?.definitions ?? []);
      if (definition === undefined) {
        return 'gone';
      }
      return definition.production ? 'production' : 'ordinary';
    }
  }
}

/** Where the credentials of a target may come from. */
export function credentialSourceOf(target: Target, { targets }: RequestSettings): CredentialSource {
  return target.kind === 'named'
    ? (definitionOf(target, targets?.definitions ?? [])?.credentials ?? 'any')
    : 'any';
}
