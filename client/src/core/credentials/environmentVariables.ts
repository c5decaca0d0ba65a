// How environment variables are read, and what is said when some of them are missing.
import type { Environment } from '../ports/ports';
import { problem, type Problem } from '../model/problem';
import type { Login } from '../model/credentials';
import { accept, type SourceResult } from './credentialSource';

/** A variable's value without the blanks around it; undefined when nothing is left. */
export function readVariable(environment: Environment, name: string): string | undefined {
  const value = environment.get(name)?.trim();
  return value === '' ? undefined : value;
}

/** Says which variables are missing. `what` they belong to is for people. */
export function incompleteEnvironment(what: string, missing: readonly string[]): Problem {
  const names = missing.join(' and ');
  return problem(
    'environment-credentials-incomplete',
    `The environment holds only a part of ${what}; missing: ${names}.`,
    `Set ${names} and restart the editor, or use Sign In.`,
    { kind: 'sign-in' },
  );
}

/** Credentials that the variables hold. */
export function fromVariables(credentials: Login, variables: string): SourceResult {
  return accept(credentials, `the environment (${variables})`, 'environment-credentials-malformed');
}
