// A way to a host that is as a test says.
import type { Route } from '../../../client/src/core/ports/route';

/** Direct, with one trusted certificate, unless the test says otherwise. */
export function fakeRoute(given: Partial<Route> = {}): Route {
  const certificate = {
    subject: 'vpn.example.com',
    issuer: 'Example CA',
    validFrom: 'Jan  1 00:00:00 2026 GMT',
    validTo: 'Jan  1 00:00:00 2027 GMT',
  };
  return {
    proxyFor: () => ({ kind: 'system' }),
    inspectTls: () => Promise.resolve({ certificates: [certificate] }),
    ...given,
  };
}
