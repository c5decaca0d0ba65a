// A key that was replaced cannot be read back, so whoever restores it has to say where the old one is.
import type { Context } from '../redaction/context';
import type { Choice } from '../ports/ports';
import { secretKey } from './resolveSecrets';
import { checkSecretName } from './secretName';

/** The name of the old secret, or that it stays as it is. */
export type OldSecret =
  { readonly kind: 'named'; readonly name: string } | { readonly kind: 'keep' };

type Answer = OldSecret | { readonly kind: 'other' };

/** The answer that gives the old secret up. */
export const leaveItAsItIs: Choice<OldSecret> = {
  label: 'Leave It As It Is',
  description: 'the connection keeps the new one',
  value: { kind: 'keep' },
};

/** Asks for the old secret of one field; undefined when the user leaves. `more`: further answers. */
export async function askOldSecret(
  { prompts, secrets }: Pick<Context, 'prompts' | 'secrets'>,
  pointer: string,
  ...more: readonly Choice<OldSecret>[]
): Promise<OldSecret | undefined> {
  const field = pointer.split('/').at(-1) ?? '';
  const prefix = secretKey('');
  const stored = (await secrets.keys())
    .filter((key) => key.startsWith(prefix))
    .map((key) => key.slice(prefix.length))
    .sort();
  const answer = await prompts.pick<Answer>(`The old ${field} cannot be read back. Where is it?`, [
    ...stored.map((name): Choice<Answer> => {
      const value = { kind: 'named', name } as const;
      return { label: name, description: `!secret ${name}`, value };
    }),
    { label: 'Another Name…', description: 'to be stored later', value: { kind: 'other' } },
    ...more,
  ]);
  if (answer?.kind !== 'other') {
    return answer;
  }
  const name = await prompts.ask({
    title: 'Restore Previous Values',
    prompt: 'Name of the old secret, as it will be written behind !secret',
    input: 'visible',
    check: checkSecretName,
  });
  return name === undefined ? undefined : { kind: 'named', name: name.trim() };
}
