// Error codes of the VPN service that speak of what stands around a connection: gateways, elastic IP
// addresses, subnets. An update meets them when something there has changed.
// Source: VPN API reference, "Error Codes" (vpn_api_0067), site-to-site VPN.
import { adviceByCode } from './adviceGroup';

const address = 'Choose a free address of the right subnet, then apply again.';
const gateway =
  'An update of a connection does not touch this. Look at the gateway in the console; if all is well there, give the request ID to the support.';

/** Keys are the digits after `VPN.`. */
export const vpnResourceErrors = adviceByCode([
  {
    codes: ['0101', '0102', '0103', '0112', '0802'],
    advice: {
      meaning: 'The elastic IP address of the gateway, or its bandwidth, cannot be used.',
      remedy: gateway,
      again: 'no',
    },
  },
  {
    codes: ['0104'],
    advice: {
      meaning: 'An IP address of the request lies outside of its subnet.',
      remedy: address,
      again: 'no',
    },
  },
  {
    codes: ['0107', '0108', '0109', '0110', '0111'],
    advice: {
      meaning:
        'A private IP address of the gateway is malformed, doubled, missing, reserved or taken.',
      remedy: gateway,
      again: 'no',
    },
  },
  {
    codes: ['0105', '0516', '0517', '0518'],
    advice: {
      meaning: 'The specification of the gateway does not allow this.',
      remedy: gateway,
      again: 'no',
    },
  },
  {
    codes: ['0285'],
    advice: {
      meaning: 'The subnet of the gateway has too few free IP addresses.',
      remedy: 'Release addresses in the subnet or enlarge it, then apply again.',
      again: 'no',
    },
  },
  {
    codes: ['0800', '0801'],
    advice: {
      meaning: 'The gateway or the connection is one of the earlier kind and cannot be migrated.',
      remedy: gateway,
      again: 'no',
    },
  },
  {
    codes: ['0803'],
    advice: {
      meaning: 'The quota does not suffice.',
      remedy: 'Release resources or have the quota raised, then apply again.',
      again: 'no',
    },
  },
]);
