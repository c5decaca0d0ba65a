// VPN gateways of the demo project.
import type { ElasticAddress, Gateway } from '../state/resources';
import { gatewayIds } from './project';

/** The first and second address of each gateway; connections point at them. */
export const gatewayAddresses = {
  headquarters: [
    address('0c464dad-5e1b-4d8a-9f27-c22bb0eb0bde', '203.0.113.10'),
    address('d58c0e17-3a6f-4b92-8e4d-71f9a2c5b038', '203.0.113.11'),
  ],
  enterpriseRouter: [
    address('92b7f3e4-1c0d-4a58-b6e9-d4035f8a7c21', '203.0.113.20'),
    address('5fa1c8d0-7e2b-4936-8d4c-0b9e6f3a1572', '203.0.113.21'),
  ],
  gm: [
    address('b3e6d907-4f1a-4c25-9a8e-62d7c0f5b184', '203.0.113.30'),
    address('07d9a2c5-8b6e-4f13-a0d4-e1c3b5f79268', '203.0.113.31'),
  ],
  withoutFixedAddress: [
    address('f814b6e3-2d7c-4a09-95f8-3c0e7d1a6b52', '203.0.113.40'),
    address('6c2e9f50-d1b8-4e74-8a3d-95b7f0c4e216', '203.0.113.41'),
  ],
} as const;

/** One gateway for each set of rules that the API page tells apart. */
export const gateways: readonly Gateway[] = [
  gateway({
    id: gatewayIds.headquarters,
    name: 'vpngw-frankfurt',
    attachment_type: 'vpc',
    flavor: 'Professional1',
    ha_mode: 'active-active',
    local_subnets: ['10.0.0.0/24', '192.168.11.0/24'],
    addresses: gatewayAddresses.headquarters,
    supported_features: ['query_connection_log'],
  }),
  gateway({
    id: gatewayIds.enterpriseRouter,
    name: 'vpngw-backbone',
    attachment_type: 'er',
    er_id: '4e8b1d73-0a5f-4c29-b6d2-8f7e3a9c0514',
    flavor: 'Professional2',
    ha_mode: 'active-standby',
    local_subnets: [],
    addresses: gatewayAddresses.enterpriseRouter,
    supported_features: ['query_connection_log'],
  }),
  gateway({
    id: gatewayIds.gm,
    name: 'vpngw-gm',
    attachment_type: 'vpc',
    flavor: 'GM',
    ha_mode: 'active-standby',
    local_subnets: ['10.20.0.0/16'],
    addresses: gatewayAddresses.gm,
    // An older gateway: its connections have no log to query.
    supported_features: [],
  }),
  gateway({
    id: gatewayIds.withoutFixedAddress,
    name: 'vpngw-field-offices',
    attachment_type: 'vpc',
    flavor: 'Professional1-NonFixedIP',
    ha_mode: 'active-active',
    local_subnets: ['10.30.0.0/16'],
    addresses: gatewayAddresses.withoutFixedAddress,
    supported_features: ['query_connection_log'],
  }),
];

type Particulars = Pick<
  Gateway,
  'id' | 'name' | 'attachment_type' | 'flavor' | 'ha_mode' | 'local_subnets' | 'supported_features'
> & {
  readonly er_id?: string;
  readonly addresses: readonly [ElasticAddress, ElasticAddress];
};

function gateway({ addresses: [eip1, eip2], ...particulars }: Particulars): Gateway {
  return {
    network_type: 'public',
    status: 'ACTIVE',
    vpc_id: '2b6d0f84-9c3e-4a71-85d2-e7f1b4a0c963',
    connect_subnet: 'a1f7c3e9-5b0d-4826-9e4a-d8c2f6b07135',
    bgp_asn: 64512,
    ip_version: 'ipv4',
    availability_zone_ids: ['eu-west-101a', 'eu-west-101b'],
    connection_number: 10,
    used_connection_number: 2,
    used_connection_group: 2,
    enterprise_project_id: '0',
    created_at: '2023-11-06T08:12:45.118Z',
    updated_at: '2024-09-17T14:03:20.502Z',
    ...particulars,
    eip1,
    eip2,
  };
}

function address(id: string, ip: string): ElasticAddress {
  return {
    id,
    ip_version: 4,
    type: '5_bgp',
    ip_address: ip,
    charge_mode: 'bandwidth',
    bandwidth_id: id.replace(/^.{8}/, '7c0b5e12'),
    bandwidth_size: 100,
    bandwidth_name: `bandwidth-${ip.replaceAll('.', '-')}`,
  };
}
