// A name for a key that moves to the secret storage, which takes no other key's place unasked.
import { isSecretName } from '../../../../server/src/protocol/messages';
import type { Prompts, SecretStore } from '../ports/ports';
import { secretKey } from './resolveSecrets';
import { checkSecretName } from './secretName';

/** What to do about a name that another key has. */
type Answer = 'replace' | 'rename';

/**
 * Asks for a name until one is free, holds this very key already, or may be replaced. Undefined: left
 * with Escape.
 */
export async function chooseName(
  { prompts, secrets }: { readonly prompts: Prompts; readonly secrets: SecretStore },
  value: string,
  suggested: string | undefined,
): Promise<string | undefined> {
  const answer = await prompts.ask({
    title: 'Move Pre-Shared Key to Secret Storage',
    prompt: 'Name for the key, as it will be written behind !secret',
    input: 'visible',
    ...(suggested !== undefined && { initial: suggested }),
    check: (text) =>
      text.includes(value)
        ? 'The name is visible, so it must not hold the key.'
        : checkSecretName(text),
  });
  const name = answer?.trim();
  if (name === undefined) {
    return undefined;
  }
  const held = await secrets.get(secretKey(name));
  if (held.kind !== 'found' || held.value === value) {
    return name;
  }
  switch (await prompts.pick<Answer>(`Another key is stored as "${name}"`, choices)) {
    case 'replace':
      return name;
    case 'rename':
      return chooseName({ prompts, secrets }, value, name);
    case undefined:
      return undefined;
  }
}

const choices = [
  { label: 'Use Another Name', description: 'both keys are kept', value: 'rename' },
  {
    label: 'Replace the Stored Key',
    description: 'it is lost, and every file that refers to it gets the new one',
    value: 'replace',
  },
] as const;

/** The name of the file without its ending, when a secret can have it. */
export function nameOfFile(uri: string): string | undefined {
  const [, name = ''] = /([^/]*)$/.exec(uri.replace(/(?:\.vpnconn)?\.ya?ml$/i, '')) ?? [];
  return isSecretName(name) ? name : undefined;
}
