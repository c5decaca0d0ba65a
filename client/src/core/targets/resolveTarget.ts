// From a target to where it leads: the only place that decides which address gets which credentials, for
// a new update and for a record alike. Addresses come from the user's settings as they are now. What a
// record says is compared with them and never used.
import type { RequestSettings, Sandbox, Settings, TargetStore } from '../ports/ports';
import { problem, type Action, type Problem } from '../model/problem';
import { refused, type Refused } from '../model/refused';
import {
  describeTarget,
  type CredentialSource,
  type EndpointTarget,
  type NamedTarget,
  type RegionalTarget,
  type Target,
} from '../model/target';
import { endpointSetting, parseEndpoint, type Endpoint } from './endpoint';
import { isBuiltInRegion, isRegionId, regionalIamOrigin, regionalOrigin } from './regions';
import { definitionOf, targetsSetting } from './targetDefinition';

/** A target that the settings still contain. */
export interface ResolvedTarget {
  readonly kind: 'resolved';
  readonly target: Target;
  /** Of the VPN service. */
  readonly endpoint: Endpoint;
  /** Origin of the IAM service, the only address that a password may be sent to. */
  readonly iamEndpoint?: string;
  /** Where its credentials may come from. */
  readonly credentials: CredentialSource;
}

/** The ports that are read. */
export interface TargetPorts {
  readonly targets: TargetStore;
  readonly settings: Settings;
  readonly sandbox: Sandbox;
}

/**
 * Resolves a target. Refused with `target-changed` when the settings no longer contain it with exactly
 * these addresses, with `sandbox-stopped`, or because of its endpoint.
 */
export function resolveTarget(target: Target, ports: TargetPorts): ResolvedTarget | Refused {
  switch (target.kind) {
    case 'sandbox': {
      const running = ports.sandbox.running();
      return running === undefined
        ? refused(sandboxStopped())
        : resolved(target, running.endpoint, { iamEndpoint: running.endpoint });
    }
    case 'regional':
      return isRegionId(target.region) && isChosen(target, ports)
        ? resolved(target, regionalOrigin(target.region), {
            iamEndpoint: regionalIamOrigin(target.region),
          })
        : refused(changed(target));
    case 'endpoint':
      return isInSettings(target, ports.settings.read())
        ? resolved(target, target.endpoint, {})
        : refused(changed(target, endpointSetting));
    case 'named': {
      const definition = definitionOf(target, definitionsIn(ports.settings.read()));
      return definition === undefined
        ? refused(changed(target, targetsSetting))
        : resolved(definition.target, definition.target.endpoint, definition);
    }
  }
}

/** Why nothing is sent to this address with the credentials of the target; undefined: it may be. */
export function addressProblem(
  url: string,
  target: Target,
  ports: TargetPorts,
): Problem | undefined {
  const result = resolveTarget(target, ports);
  if (result.kind === 'refused') {
    return result.problem;
  }
  const { origin, host } = new URL(url);
  const isOwn =
    origin === result.endpoint.origin || (target.kind === 'regional' && isOfBuiltInRegion(url));
  return isOwn ? undefined : otherAddress(host, target);
}

/** `gone`: the settings no longer contain the target. A sandbox that is stopped is `ordinary`. */
export type TargetStatus = 'ordinary' | 'production' | 'gone';

/** Read from the settings each time, so that marking a target as production takes effect at once. */
export function targetStatus(target: Target, settings: RequestSettings): TargetStatus {
  switch (target.kind) {
    case 'sandbox':
    case 'regional':
      return 'ordinary';
    case 'endpoint':
      return isInSettings(target, settings) ? 'ordinary' : 'gone';
    case 'named': {
      const definition = definitionOf(target, definitionsIn(settings));
      if (definition === undefined) {
        return 'gone';
      }
      return definition.production ? 'production' : 'ordinary';
    }
  }
}

/** `eu-west-101` of `vpn.eu-west-101.myhuaweicloud.eu`; undefined for hosts of another form. */
export function regionOfHost(host: string): string | undefined {
  return /^vpn\.([a-z0-9-]+)\./.exec(host)?.[1];
}

/** The sandbox is the target and isn't running. */
export function sandboxStopped(): Problem {
  return problem(
    'sandbox-stopped',
    'The sandbox is the selected target, and it is not running.',
    'Start the sandbox or select another target.',
    { kind: 'start-sandbox' },
    { kind: 'select-target' },
  );
}

function resolved(
  target: Target,
  address: string,
  {
    credentials = 'any',
    ...more
  }: {
    readonly credentials?: CredentialSource;
    readonly iamEndpoint?: string;
    readonly target?: NamedTarget;
  },
): ResolvedTarget | Refused {
  const parsed = parseEndpoint(address);
  if (parsed.kind === 'refused') {
    return parsed;
  }
  const iamEndpoint = more.iamEndpoint ?? more.target?.iamEndpoint;
  const { endpoint } = parsed;
  return {
    ...{ kind: 'resolved', target, endpoint, credentials },
    ...(iamEndpoint !== undefined && { iamEndpoint }),
  };
}

/** A region that is not built in counts only when the user, not a record, names it. */
function isChosen({ region }: RegionalTarget, { targets, settings }: TargetPorts): boolean {
  const current = targets.current();
  return (
    isBuiltInRegion(region) ||
    settings.read().region === region ||
    (current?.kind === 'regional' && current.region === region)
  );
}

/** A file may have moved the update to another built-in region of the public cloud. */
function isOfBuiltInRegion(url: string): boolean {
  const { host, origin } = new URL(url);
  const region = regionOfHost(host);
  return region !== undefined && isBuiltInRegion(region) && regionalOrigin(region) === origin;
}

function isInSettings(target: EndpointTarget, { endpoint, region }: RequestSettings): boolean {
  return endpoint === target.endpoint && region === target.region;
}

function definitionsIn({ targets }: RequestSettings) {
  return targets?.definitions ?? [];
}

function changed(target: Target, setting?: string): Problem {
  const open: readonly Action[] = setting === undefined ? [] : [{ kind: 'open-setting', setting }];
  return problem(
    'target-changed',
    `The settings no longer contain the target "${describeTarget(target)}" with the same addresses.`,
    'Select the target again. For an earlier update, restore the target in the settings.',
    { kind: 'select-target' },
    ...open,
  );
}

function otherAddress(host: string, target: Target): Problem {
  return problem(
    'target-changed',
    `The address ${host} doesn't belong to the target "${describeTarget(target)}".`,
    'Check the connection in the console, and remove the update from the change history.',
    { kind: 'select-target' },
  );
}
