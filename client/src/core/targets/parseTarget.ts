// The stored form of a target, read with the doubt that stored things deserve.
import type { Target } from '../model/target';

/** The target, or undefined when the value is not one. Its addresses are checked before each use. */
export function parseTarget(stored: unknown): Target | undefined {
  const fields = fieldsOf(stored);
  const [kind, region, endpoint] = [
    fields.get('kind'),
    fields.get('region'),
    fields.get('endpoint'),
  ];
  switch (kind) {
    case 'sandbox':
      return { kind };
    case 'regional':
      return typeof region === 'string' ? { kind, region } : undefined;
    case 'named':
      return parseNamed(fields);
    case 'endpoint':
      if (typeof endpoint !== 'string') return undefined;
      return { kind, endpoint, ...(typeof region === 'string' && { region }) };
    default:
      return undefined;
  }
}

function parseNamed(fields: ReadonlyMap<string, unknown>): Target | undefined {
  const [name, endpoint, iamEndpoint, region] = [
    fields.get('name'),
    fields.get('endpoint'),
    fields.get('iamEndpoint'),
    fields.get('region'),
  ];
  if (typeof name !== 'string' || typeof endpoint !== 'string') return undefined;
  return {
    kind: 'named',
    name,
    endpoint,
    ...(typeof iamEndpoint === 'string' && { iamEndpoint }),
    ...(typeof region === 'string' && { region }),
  };
}

function fieldsOf(stored: unknown): ReadonlyMap<string, unknown> {
  return new Map(typeof stored === 'object' && stored !== null ? Object.entries(stored) : []);
}
