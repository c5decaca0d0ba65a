// Fills `!secret` and `!env` references into the body, at the last moment before it is signed.
import type {
  JsonObject,
  PreparedUpdate,
  SecretReference,
} from '../../../../server/src/protocol/messages';
import { storageUnavailable } from '../credentials/findCredentials';
import type { Environment, SecretStore, Settings } from '../ports/ports';
import type { Later } from '../model/obstacle';
import { problem, type Problem } from '../model/problem';
import { failedCheck } from './failedCheck';
import { refusedVariable } from './protectedVariables';
import { valueAt, withValueAt } from '../../../../server/src/protocol/json';

/** The complete body, or why a reference can't be resolved. `later`: the storage can't be read now. */
export type ResolveResult =
  | { readonly kind: 'resolved'; readonly body: JsonObject; readonly values: readonly string[] }
  | { readonly kind: 'refused'; readonly problem: Problem }
  | Later;

/** One value, or why there is none. */
type ValueResult =
  | { readonly kind: 'found'; readonly value: string }
  | { readonly kind: 'refused'; readonly problem: Problem }
  | Later;

/** Where values are, and which of them may be read. */
export interface SecretPorts {
  readonly secrets: SecretStore;
  readonly environment: Environment;
  readonly settings: Settings;
}

/** Key in the secret storage of the value for `!secret name`. */
export function secretKey(name: string): string {
  return `value:${name}`;
}

/**
 * Resolves all references of an update. `values` are the secrets that are now in the body. A problem
 * names the reference and never shows a value.
 */
export async function resolveSecrets(
  update: Pick<PreparedUpdate, 'body' | 'secrets'>,
  ports: SecretPorts,
): Promise<ResolveResult> {
  const refused = refusedVariable(update.secrets, ports.settings);
  if (refused !== undefined) {
    return { kind: 'refused', problem: refused };
  }
  let body = update.body;
  const values: string[] = [];
  for (const reference of update.secrets) {
    const result = await resolve(reference, ports);
    if (result.kind !== 'found') {
      return result;
    }
    if (valueAt(body, reference.pointer) === undefined) {
      return { kind: 'refused', problem: misplaced(reference) };
    }
    body = withValueAt(body, reference.pointer, result.value);
    values.push(result.value);
  }
  return { kind: 'resolved', body, values };
}

async function resolve(reference: SecretReference, ports: SecretPorts): Promise<ValueResult> {
  const result = await look(reference, ports);
  const invalid = result.kind === 'found' ? check(reference, result.value) : undefined;
  return invalid === undefined ? result : { kind: 'refused', problem: invalid };
}

async function look(
  reference: SecretReference,
  { secrets, environment }: SecretPorts,
): Promise<ValueResult> {
  if (reference.source === 'env') {
    const value = environment.get(reference.name);
    return value === undefined
      ? { kind: 'refused', problem: notInEnvironment(reference.name) }
      : { kind: 'found', value };
  }
  const lookup = await secrets.get(secretKey(reference.name));
  switch (lookup.kind) {
    case 'found':
      return lookup;
    case 'absent':
      return { kind: 'refused', problem: notStored(reference.name) };
    case 'unavailable':
      return { kind: 'later', problem: storageUnavailable() };
  }
}

function check(reference: SecretReference, value: string): Problem | undefined {
  if (value === '') {
    return refusal(reference, 'is empty.');
  }
  const failed = failedCheck(reference.checks ?? [], value);
  return failed === undefined ? undefined : refusal(reference, `cannot be sent: ${failed}`);
}

function refusal(reference: SecretReference, what: string): Problem {
  const again = reference.source === 'secret' ? 'Store it again' : 'Set the variable again';
  return problem(
    'secret-invalid',
    `The value of ${spell(reference)} ${what}`,
    `${again}, then apply the update again.`,
    ...(reference.source === 'secret'
      ? [{ kind: 'store-pre-shared-key', name: reference.name } as const]
      : []),
  );
}

function notStored(name: string): Problem {
  return problem(
    'secret-missing',
    `Nothing is stored for !secret ${name} on this machine.`,
    'Store the pre-shared key under this name, then apply the update again.',
    { kind: 'store-pre-shared-key', name },
  );
}

function notInEnvironment(name: string): Problem {
  return problem(
    'variable-missing',
    `The environment variable ${name} of !env ${name} is not set.`,
    'Set it and restart the editor, because the editor reads its environment when it starts.',
  );
}

function misplaced(reference: SecretReference): Problem {
  return problem(
    'secret-misplaced',
    `The place of ${spell(reference)} in the request was not found.`,
    'Restart the language server and report this if it happens again.',
    { kind: 'restart-server' },
    { kind: 'show-log' },
  );
}

function spell({ source, name }: SecretReference): string {
  return `!${source} ${name}`;
}
