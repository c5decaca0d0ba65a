// The gateway gives one code to every failed authentication; only its message says which it was.
import type { Advice } from './advice';

const signIn = [{ kind: 'sign-in' } as const];

const details: readonly { readonly pattern: RegExp; readonly advice: Advice }[] = [
  {
    pattern: /signature expired|request time|x-sdk-date/i,
    advice: {
      meaning: 'The signature is too old or too new for the gateway.',
      remedy: 'Set the clock of this machine: it must be within 15 minutes of the real time.',
      again: 'no',
    },
  },
  {
    pattern: /\b(?:ak|access key)\b.*(?:not exist|not found|invalid)/i,
    advice: {
      meaning: 'The cloud does not know the access key.',
      remedy:
        'Check that the access key belongs to this cloud and still exists, then sign in again.',
      again: 'no',
      actions: signIn,
    },
  },
  {
    pattern: /locked|reach the limit/i,
    advice: {
      meaning: 'The access key is locked after repeated failures.',
      remedy: 'Wait five minutes, check the secret key, and sign in again.',
      again: 'wait',
      actions: signIn,
    },
  },
  {
    pattern: /decrypt token|token.*(?:decrypt|invalid|expired)/i,
    advice: {
      meaning: 'The token cannot be read by this cloud.',
      remedy: 'Get a new token for this project from the same cloud and sign in again.',
      again: 'no',
      actions: signIn,
    },
  },
  {
    pattern: /verify .*signature|signature.*(?:mismatch|not match|fail)/i,
    advice: {
      meaning:
        'The signature does not match: the secret key is wrong, or the request was changed on its way.',
      remedy:
        'Sign in again with the right secret key. If it is right, look for a proxy that changes requests. Do not simply repeat: five failures lock the access key for five minutes.',
      again: 'no',
      actions: signIn,
    },
  },
];

/** Advice on the gateway's message, or undefined when the message tells nothing more. */
export function authenticationDetail(message: string): Advice | undefined {
  // The gateway appends the request as it understood it, in which any word may occur.
  const [said = ''] = message.split('canonicalRequest');
  return details.find(({ pattern }) => pattern.test(said))?.advice;
}
