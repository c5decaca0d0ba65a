// Advice by HTTP status, for answers without a code that the tables know. IAM answers, whose codes
// are mere statuses, are explained here as well.
import type { Advice } from './advice';

const signIn = [{ kind: 'sign-in' } as const];
const selectTarget = [{ kind: 'select-target' } as const];
const later = 'Wait a few minutes and apply again.';

const byStatus: Readonly<Record<number, Advice>> = {
  400: {
    meaning: 'The service finds the request invalid.',
    remedy: 'Correct what the message names and apply again.',
    again: 'no',
  },
  401: {
    meaning: 'The credentials were not accepted.',
    remedy:
      'Sign in again. Do not simply repeat: five failures lock the access key for five minutes.',
    again: 'no',
    actions: signIn,
  },
  403: {
    meaning: 'The user lacks a permission.',
    remedy: 'Ask the administrator for the permission in this project.',
    again: 'no',
    lacking: 'permission',
  },
  404: {
    meaning: 'The address leads to nothing: the project, the connection or the API is not there.',
    remedy:
      'Check project and connection identifier, and that the target is the region they are in.',
    again: 'no',
    actions: selectTarget,
  },
  405: {
    meaning: 'The address does not accept this method.',
    remedy: 'Check that the target is a VPN endpoint.',
    again: 'no',
    actions: selectTarget,
  },
  406: {
    meaning: 'The service cannot answer in JSON.',
    remedy: 'Check that the target is a VPN endpoint.',
    again: 'no',
    actions: selectTarget,
  },
  407: {
    meaning: 'The proxy asks for a user name and password.',
    remedy: 'Set them in the proxy setting of the editor (http.proxy), then apply again.',
    again: 'no',
    actions: [{ kind: 'open-setting', setting: 'http.proxy' }],
  },
  408: {
    meaning: 'The service did not get the request in time.',
    remedy: 'Check what the cloud holds, then apply again.',
    again: 'wait',
  },
  409: {
    meaning: 'The connection or its gateway is in a state that allows no change.',
    remedy: 'Wait until it has settled, check what it holds, and only then apply again.',
    again: 'wait',
  },
  413: {
    meaning: 'The request is too large.',
    remedy: 'Split the update into smaller ones.',
    again: 'no',
  },
  414: {
    meaning: 'The address of the request is too long.',
    remedy: 'Check project and connection identifier.',
    again: 'no',
  },
  425: {
    meaning:
      'The connection is not in a state in which it can be updated, for example being deleted.',
    remedy: 'Check its state in the console.',
    again: 'no',
  },
  429: {
    meaning: 'Too many requests were sent.',
    remedy: later,
    again: 'wait',
  },
  494: {
    meaning: 'The headers of the request are too large.',
    remedy: 'Use shorter credentials: a token of one project, without the list of all services.',
    again: 'no',
    actions: signIn,
  },
  502: {
    meaning: 'A gateway on the way got no proper answer from the service.',
    remedy: 'Check what the cloud holds, then apply again.',
    again: 'wait',
  },
  503: {
    meaning: 'The service is not available at the moment.',
    remedy: later,
    again: 'wait',
  },
  504: {
    meaning: 'A gateway on the way waited in vain for the service.',
    remedy: 'Check what the cloud holds, then apply again.',
    again: 'wait',
  },
};

/** Advice on any status that is not a success. */
export function statusAdvice(status: number): Advice {
  const exact = byStatus[status];
  if (exact !== undefined) {
    return exact;
  }
  if (status >= 500) {
    return {
      meaning: 'The service failed inside.',
      remedy: `${later} If it stays, give the request ID to the support.`,
      again: 'wait',
    };
  }
  if (status >= 300 && status < 400) {
    return {
      meaning:
        'The address redirects to another one, and redirects are never followed, so that credentials stay where they belong.',
      remedy: 'Check the target: if the new address is right and yours, set it as the endpoint.',
      again: 'no',
      actions: selectTarget,
    };
  }
  return {
    meaning: 'The service refused the request.',
    remedy: 'Correct what the message names and apply again.',
    again: 'no',
  };
}
