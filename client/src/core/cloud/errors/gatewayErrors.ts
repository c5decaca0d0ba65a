// Error codes of the API gateway in front of every service, by number: those that tell users something
// about their own request. Their prefix is `APIGW.` on the public cloud and `APIG.` on dedicated and
// newer gateways. What 0201 means is said by the status alone.
// Source: API Gateway user guide, "Error Codes", and API Signing Guide, "Error Codes".
import type { Advice } from './advice';

const signIn = [{ kind: 'sign-in' } as const];
const selectTarget = [{ kind: 'select-target' } as const];
const later = 'Wait a few minutes and apply again.';

/** Keys are the digits after the dot. */
export const gatewayErrors: Readonly<Record<string, Advice>> = {
  '0101': {
    meaning: 'The gateway knows no API under this address, path and method.',
    remedy: 'Check that the target is the VPN endpoint of the right region.',
    again: 'no',
    actions: selectTarget,
  },
  '0103': {
    meaning: 'The gateway knows the API but finds no service behind it.',
    remedy: 'Check that the VPN service exists in this region.',
    again: 'no',
    actions: selectTarget,
  },
  '0301': {
    meaning: 'The credentials were not accepted: key, token or signature is wrong.',
    remedy:
      'Check access key and secret key and use Sign In again. Do not simply repeat: five failures lock the access key for five minutes.',
    again: 'no',
    actions: signIn,
  },
  '0302': {
    meaning: 'This user may not call this API.',
    remedy: 'Ask the administrator for the permission in this project.',
    again: 'no',
    lacking: 'permission',
  },
  '0303': {
    meaning: 'The application credentials were not accepted.',
    remedy: 'Use an access key or a token of an IAM user.',
    again: 'no',
    actions: signIn,
  },
  '0304': {
    meaning: 'The application may not call this API.',
    remedy: 'Use an access key or a token of an IAM user.',
    again: 'no',
    actions: signIn,
  },
  '0305': {
    meaning: 'The credentials were not accepted: they are incomplete or of another kind.',
    remedy: 'Use an access key or a token of an IAM user, and sign in again.',
    again: 'no',
    actions: signIn,
  },
  '0306': {
    meaning: 'Access to this API is refused.',
    remedy: 'Ask the administrator for the permission in this project.',
    again: 'no',
    lacking: 'permission',
  },
  '0307': {
    meaning: 'The token has expired or was revoked.',
    remedy: 'Get a new token for this project and sign in again.',
    again: 'no',
    actions: signIn,
  },
  '0308': {
    meaning: 'Too many requests were sent; the message names the limit.',
    remedy: 'Wait for the time that the message names, then apply again.',
    again: 'wait',
  },
  '0310': {
    meaning: 'The project is not available.',
    remedy: 'Check the project identifier and that it belongs to this region and account.',
    again: 'no',
    actions: selectTarget,
  },
  '0401': {
    meaning: 'The gateway cannot tell which IP address the request comes from.',
    remedy: 'Check whether a proxy on the way hides it, or send from another network.',
    again: 'no',
  },
  '0402': {
    meaning: 'Requests from this IP address are not allowed.',
    remedy: 'Send from an allowed network or ask the administrator to allow this one.',
    again: 'no',
  },
  '0405': {
    meaning: 'Requests from this IP address are not allowed.',
    remedy: 'Send from an allowed network or ask the administrator to allow this one.',
    again: 'no',
  },
  '0501': {
    meaning: 'The quota of the application is used up.',
    remedy: 'Have the quota raised, or use an access key or a token of an IAM user.',
    again: 'no',
  },
  '0502': {
    meaning: 'The application is frozen.',
    remedy: 'Check the state of the account.',
    again: 'no',
  },
  '0601': { meaning: 'The gateway failed inside.', remedy: later, again: 'wait' },
  '0613': {
    meaning: 'The identity service (IAM) is not available.',
    remedy: later,
    again: 'wait',
  },
  '0802': {
    meaning: 'This user is forbidden in this region.',
    remedy: 'Select a region that the user may use, or ask the administrator.',
    again: 'no',
    actions: selectTarget,
  },
};
