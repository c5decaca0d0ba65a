// Error codes of the API gateway that its users cannot cause by what they send, by number: its own
// configuration, the service behind it, kinds of authentication that this product does not use.
// Source: API Gateway user guide, "Error Codes".
import { adviceByCode } from './adviceGroup';

const later = 'Wait a few minutes and apply again.';
const support = `${later} If it stays, give the request ID to the support.`;
const selectTarget = [{ kind: 'select-target' } as const];
const signIn = [{ kind: 'sign-in' } as const];
const elsewhere =
  'Check that the target is the VPN endpoint of the right region: the gateway of the VPN service has no use for this.';

/** Keys are the digits after the dot. */
export const gatewayServiceErrors = adviceByCode([
  {
    codes: ['0104', '0105', '0107', '0606', '0608', '0609', '0611', '0612', '0705', '2102'],
    advice: {
      meaning: 'The gateway is configured wrongly on the side of the cloud.',
      remedy: support,
      again: 'wait',
    },
  },
  {
    codes: ['0106', '0602'],
    advice: {
      meaning: 'The gateway finds the request invalid before the VPN service has seen it.',
      remedy: 'Look at the request, and check that the target is the VPN endpoint.',
      again: 'no',
      actions: selectTarget,
    },
  },
  {
    codes: ['0202', '0610'],
    advice: {
      meaning: 'The gateway cannot reach the VPN service.',
      remedy: 'Check what the cloud holds, then apply again.',
      again: 'wait',
    },
  },
  {
    codes: ['0203'],
    advice: {
      meaning: 'The VPN service did not answer the gateway in time.',
      remedy: 'Check what the cloud holds, then apply again.',
      again: 'wait',
    },
  },
  {
    codes: ['0204', '0607'],
    advice: {
      meaning: 'The gateway does not speak this version of TLS or HTTP.',
      remedy: 'Check whether a proxy on the way uses an old version of TLS.',
      again: 'no',
    },
  },
  {
    codes: ['0205'],
    advice: {
      meaning: 'The gateway asks for a certificate of the client.',
      remedy: elsewhere,
      again: 'no',
      actions: selectTarget,
    },
  },
  {
    codes: ['0311', '0312', '0313', '0314', '0615', '0616', '0617'],
    advice: {
      meaning: 'The gateway wants to authenticate the caller with a service of a third party.',
      remedy: elsewhere,
      again: 'no',
      actions: selectTarget,
    },
  },
  {
    codes: ['0404', '0605'],
    advice: {
      meaning: 'The gateway cannot find the way to the VPN service.',
      remedy: support,
      again: 'wait',
    },
  },
  {
    codes: ['1001', '1002', '1003', '1004', '1009', '2201', '2202', '2203'],
    advice: {
      meaning: 'The gateway wants the key or token of an application, and does not accept this.',
      remedy: 'Use an access key or a token of an IAM user, and sign in again.',
      again: 'no',
      actions: signIn,
    },
  },
  {
    codes: ['2204', '2205', '2206', '2208', '2209', '2210', '2211', '2212', '2213'],
    advice: {
      meaning: 'The gateway takes the request for one that asks for the token of an application.',
      remedy: elsewhere,
      again: 'no',
      actions: selectTarget,
    },
  },
]);
