// The gateway gives one code to every failed authentication; only its message says which it was.
import type { SignatureDifference } from '../../model/httpExchange';
import { describeSkew } from '../clockSkew';
import type { CredentialsRefusal } from '../../model/httpExchange';
import { shortText } from '../../model/visibleText';
import type { Advice } from './advice';

/** How long an access key stays locked after five failures, within as much time. */
const lockMs = 5 * 60_000;

const signIn = [{ kind: 'sign-in' } as const];
const lock = 'Do not simply repeat: five failures lock the access key for five minutes.';

interface Detail {
  readonly pattern: RegExp;
  readonly advise: (refusal: CredentialsRefusal) => Advice | undefined;
}

const details: readonly Detail[] = [
  { pattern: /signature expired|request time|x-sdk-date/i, advise: wrongTime },
  {
    pattern: /\b(?:ak|access key)\b.*(?:not exist|not found|invalid)/i,
    advise: () => ({
      meaning: 'The cloud does not know the access key.',
      remedy:
        'Check that the access key belongs to this cloud and still exists, then sign in again.',
      again: 'no',
      actions: signIn,
    }),
  },
  {
    pattern: /locked|reach the limit/i,
    advise: () => ({
      meaning: 'The access key is locked after repeated failures.',
      remedy: 'Wait five minutes, check the secret key, and sign in again.',
      again: 'no',
      lockedMs: lockMs,
      actions: signIn,
    }),
  },
  {
    pattern: /security.?token/i,
    advise: () => ({
      meaning: 'The security token of the temporary access key is missing, wrong or has expired.',
      remedy: 'Get a new temporary access key and sign in again with all three parts of it.',
      again: 'no',
      actions: signIn,
    }),
  },
  {
    pattern: /decrypt token|token.*(?:decrypt|invalid|expired)/i,
    advise: () => ({
      meaning: 'The token cannot be read by this cloud.',
      remedy: 'Get a new token for this project from the same cloud and sign in again.',
      again: 'no',
      actions: signIn,
    }),
  },
  { pattern: /verify .*signature|signature.*(?:mismatch|not match|fail)/i, advise: mismatch },
  {
    pattern: /(?:x-auth-token|authorization).*(?:not found|missing|format)/i,
    advise: () => ({
      meaning: 'The request reached the gateway without its credentials.',
      remedy: 'Look for a proxy that removes headers from requests.',
      again: 'no',
    }),
  },
];

/** In characters; what the gateway says comes first. */
const maxSaidLength = 500;

/** Advice on the gateway's message, or undefined when the message tells nothing more. */
export function authenticationDetail(
  message: string,
  refusal: CredentialsRefusal = {},
): Advice | undefined {
  // The gateway appends the request as it understood it, in which any word may occur.
  const [said = ''] = message.slice(0, maxSaidLength).split('canonicalRequest');
  const advise = details.find(({ pattern }) => pattern.test(said))?.advise ?? wrongClock;
  return (advise === mismatch ? wrongClock(refusal) : undefined) ?? advise(refusal);
}

/** Further off than this, a signature is rejected, in whatever words. */
const clockWindowMs = 14 * 60_000;

/** Advice on a rejected signature when the clock of this machine explains it. */
export function wrongClock(refusal: CredentialsRefusal = {}): Advice | undefined {
  return Math.abs(refusal.clockAheadMs ?? 0) > clockWindowMs ? wrongTime(refusal) : undefined;
}

function wrongTime({ clockAheadMs }: CredentialsRefusal): Advice {
  const off =
    clockAheadMs === undefined
      ? ''
      : `: by its answer, the clock of this machine is ${describeSkew(clockAheadMs)}`;
  return {
    meaning: `The signature is too old or too new for the gateway${off}.`,
    remedy: 'Set the clock of this machine: it must be within 15 minutes of the real time.',
    again: 'no',
    lockedMs: lockMs,
  };
}

function mismatch({ reading }: CredentialsRefusal): Advice {
  if (reading === 'same') {
    return {
      meaning:
        'The signature does not match although the request arrived as it was signed, so the secret key is wrong.',
      remedy: `Sign in again with the right secret key. ${lock}`,
      again: 'no',
      actions: signIn,
    };
  }
  if (reading !== undefined) {
    return {
      meaning: `The signature does not match because the request was changed on its way. First difference: ${describe(reading)}.`,
      remedy: `Look for a proxy that changes requests, and have it leave those to this host alone. ${lock}`,
      again: 'no',
    };
  }
  return {
    meaning:
      'The signature does not match: the secret key is wrong, or the request was changed on its way.',
    remedy: `Sign in again with the right secret key. If it is right, look for a proxy that changes requests. ${lock}`,
    again: 'no',
    actions: signIn,
  };
}

/** Long enough for a path, short enough for a message. */
const longestValue = 160;

function describe({ part, values }: SignatureDifference): string {
  if (values === undefined) {
    return `${part} is not the one that was signed`;
  }
  const quote = (text: string): string =>
    text === '' ? 'nothing' : `“${shortText(text, longestValue)}”`;
  return `${part} was signed as ${quote(values.signed)} and arrived as ${quote(values.received)}`;
}
