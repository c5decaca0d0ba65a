// Where updates go, as the user has chosen it. A file can never name an endpoint of its own.

/** The chosen destination. */
export type Target = SandboxTarget | RegionalTarget | EndpointTarget | NamedTarget;

/** The embedded VPN API on the loopback interface. */
export interface SandboxTarget {
  readonly kind: 'sandbox';
}

/** A region of the public cloud; its endpoint follows from the region's name. */
export interface RegionalTarget {
  readonly kind: 'regional';
  readonly region: string;
}

/** The endpoint of the machine-level setting, for clouds that the region table does not hold. */
export interface EndpointTarget {
  readonly kind: 'endpoint';
  /** `https://host[:port]`; checked again before each use. */
  readonly endpoint: string;
  /** The region that this endpoint serves, when the user has said so. */
  readonly region?: string;
}

/**
 * An entry of the machine-level setting `vpnconn.targets`. Its addresses are kept with the choice: an
 * entry that leads elsewhere by now is refused until it is selected again.
 */
export interface NamedTarget {
  readonly kind: 'named';
  /** Unique among the entries. */
  readonly name: string;
  /** Of the VPN service, `https://host[:port]`. */
  readonly endpoint: string;
  /** Of the IAM service, the only address that a password may be sent to. */
  readonly iamEndpoint?: string;
  /** The region that the endpoint serves, when the entry says so. */
  readonly region?: string;
}

/** Where the credentials of a target come from; `any` asks all places in the usual order. */
export const credentialSources = [
  'any',
  'access-key',
  'temporary-access-key',
  'token',
  'password',
  'environment',
  'profile',
  'koocli',
  'ask',
] as const;

/** One of `credentialSources`. */
export type CredentialSource = (typeof credentialSources)[number];

/** One entry: the target that it describes, and what is said about it. */
export interface TargetDefinition {
  readonly target: NamedTarget;
  readonly credentials: CredentialSource;
  /** Updates ask for the name of the connection before they are sent. */
  readonly production: boolean;
}

/** What the setting holds. */
export interface TargetDefinitions {
  readonly definitions: readonly TargetDefinition[];
  /** One sentence for each entry that is left out, which never quotes a value. */
  readonly complaints: readonly string[];
}

/**
 * Name under which the credentials of a target are kept. It contains the origins of explicit
 * endpoints, so credentials can never travel to an endpoint they were not entered for.
 */
export function targetKey(target: Target): string {
  switch (target.kind) {
    case 'sandbox':
      return 'sandbox';
    case 'regional':
      return `regional:${target.region}`;
    case 'endpoint':
      return `endpoint:${target.endpoint}`;
    case 'named':
      return `named:${JSON.stringify([target.name, target.endpoint, target.iamEndpoint ?? ''])}`;
  }
}

/** Name for people of a target that is known by its key alone. */
export function describeTargetKey(key: string): string {
  const [, kind = '', rest = ''] = /^([a-z]+)(?::(.*))?$/s.exec(key) ?? [];
  switch (kind) {
    case 'sandbox':
      return describeTarget({ kind });
    case 'regional':
      return describeTarget({ kind, region: rest });
    case 'endpoint':
      return describeTarget({ kind, endpoint: rest });
    case 'named':
      return nameIn(rest);
    default:
      return key;
  }
}

/** Name for people. */
export function describeTarget(target: Target): string {
  switch (target.kind) {
    case 'sandbox':
      return 'Sandbox (on this machine)';
    case 'regional':
      return `Region ${target.region}`;
    case 'endpoint':
      return `Endpoint ${target.endpoint}`;
    case 'named':
      return target.name;
  }
}

function nameIn(parts: string): string {
  try {
    const values: unknown = JSON.parse(parts);
    return Array.isArray(values) && typeof values[0] === 'string' ? values[0] : parts;
  } catch {
    return parts;
  }
}
