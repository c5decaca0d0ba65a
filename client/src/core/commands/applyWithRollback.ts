// *Apply with Automatic Rollback…*: *Apply Update* that is rolled back unless the user keeps it.
import type { PreparedUpdate } from '../../../../server/src/protocol/messages';
import type { SendUpdateOutcome } from '../apply/outcome';
import type { OldSecretToCheck, RollbackTerms } from '../apply/planRollback';
import { defaultMinutes, minutesBounds, readMinutes } from '../journal/rollbackMinutes';
import type { DocumentPlace } from '../model/documentPlace';
import type { Context } from '../redaction/context';
import { askOldSecret } from '../secrets/askOldSecret';
import { secretPointers } from '../secrets/maskedBody';
import { applyUpdate } from './applyUpdate';

/** Asks for the time and for the names of old secrets, and then does what *Apply Update* does. */
export function applyWithRollback(
  context: Context,
  place: DocumentPlace,
): Promise<SendUpdateOutcome> {
  return applyUpdate(context, place, (update) => askTerms(context, update));
}

async function askTerms(
  context: Context,
  update: PreparedUpdate,
): Promise<RollbackTerms | undefined> {
  const minutes = await askMinutes(context);
  const secrets = minutes === undefined ? undefined : await askSecrets(context, update);
  return minutes === undefined || secrets === undefined ? undefined : { minutes, secrets };
}

async function askMinutes({ prompts }: Context): Promise<number | undefined> {
  const { min, max } = minutesBounds;
  const text = await prompts.ask({
    title: 'Apply with Automatic Rollback',
    prompt: `Roll back after (minutes, ${min}–${max})`,
    input: 'visible',
    initial: String(defaultMinutes),
    check: (typed) =>
      readMinutes(typed) === undefined ? `Enter a whole number from ${min} to ${max}.` : undefined,
  });
  return text === undefined ? undefined : readMinutes(text);
}

/** A secret that is replaced can't be read back, so its old value has to be stored here. */
async function askSecrets(
  context: Context,
  update: PreparedUpdate,
): Promise<readonly OldSecretToCheck[] | undefined> {
  const named: OldSecretToCheck[] = [];
  for (const pointer of secretPointers(update)) {
    const answer = await askOldSecret(context, pointer);
    if (answer?.kind !== 'named') {
      return undefined;
    }
    const checks = update.secrets.find((reference) => reference.pointer === pointer)?.checks;
    named.push({ pointer, name: answer.name, ...(checks !== undefined && { checks }) });
  }
  return named;
}
