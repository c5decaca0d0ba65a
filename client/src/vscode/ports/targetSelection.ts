// The stored form of the selected target, read with the doubt that stored things deserve.
import { parseTarget } from '../../core/targets/parseTarget';
import type { Target } from '../../core/model/target';

/** What is selected, and what was before the sandbox was. */
export interface Selection {
  readonly current?: Target;
  readonly beforeSandbox?: Target;
}

/** Reads a stored selection; parts that make no sense are left out. */
export function parseSelection(stored: unknown): Selection {
  const fields = fieldsOf(stored);
  const current = parseTarget(fields.get('current'));
  const beforeSandbox = parseTarget(fields.get('beforeSandbox'));
  return {
    ...(current !== undefined && { current }),
    ...(beforeSandbox !== undefined && { beforeSandbox }),
  };
}

function fieldsOf(stored: unknown): ReadonlyMap<string, unknown> {
  return new Map(typeof stored === 'object' && stored !== null ? Object.entries(stored) : []);
}
