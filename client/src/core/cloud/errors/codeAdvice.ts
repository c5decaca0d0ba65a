// From the code of an answer to what it means, whichever service gave it.
import type { Advice } from './advice';
import { gatewayErrors } from './gatewayErrors';
import { gatewayServiceErrors } from './gatewayServiceErrors';
import { iamErrors } from './iamErrors';
import { vpnErrors } from './vpnErrors';
import { vpnResourceErrors } from './vpnResourceErrors';

/** Advice on a code such as `VPN.0001`, `APIGW.0301`, `IAM.0062` or `1103`; undefined: not documented. */
export function codeAdvice(code: string): Advice | undefined {
  const [, prefix = '', digits = ''] = /^(VPN|APIGW|APIG)\.(\d{4})$/i.exec(code) ?? [];
  switch (prefix.toUpperCase()) {
    case 'VPN':
      return vpnErrors[digits] ?? vpnResourceErrors[digits];
    case 'APIG':
    case 'APIGW':
      return gatewayErrors[digits] ?? gatewayServiceErrors[digits];
    default:
      return iamErrors[code.toUpperCase()];
  }
}

/** Whether the API gateway gave the code. */
export function isGatewayCode(code: string): boolean {
  return /^APIG/i.test(code);
}
