// Credentials from the environment variables that the official SDKs, Terraform and OpenStack use.
import type { Environment } from '../ports/ports';
import { absent, accessKeyOf, type SourceResult } from './credentialSource';
import { environmentLogin, passwordVariables } from './environmentLogin';
import { fromVariables, incompleteEnvironment, readVariable } from './environmentVariables';

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
const tokenVariables = ['OS_AUTH_TOKEN', 'OS_TOKEN', 'HW_AUTH_TOKEN'] as const;

/** Every variable that holds credentials, or a part of them. */
export const credentialVariables: readonly string[] = [
  ...families.flatMap((family) => Object.values<string>({ ...family })),
  ...tokenVariables,
  ...passwordVariables,
];

/** Names of one tool's variables for an access key. */
interface Family {
  readonly accessKey: string;
  readonly secretKey: string;
  readonly securityToken?: string;
}

/**
 * Reads the environment: access keys, then tokens, then users with a password. An access key without
 * its secret key (or the reverse) is a problem and not a reason to look further: the user meant that
 * pair. Blank values count as not set.
 *
 * @param iamEndpoint origin of the target's IAM service, if it has one
 */
export function environmentCredentials(
  environment: Environment,
  iamEndpoint: string | undefined,
): SourceResult {
  for (const family of families) {
    const result = fromFamily(family, environment);
    if (result.kind !== 'absent') {
      return result;
    }
  }
  for (const name of tokenVariables) {
    const token = readVariable(environment, name);
    if (token !== undefined) {
      return fromVariables({ kind: 'token', token }, name);
    }
  }
  return environmentLogin(environment, iamEndpoint);
}

function fromFamily(family: Family, environment: Environment): SourceResult {
  const accessKey = readVariable(environment, family.accessKey);
  const secretKey = readVariable(environment, family.secretKey);
  const securityToken =
    family.securityToken === undefined
      ? undefined
      : readVariable(environment, family.securityToken);
  if (accessKey === undefined && secretKey === undefined && securityToken === undefined) {
    return absent;
  }
  if (accessKey === undefined || secretKey === undefined) {
    const missing = [
      ...(accessKey === undefined ? [family.accessKey] : []),
      ...(secretKey === undefined ? [family.secretKey] : []),
    ];
    return { kind: 'refused', problem: incompleteEnvironment('an access key', missing) };
  }
  return fromVariables(
    accessKeyOf(accessKey, secretKey, securityToken),
    `${family.accessKey} and ${family.secretKey}`,
  );
}
