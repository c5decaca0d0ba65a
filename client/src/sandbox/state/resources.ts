// What the sandbox holds, in the field names of the API so that merging an update stays obvious.
// Values that only exist inside (`settlesAt`) never leave it.

/** Connection mode as requests spell it; responses show it in upper case. */
export type Style = 'static' | 'policy' | 'bgp' | 'policy-template';

/** Status of a connection (show and list only). */
export type ConnectionStatus =
  'ACTIVE' | 'DOWN' | 'ERROR' | 'PENDING_UPDATE' | 'FREEZED' | 'UNKNOWN';

/** A status in which a connection can come to rest after an update. */
export type SettledStatus = Exclude<ConnectionStatus, 'PENDING_UPDATE'>;

/** A connection. Times of the API are ISO 8601 text, own times milliseconds since 1970. */
export interface Connection {
  readonly id: string;
  readonly name: string;
  readonly vgw_id: string;
  /** Id of an EIP of the gateway, or the private address itself. */
  readonly vgw_ip: string;
  readonly style: Style;
  readonly cgw_id: string;
  readonly peer_subnets: readonly string[];
  readonly tunnel_local_address?: string;
  readonly tunnel_peer_address?: string;
  readonly enable_nqa: boolean;
  readonly policy_rules: readonly PolicyRule[];
  readonly ikepolicy: IkePolicy;
  readonly ipsecpolicy: IpsecPolicy;
  readonly created_at: string;
  readonly updated_at: string;
  readonly enterprise_project_id: string;
  readonly connection_monitor_id?: string;
  readonly ha_role: 'master' | 'slave';
  readonly tags: readonly { readonly key: string; readonly value: string }[];
  readonly status: SettledStatus;
  /** PENDING_UPDATE is shown until then; 0 when nothing is under way. */
  readonly settlesAt: number;
  readonly log: readonly LogLine[];
}

/** API page, table 10. */
export interface PolicyRule {
  readonly rule_index: number;
  readonly source?: string;
  readonly destination: readonly string[];
}

/** API page, table 11. */
export interface IkePolicy {
  readonly ike_version: 'v1' | 'v2';
  readonly phase1_negotiation_mode: 'main' | 'aggressive';
  readonly authentication_algorithm: string;
  readonly encryption_algorithm: string;
  readonly dh_group: string;
  readonly authentication_method: string;
  readonly lifetime_seconds: number;
  readonly local_id_type: 'ip' | 'fqdn';
  readonly local_id?: string;
  readonly peer_id_type: 'ip' | 'fqdn' | 'any';
  readonly peer_id?: string;
  readonly dpd: Dpd;
}

/** API page, table 12. */
export interface Dpd {
  readonly timeout: number;
  readonly interval: number;
  readonly msg: string;
}

/** API page, table 13. */
export interface IpsecPolicy {
  readonly authentication_algorithm: string;
  readonly encryption_algorithm: string;
  readonly pfs: string;
  readonly transform_protocol: string;
  readonly lifetime_seconds: number;
  readonly encapsulation_mode: string;
}

/** One line of the connection log; `time` in milliseconds since 1970. */
export interface LogLine {
  readonly time: number;
  readonly message: string;
}

/** A VPN gateway, shown as it is. */
export interface Gateway {
  readonly id: string;
  readonly name: string;
  readonly network_type: 'public' | 'private';
  readonly status: string;
  readonly attachment_type: 'vpc' | 'er';
  readonly er_id?: string;
  readonly vpc_id: string;
  readonly local_subnets: readonly string[];
  readonly connect_subnet: string;
  readonly bgp_asn: number;
  readonly flavor: string;
  readonly ip_version: 'ipv4';
  readonly availability_zone_ids: readonly string[];
  readonly connection_number: number;
  readonly used_connection_number: number;
  readonly used_connection_group: number;
  readonly enterprise_project_id: string;
  readonly ha_mode: 'active-active' | 'active-standby';
  readonly eip1: ElasticAddress;
  readonly eip2: ElasticAddress;
  readonly created_at: string;
  readonly updated_at: string;
  readonly supported_features: readonly string[];
}

/** An address of a gateway. */
export interface ElasticAddress {
  readonly id: string;
  readonly ip_version: 4;
  readonly type: string;
  readonly ip_address: string;
  readonly charge_mode: string;
  readonly bandwidth_id: string;
  readonly bandwidth_size: number;
  readonly bandwidth_name: string;
}

/** A customer gateway, shown as it is. */
export interface CustomerGateway {
  readonly id: string;
  readonly name: string;
  readonly id_type: 'ip' | 'fqdn';
  readonly id_value: string;
  readonly bgp_asn?: number;
  readonly created_at: string;
  readonly updated_at: string;
}

/** Everything that a sandbox starts with. */
export interface Seeds {
  readonly projectId: string;
  readonly gateways: readonly Gateway[];
  readonly customerGateways: readonly CustomerGateway[];
  readonly connections: readonly Connection[];
}
