// Certificates are always checked: nothing is sent from a process in which the check is off.
import type { Environment, Transport } from '../ports/ports';

/** Node checks no certificate while this variable is `0`, whoever set it. */
const variable = 'NODE_TLS_REJECT_UNAUTHORIZED';

/** The same transport, which sends nothing while the environment turns the check off. */
export function withCertificateCheck(transport: Transport, environment: Environment): Transport {
  return {
    send: async (request, limits) =>
      environment.get(variable) === '0'
        ? {
            kind: 'failure',
            code: 'certificate-check-off',
            delivered: 'no',
            detail: `${variable}=0`,
            elapsedMs: 0,
          }
        : transport.send(request, limits),
  };
}
