// Advice by HTTP status, for answers without a code that the tables know. IAM answers, whose codes
// are mere statuses, are explained here as well.
import type { Advice } from './advice';

const signIn = [{ kind: 'sign-in' } as const];
const selectTarget = [{ kind: 'select-target' } as const];
const later = 'Wait a few minutes and apply again.';

/** What an IAM user needs for an update. Source: VPN API reference, permissions (vpn_api_0117). */
export const updatePermissions = {
  needed: 'vpn:vpnConnections:update',
  dependencies: [
    'vpc:vpcs:list',
    'vpc:vpcs:get',
    'vpc:subnets:get',
    'vpc:subnets:list',
    'vpc:subNetworkInterfaces:update',
    'vpc:publicIps:get',
    'vpc:publicIps:list',
    'vpc:bandwidths:list',
    'vpc:ports:get',
    'vpc:routeTables:update',
    'vpc:routeTables:get',
  ],
} as const;

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
    remedy: `Ask the administrator for ${updatePermissions.needed} in this project, with ${updatePermissions.dependencies.join(', ')}.`,
    again: 'no',
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
