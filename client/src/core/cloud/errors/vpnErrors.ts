// Error codes of the VPN service about connections and callers, by number.
// Source: VPN API reference, "Error Codes" (vpn_api_0067), and the update page's error example.
import type { Advice } from './advice';

const fix = 'Correct the file and apply it again.';
const later = 'Wait a few minutes and apply again.';
const signIn = [{ kind: 'sign-in' } as const];

/** Keys are the digits after `VPN.`. */
export const vpnErrors: Readonly<Record<string, Advice>> = {
  '0001': {
    meaning:
      'The service finds the request invalid; its message names the reason. It also says so of a frozen connection.',
    remedy: `${fix} If the message says that an update is not allowed, check whether the connection is frozen.`,
    again: 'no',
  },
  '0002': {
    meaning: 'The VPN service failed inside.',
    remedy: `${later} If it stays, give the request ID to the support.`,
    again: 'wait',
  },
  '0003': {
    meaning:
      'The VPN service does not let this caller in: a permission is missing, or the credentials are not of this project.',
    remedy: 'Ask the administrator for the permission in this project.',
    again: 'no',
    actions: signIn,
    lacking: 'permission',
  },
  '0004': {
    meaning: 'A resource of the request does not exist in this project and region.',
    remedy: 'Check the connection, project and customer gateway identifiers, and the region.',
    again: 'no',
    actions: [{ kind: 'select-target' }],
  },
  '0005': {
    meaning: 'The VPN service could not authenticate itself to another service.',
    remedy: `${later} If it stays, give the request ID to the support.`,
    again: 'wait',
  },
  '0006': {
    meaning: 'The identity service (IAM) is not available.',
    remedy: later,
    again: 'wait',
  },
  '0007': {
    meaning: 'The user is not authorised to perform this operation.',
    remedy: 'Ask the administrator for the permission in this project.',
    again: 'no',
    lacking: 'permission',
  },
  '0009': {
    meaning: 'The connection is being deleted.',
    remedy: 'Do not update it; check in the console who deletes it.',
    again: 'no',
  },
  '0010': {
    meaning: 'The token was not accepted.',
    remedy: 'Get a new token for this project and sign in again.',
    again: 'no',
    actions: signIn,
  },
  '0012': {
    meaning: 'An IP address of the request is already in use.',
    remedy: 'Choose a free address, then apply again.',
    again: 'no',
  },
  '0013': {
    meaning: 'The request holds an attribute that this connection does not support.',
    remedy: 'Remove the attribute that the message names, then apply again.',
    again: 'no',
  },
  '0014': { meaning: 'The system is busy.', remedy: later, again: 'wait' },
  '0015': {
    meaning: 'A tag policy of the organisation forbids the request.',
    remedy: 'Ask the administrator which tags the policy demands.',
    again: 'no',
  },
  '0016': {
    meaning: 'The VPN gateway is not ready for changes.',
    remedy: `${later} The gateway must be in normal state first.`,
    again: 'wait',
  },
  '0017': {
    meaning: 'The instance is not ready for changes.',
    remedy: `${later} The connection must leave its pending state first.`,
    again: 'wait',
  },
  '0018': {
    meaning: 'The enterprise router of the gateway is disabled.',
    remedy: 'Remove what belongs to the enterprise router from the update, or enable the router.',
    again: 'no',
  },
  '0030': { meaning: 'The system is busy.', remedy: later, again: 'wait' },
  '0031': {
    meaning: 'The same operation is already under way.',
    remedy:
      'Wait until the connection leaves its pending state, check it, and only then apply again.',
    again: 'wait',
  },
  '0203': { meaning: 'An IP address of the request is invalid.', remedy: fix, again: 'no' },
  '0204': {
    meaning: 'An IP address of the request is of class D or E, or a loopback address.',
    remedy: 'Use a unicast address, then apply again.',
    again: 'no',
  },
  '0218': {
    meaning: 'The route table of the VPC could not be updated.',
    remedy: 'Check the routes of the VPC and the permission to change them, then apply again.',
    again: 'no',
  },
  '0219': {
    meaning: 'The route table of the VPC could not be updated.',
    remedy: 'Check the routes of the VPC and the permission to change them, then apply again.',
    again: 'no',
  },
  '0220': {
    meaning: 'The route table of the VPC is full.',
    remedy:
      'Remove routes, summarise the customer subnets or raise the route quota, then apply again.',
    again: 'no',
  },
  '0304': {
    meaning: 'The gateway is too old for connection logs.',
    remedy: 'Look at the log of the device at the other end instead.',
    again: 'no',
  },
  '0305': {
    meaning: 'Connections of a policy template have no connection log.',
    remedy: 'Look at the log of the device at the other end instead.',
    again: 'no',
  },
  '0306': {
    meaning: 'The connection is being updated by an earlier request.',
    remedy: 'Wait until its update has settled, check what it holds, and only then apply again.',
    again: 'wait',
  },
  '0381': {
    meaning: 'The connection already has a health check.',
    remedy: 'Nothing has to be created again.',
    again: 'no',
  },
  '0429': {
    meaning: 'Too many requests were sent to the VPN service.',
    remedy: later,
    again: 'wait',
  },
  '0506': {
    meaning: 'The VPN gateway is still being created.',
    remedy: later,
    again: 'wait',
  },
  '0507': {
    meaning: 'The VPN gateway is being updated.',
    remedy: later,
    again: 'wait',
  },
  '0508': {
    meaning: 'The VPN gateway is being deleted.',
    remedy: 'Do not update its connections; check in the console who deletes it.',
    again: 'no',
  },
  '0509': {
    meaning: 'The VPN gateway does not exist any more.',
    remedy: 'Check the connection in the console.',
    again: 'no',
  },
};
