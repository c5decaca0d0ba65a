// The secret storage does not work: says so and offers what is left. Nothing is ever kept in plain text
// instead.
import type { Context } from '../redaction/context';
import { problem, type Problem } from '../model/problem';
import { targetKey, type Target } from '../model/target';
import { storageUnavailable } from './findCredentials';

/** Undefined: credentials are asked for from now on; else why there are none. */
export async function chooseWithoutStorage(
  context: Context,
  target: Target,
): Promise<Problem | undefined> {
  const choice = await context.prompts.pick(storageUnavailable().message, [
    {
      label: 'Ask Each Time',
      description: 'until this window closes; nothing is stored',
      value: 'ask',
    },
    {
      label: 'Use the Environment',
      description: 'variables of the SDKs, Terraform or OpenStack',
      value: 'environment',
    },
  ] as const);
  switch (choice) {
    case 'ask':
      context.memory.askEachTime(targetKey(target));
      return undefined;
    case 'environment':
      return environmentEmpty();
    case undefined:
      return storageUnavailable();
  }
}

function environmentEmpty(): Problem {
  return problem(
    'environment-empty',
    'Credentials of the environment are used when they are set before the editor starts.',
    'Set HUAWEICLOUD_SDK_AK and HUAWEICLOUD_SDK_SK, HW_ACCESS_KEY and HW_SECRET_KEY, or OS_ACCESS_KEY and OS_SECRET_KEY, and start the editor from that environment.',
  );
}
