// Where updates go, as the user has chosen it. A file can never name an endpoint of its own.

/** The chosen destination. */
export type Target = SandboxTarget | RegionalTarget | EndpointTarget;

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
 * Name under which the credentials of a target are kept. It contains the origin of an explicit
 * endpoint, so credentials can never travel to an endpoint they were not entered for.
 */
export function targetKey(target: Target): string {
  switch (target.kind) {
    case 'sandbox':
      return 'sandbox';
    case 'regional':
      return `regional:${target.region}`;
    case 'endpoint':
      return `endpoint:${target.endpoint}`;
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
  }
}
