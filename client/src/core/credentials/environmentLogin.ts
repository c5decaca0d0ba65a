// A user name and password from the environment variables of Terraform and OpenStack.
import type { Environment } from '../ports/ports';
import { problem, type Problem } from '../model/problem';
import { regionalIamOrigin, regions } from '../targets/regions';
import { absent, type SourceResult } from './credentialSource';
import { fromVariables, incompleteEnvironment, readVariable } from './environmentVariables';
import { iamEndpointMissing } from './iamEndpoint';

/** Names of one tool's variables for a user; the first domain that is set counts. */
interface LoginFamily {
  readonly user: string;
  readonly password: string;
  readonly domains: readonly [string, ...string[]];
  /** Names the IAM service that the password belongs to. It is compared and never followed. */
  readonly authUrl: string;
}

const families: readonly LoginFamily[] = [
  {
    user: 'HW_USER_NAME',
    password: 'HW_USER_PASSWORD',
    domains: ['HW_DOMAIN_NAME'],
    authUrl: 'HW_AUTH_URL',
  },
  {
    user: 'OS_USERNAME',
    password: 'OS_PASSWORD',
    domains: ['OS_USER_DOMAIN_NAME', 'OS_DOMAIN_NAME', 'OS_PROJECT_DOMAIN_NAME'],
    authUrl: 'OS_AUTH_URL',
  },
];

/** The variables that hold passwords. */
export const passwordVariables: readonly string[] = families.map(({ password }) => password);

/**
 * The first user in the environment. The password goes to the target's IAM service alone: when the
 * environment names another one, the password belongs to another cloud and is not used.
 */
export function environmentLogin(
  environment: Environment,
  iamEndpoint: string | undefined,
): SourceResult {
  const family = families.find(
    ({ user, password }) =>
      readVariable(environment, user) !== undefined || isSet(environment, password),
  );
  return family === undefined ? absent : fromFamily(family, environment, iamEndpoint);
}

function fromFamily(
  family: LoginFamily,
  environment: Environment,
  iamEndpoint: string | undefined,
): SourceResult {
  const user = readVariable(environment, family.user);
  // Blanks at the ends of a password belong to it.
  const password = isSet(environment, family.password)
    ? environment.get(family.password)
    : undefined;
  const domain = family.domains
    .map((name) => readVariable(environment, name))
    .find((value) => value !== undefined);
  if (user === undefined || password === undefined || domain === undefined) {
    const missing = [
      ...(user === undefined ? [family.user] : []),
      ...(password === undefined ? [family.password] : []),
      ...(domain === undefined ? [family.domains[0]] : []),
    ];
    return { kind: 'refused', problem: incompleteEnvironment('a user and password', missing) };
  }
  if (iamEndpoint === undefined) {
    return { kind: 'refused', problem: iamEndpointMissing() };
  }
  const authUrl = readVariable(environment, family.authUrl);
  if (authUrl !== undefined && !isSameIam(authUrl, iamEndpoint)) {
    return { kind: 'refused', problem: otherCloud(family.authUrl) };
  }
  return fromVariables(
    { kind: 'password', user, password, domain, iamEndpoint },
    `${family.user} and ${family.password}`,
  );
}

function isSet(environment: Environment, name: string): boolean {
  return (environment.get(name) ?? '').trim() !== '';
}

/** All addresses of the public cloud's IAM service, the one for all regions first. */
const publicIam: readonly string[] = [
  'https://iam.myhuaweicloud.com',
  ...regions.map(({ id }) => regionalIamOrigin(id)),
];

function isSameIam(authUrl: string, iamEndpoint: string): boolean {
  const named = originOf(authUrl);
  return (
    named === iamEndpoint ||
    (named !== undefined && publicIam.includes(named) && publicIam.includes(iamEndpoint))
  );
}

function originOf(url: string): string | undefined {
  try {
    return new URL(url).origin;
  } catch {
    return undefined;
  }
}

function otherCloud(variable: string): Problem {
  return problem(
    'environment-other-cloud',
    `The user in the environment belongs to another IAM service (${variable}) than the target's, so the password is not sent.`,
    'Select a target of that cloud, or use Sign In for this one.',
    { kind: 'select-target' },
    { kind: 'sign-in' },
  );
}
