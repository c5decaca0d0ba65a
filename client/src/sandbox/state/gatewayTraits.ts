// Traits of a gateway on which rules of the API page depend.
import type { Connection, Gateway } from './resources';

/** GM gateways have rules of their own throughout. */
export function isGmGateway(gateway: Gateway | undefined): boolean {
  return gateway?.flavor.toUpperCase() === 'GM';
}

/** With an enterprise router, routes decide in these modes, and customer subnets play no part. */
export function routesDecide(connection: Connection, gateway: Gateway | undefined): boolean {
  const { style } = connection;
  return gateway?.attachment_type === 'er' && (style === 'policy' || style === 'bgp');
}
