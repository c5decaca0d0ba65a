// From values of settings, which may be anything, to the settings of a request.
import type { RequestSettings } from '../../core/ports/ports';
import { parseTargetDefinitions } from '../../core/targets/targetDefinition';
import { settingKeys } from '../settingKeys';

/** `read` gives the user's value of a key, or undefined. Blank text counts as not set. */
export function requestSettings(read: (key: string) => unknown): RequestSettings {
  const endpoint = text(read(settingKeys.endpoint));
  const region = text(read(settingKeys.region));
  const targets = read(settingKeys.targets);
  const allowed = texts(read(settingKeys.allowedVariables));
  const timeout = read(settingKeys.timeoutSeconds);
  return {
    ...(endpoint !== undefined && { endpoint }),
    ...(region !== undefined && { region }),
    ...(targets !== undefined && { targets: parseTargetDefinitions(targets) }),
    ...(read(settingKeys.sendOnlyChanges) === true && { sendsOnlyChanges: true }),
    ...(read(settingKeys.liveAccount) === false && { leavesAccountAlone: true }),
    ...(allowed.length > 0 && { allowedVariables: allowed }),
    // What is no number is replaced by the default where the time is used.
    timeoutSeconds: typeof timeout === 'number' ? timeout : Number.NaN,
  };
}

function texts(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.filter((each) => typeof each === 'string') : [];
}

function text(value: unknown): string | undefined {
  const trimmed = typeof value === 'string' ? value.trim() : '';
  return trimmed === '' ? undefined : trimmed;
}
