// Credentials from the configuration of KooCLI, the command-line tool `hcloud`.
// Source: KooCLI User Guide, "Profile parameters"; the file encrypts its secrets unless told not to.
import type { Environment, Files } from '../ports/ports';
import { problem, type Problem } from '../model/problem';
import { absent, accept, accessKeyOf, unreadable, type SourceResult } from './credentialSource';
import { readVariable } from './environmentVariables';

const usualPath = '~/.hcloud/config.json';

/** Terraform's names for another file and another profile of it. */
const pathVariable = 'HW_SHARED_CONFIG_FILE';
const profileVariable = 'HW_PROFILE';

/** Reads the profile that `HW_PROFILE` names, else the current one. */
export async function kooCliProfile(files: Files, environment: Environment): Promise<SourceResult> {
  const path = readVariable(environment, pathVariable) ?? usualPath;
  const lookup = await files.read(path);
  if (lookup.kind !== 'found') {
    return lookup.kind === 'absent' ? absent : unreadable(path);
  }
  const root = fieldsOf(parse(lookup.text));
  const wanted = readVariable(environment, profileVariable) ?? text(root, 'current') ?? 'default';
  const profiles: readonly unknown[] = toList(root.get('profiles'));
  const profile = profiles.map(fieldsOf).find((each) => text(each, 'name') === wanted);
  return profile === undefined ? absent : fromProfile(profile, `the KooCLI profile in ${path}`);
}

function fromProfile(profile: ReadonlyMap<string, unknown>, origin: string): SourceResult {
  const mode = text(profile, 'mode') ?? 'AKSK';
  if (mode.toUpperCase() !== 'AKSK') {
    return { kind: 'refused', problem: otherMode(origin) };
  }
  const accessKey = text(profile, 'accessKeyId');
  const secretKey = text(profile, 'secretAccessKey');
  if (accessKey === undefined || secretKey === undefined) {
    return absent;
  }
  // There is no mark for encryption in the file; what is encrypted does not look like an access key.
  if (!/^[A-Z0-9]{16,24}$/.test(accessKey)) {
    return { kind: 'refused', problem: encrypted(origin) };
  }
  const credentials = accessKeyOf(accessKey, secretKey, text(profile, 'securityToken'));
  return accept(credentials, origin, 'profile-malformed');
}

function encrypted(origin: string): Problem {
  return problem(
    'profile-encrypted',
    `The secrets of ${origin} are encrypted, and only KooCLI itself can read them.`,
    'Use Sign In, or the environment. KooCLI stores them readable after "hcloud configure set --cli-auth-encrypt=false", which leaves them unprotected on the disk.',
    { kind: 'sign-in' },
  );
}

function otherMode(origin: string): Problem {
  return problem(
    'profile-mode',
    `${origin.replace(/^t/, 'T')} does not hold an access key but another kind of sign-in, which cannot be used here.`,
    'Use Sign In, or the environment.',
    { kind: 'sign-in' },
  );
}

function parse(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return undefined;
  }
}

function toList(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

function fieldsOf(value: unknown): ReadonlyMap<string, unknown> {
  return new Map(typeof value === 'object' && value !== null ? Object.entries(value) : []);
}

function text(fields: ReadonlyMap<string, unknown>, key: string): string | undefined {
  const value = fields.get(key);
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined;
}
