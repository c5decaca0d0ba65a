// Names the proxy where it is the proxy that cannot be reached.
import type { HttpFailureCode } from '../model/httpExchange';
import type { Transport } from '../ports/ports';
import type { Route } from '../ports/route';

/** Behind a proxy these are about the proxy: only it is looked up and connected to from here. */
const ofFirstHost: ReadonlySet<HttpFailureCode> = new Set([
  'connection-refused',
  'host-not-found',
  'host-unreachable',
]);

/** The same transport, whose failures do not blame the host for what is between here and the proxy. */
export function behindProxy(transport: Transport, route: Pick<Route, 'proxyFor'>): Transport {
  return {
    send: async (request, limits) => {
      const result = await transport.send(request, limits);
      const isOfProxy =
        result.kind === 'failure' &&
        ofFirstHost.has(result.code) &&
        route.proxyFor(new URL(request.url).origin).kind === 'proxy';
      return isOfProxy ? { ...result, code: 'proxy-unreachable' } : result;
    },
  };
}
