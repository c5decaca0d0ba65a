// Error codes of the identity service: asked for a token, and in front of services that let it decide.
// Source: IAM API reference, "Error Codes".
import { adviceByCode, type AdviceGroup } from './adviceGroup';

const signIn = [{ kind: 'sign-in' } as const];
const selectTarget = [{ kind: 'select-target' } as const];
const once = 'Do not simply repeat: IAM locks a user after several failures.';
const administration =
  'This product asks IAM for tokens and nothing else. Check that the IAM endpoint of the target is right, and that no proxy changes requests.';

/** Who asks, and what for: what can go wrong when a token is fetched or an action is allowed. */
const identity: readonly AdviceGroup[] = [
  {
    codes: ['IAM.0001'],
    advice: {
      meaning: 'IAM did not accept the credentials.',
      remedy: `Check user, password, account and project, and sign in again. ${once}`,
      again: 'no',
      actions: signIn,
    },
  },
  {
    codes: ['IAM.0002', 'IAM.0003', 'IAM.0064'],
    advice: {
      meaning: 'The policies of this user do not allow the action.',
      remedy: 'Ask the administrator for the permission in this project.',
      again: 'no',
      lacking: 'permission',
    },
  },
  {
    codes: ['IAM.0004', 'IAM.1109'],
    advice: {
      meaning: 'IAM does not know the project, the user or the account.',
      remedy: 'Check the project in the file and the account that is signed in.',
      again: 'no',
      actions: signIn,
    },
  },
  {
    codes: ['IAM.0061'],
    advice: {
      meaning: 'The user is locked after too many failures.',
      remedy: 'Wait until the lock ends, by default 15 minutes, then sign in again.',
      again: 'no',
      lockedMs: 15 * 60_000,
      actions: signIn,
    },
  },
  {
    codes: ['IAM.0062', '1103'],
    advice: {
      meaning: 'The password is wrong.',
      remedy: `Sign in again with the right password. ${once}`,
      again: 'no',
      actions: signIn,
    },
  },
  {
    codes: ['1101'],
    advice: {
      meaning: 'The user name is not one that IAM accepts.',
      remedy: `Sign in again with the name of an IAM user. ${once}`,
      again: 'no',
      actions: signIn,
    },
  },
  {
    codes: ['IAM.0063', 'IAM.0066', 'IAM.0067', 'IAM.0009'],
    advice: {
      meaning: 'The token is invalid or has expired.',
      remedy: 'Get a new token for this project and sign in again.',
      again: 'no',
      actions: signIn,
    },
  },
  {
    codes: ['IAM.0080', 'IAM.0082'],
    advice: {
      meaning: 'The user is disabled.',
      remedy: 'Ask the administrator to enable the user, or sign in as another one.',
      again: 'no',
      actions: signIn,
    },
  },
  {
    codes: ['IAM.0081'],
    advice: {
      meaning: 'The user may use the console alone, and no programs.',
      remedy: 'Ask the administrator for programmatic access, or sign in as another user.',
      again: 'no',
      actions: signIn,
    },
  },
  {
    codes: ['IAM.0083'],
    advice: {
      meaning: 'The user may not use this region.',
      remedy: 'Select a region that the user may use, or ask the administrator.',
      again: 'no',
      actions: selectTarget,
    },
  },
  {
    codes: ['IAM.1104', 'IAM.1105', 'IAM.1106', 'IAM.1107'],
    advice: {
      meaning: 'The access key has expired, is disabled or blocked, or has lost its user.',
      remedy: 'Enable it or create a new access key in the console, then sign in again.',
      again: 'no',
      actions: signIn,
    },
  },
  {
    codes: ['IAM.1108'],
    advice: {
      meaning: 'The temporary access key has expired.',
      remedy: 'Get a new temporary access key and sign in again.',
      again: 'no',
      actions: signIn,
    },
  },
];

/** The state of IAM itself. */
const service: readonly AdviceGroup[] = [
  {
    codes: ['IAM.0006'],
    advice: {
      meaning: 'IAM failed inside.',
      remedy: 'Wait a few minutes and try again. If it stays, give the request ID to the support.',
      again: 'wait',
    },
  },
  {
    codes: ['IAM.0012'],
    advice: {
      meaning: 'Too many requests were sent to IAM; the message names the limit.',
      remedy: 'Wait for the time that the message names, then try again.',
      again: 'wait',
    },
  },
  {
    codes: ['IAM.0020'],
    advice: {
      meaning: 'IAM is failing over to another region.',
      remedy: 'Wait a few minutes and try again.',
      again: 'wait',
    },
  },
];

/** Requests that are malformed, and requests that this product never sends. */
const foreign: readonly AdviceGroup[] = [
  {
    codes: ['1100', 'IAM.0007', 'IAM.0011', 'IAM.0072', 'IAM.0073', ...iam(1101, 1103)],
    advice: {
      meaning: 'IAM finds the request for a token invalid.',
      remedy: `Check user, account and project for unusual characters, and sign in again. If they are right, check the IAM endpoint of the target. ${once}`,
      again: 'no',
      actions: signIn,
    },
  },
  {
    codes: [
      ...['1102', '1104', '1105', '1106', '1107', '1108', '1109', '1110', '1111', '1113', '1115'],
      ...['1117', '1118', '1120', 'IAM.0005', 'IAM.0008', 'IAM.0010', 'IAM.1061', 'IAM.1062'],
    ],
    advice: {
      meaning: 'IAM answers as if a user were to be changed.',
      remedy: administration,
      again: 'no',
      actions: selectTarget,
    },
  },
  {
    codes: ['IAM.0077', ...iam(1000, 1060)],
    advice: {
      meaning: 'IAM answers as if a policy were to be changed.',
      remedy: administration,
      again: 'no',
      actions: selectTarget,
    },
  },
];

/** Keys are whole codes, `IAM.0001` or, as IAM writes them for users, `1101`. */
export const iamErrors = adviceByCode([...identity, ...service, ...foreign]);

function iam(first: number, last: number): readonly string[] {
  return Array.from({ length: last - first + 1 }, (_, index) => `IAM.${first + index}`);
}
