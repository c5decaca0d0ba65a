// Credentials from the environment variables that the official SDKs, Terraform and OpenStack use.
import { problem, type Problem } from '../problem';
import type { Environment } from '../ports';
import type { Credentials, FoundCredentials } from './credentials';
import { malformedPart } from './credentialSyntax';

/** What the environment holds. */
export type EnvironmentCredentials =
  | { readonly kind: 'found'; readonly found: FoundCredentials }
  | { readonly kind: 'absent' }
  | { readonly kind: 'refused'; readonly problem: Problem };

/** Variables that belong together, in the order in which they are asked; the first set one decides. */
const families: readonly Family[] = [
  {
    accessKey: 'HUAWEICLOUD_SDK_AK',
    secretKey: 'HUAWEICLOUD_SDK_SK',
    securityToken: 'HUAWEICLOUD_SDK_SECURITY_TOKEN',
  },
  {
    accessKey: 'HW_ACCESS_KEY',
    secretKey: 'HW_SECRET_KEY',
    securityToken: 'HW_SECURITY_TOKEN',
  },
  { accessKey: 'OS_ACCESS_KEY', secretKey: 'OS_SECRET_KEY' },
];

/** Ready-made tokens; asked after the access keys. */
const tokenVariables = ['OS_AUTH_TOKEN', 'HW_AUTH_TOKEN'] as const;

/** Names of one tool's variables for an access key. */
interface Family {
  readonly accessKey: string;
  readonly secretKey: string;
  readonly securityToken?: string;
}

/**
 * Reads the environment. An access key without its secret key (or the reverse) is a problem and not
 * a reason to look further: the user meant that pair. Blank values count as not set.
 */
export function environmentCredentials(environment: Environment): EnvironmentCredentials {
  for (const family of families) {
    const result = fromFamily(family, environment);
    if (result.kind !== 'absent') {
      return result;
    }
  }
  for (const name of tokenVariables) {
    const token = read(environment, name);
    if (token !== undefined) {
      return accept({ kind: 'token', token }, name);
    }
  }
  return { kind: 'absent' };
}

function fromFamily(family: Family, environment: Environment): EnvironmentCredentials {
  const accessKey = read(environment, family.accessKey);
  const secretKey = read(environment, family.secretKey);
  const securityToken =
    family.securityToken === undefined ? undefined : read(environment, family.securityToken);
  if (accessKey === undefined && secretKey === undefined && securityToken === undefined) {
    return { kind: 'absent' };
  }
  if (accessKey === undefined || secretKey === undefined) {
    return { kind: 'refused', problem: incomplete(family, accessKey, secretKey) };
  }
  const origin = `${family.accessKey} and ${family.secretKey}`;
  return securityToken === undefined
    ? accept({ kind: 'access-key', accessKey, secretKey }, origin)
    : accept({ kind: 'temporary-access-key', accessKey, secretKey, securityToken }, origin);
}

function accept(credentials: Credentials, variables: string): EnvironmentCredentials {
  const part = malformedPart(credentials);
  if (part !== undefined) {
    const malformed = problem(
      'environment-credentials-malformed',
      `The ${part} in the environment (${variables}) holds characters that cannot be sent.`,
      'Set the variable again without blanks and line breaks inside, then restart the editor.',
      { kind: 'sign-in' },
    );
    return { kind: 'refused', problem: malformed };
  }
  return { kind: 'found', found: { credentials, origin: `the environment (${variables})` } };
}

function incomplete(
  family: Family,
  accessKey: string | undefined,
  secretKey: string | undefined,
): Problem {
  const missing = [
    ...(accessKey === undefined ? [family.accessKey] : []),
    ...(secretKey === undefined ? [family.secretKey] : []),
  ];
  return problem(
    'environment-credentials-incomplete',
    `The environment holds only a part of an access key; missing: ${missing.join(' and ')}.`,
    `Set ${missing.join(' and ')} and restart the editor, or use Sign In.`,
    { kind: 'sign-in' },
  );
}

function read(environment: Environment, name: string): string | undefined {
  const value = environment.get(name)?.trim();
  return value === '' ? undefined : value;
}
