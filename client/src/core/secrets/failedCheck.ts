// The conditions on a secret, which the language server tells as data because it never sees the value.
import type { ValueCheck } from '../../../../server/src/protocol/messages';

/** What is wrong with a value, as a sentence without the value; undefined when nothing is. */
export function failedCheck(checks: readonly ValueCheck[], value: string): string | undefined {
  return checks.find(({ pattern }) => !new RegExp(pattern, 'u').test(value))?.message;
}
