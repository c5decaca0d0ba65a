// Customer gateways of the demo project, on addresses reserved for documentation (RFC 5737).
import type { CustomerGateway } from '../state/resources';
import { customerGatewayIds } from './project';

const times = { created_at: '2023-11-07T10:30:00.000Z', updated_at: '2023-11-07T10:30:00.000Z' };

/** The other sides of the connections. */
export const customerGateways: readonly CustomerGateway[] = [
  at(customerGatewayIds.hamburg, 'cgw-hamburg', '198.51.100.164', 65001),
  at(customerGatewayIds.lyon, 'cgw-lyon', '198.51.100.17', 65002),
  at(customerGatewayIds.milan, 'cgw-milan', '198.51.100.33', 65003),
  at(customerGatewayIds.krakow, 'cgw-krakow', '198.51.100.49', 65004),
  {
    id: customerGatewayIds.warehouse,
    name: 'cgw-warehouse',
    id_type: 'fqdn',
    id_value: 'warehouse.example.com',
    ...times,
  },
];

function at(id: string, name: string, address: string, asn: number): CustomerGateway {
  return { id, name, id_type: 'ip', id_value: address, bgp_asn: asn, ...times };
}
