// From the selected target, the settings and the file's region to one address, or to a refusal.
import type { RequestSettings, Sandbox, Settings, TargetStore } from '../ports/ports';
import { problem, type Problem } from '../model/problem';
import { refused } from '../model/refused';
import { endpointSetting, parseEndpoint, type Endpoint } from './endpoint';
import { isBuiltInRegion, isRegionId, regionalOrigin } from './regions';
import {
  describeTarget,
  type EndpointTarget,
  type NamedTarget,
  type Target,
} from '../model/target';
import { definitionOf, targetsSetting } from './targetDefinition';

/** Where a request goes. */
export interface Destination extends Endpoint {
  /** The target whose credentials are used. */
  readonly target: Target;
  /** The target for people, with the region that the file names when it decides. */
  readonly label: string;
}

/** The destination, or why there is none. */
export type DestinationResult =
  | { readonly kind: 'ready'; readonly destination: Destination }
  | { readonly kind: 'refused'; readonly problem: Problem };

/** The ports that are asked. */
export interface DestinationPorts {
  readonly targets: TargetStore;
  readonly settings: Settings;
  readonly sandbox: Sandbox;
}

/** The selected target, else the one that the settings describe, else undefined. */
export function currentTarget(targets: TargetStore, settings: Settings): Target | undefined {
  return targets.current() ?? targetOfSettings(settings.read());
}

/** The target that the settings describe: their endpoint, else their region. */
export function targetOfSettings({ endpoint, region }: RequestSettings): Target | undefined {
  if (endpoint !== undefined) {
    return { kind: 'endpoint', endpoint, ...(region !== undefined && { region }) };
  }
  return region === undefined ? undefined : { kind: 'regional', region };
}

/**
 * Finds the destination. The file's region may move a request among the regions of the public cloud
 * and never to another host; for the sandbox it means nothing.
 *
 * @param fileRegion the region that the file names, if it names one
 */
export function findDestination(
  fileRegion: string | undefined,
  ports: DestinationPorts,
): DestinationResult {
  const target = currentTarget(ports.targets, ports.settings);
  switch (target?.kind) {
    case undefined:
      return refused(noTarget());
    case 'sandbox': {
      const running = ports.sandbox.running();
      return running === undefined ? refused(sandboxStopped()) : reach(running.endpoint, target);
    }
    case 'regional':
      return toRegion(target.region, fileRegion ?? target.region);
    case 'endpoint':
      return toEndpoint(target, fileRegion, ports.settings.read());
    case 'named':
      return toNamed(target, fileRegion, ports.settings.read());
  }
}

/** The sandbox is the target and does not run. */
export function sandboxStopped(): Problem {
  return problem(
    'sandbox-stopped',
    'The sandbox is the selected target, and it is not running.',
    'Start the sandbox or select another target.',
    { kind: 'start-sandbox' },
    { kind: 'select-target' },
  );
}

function toRegion(selected: string, region: string): DestinationResult {
  if (!isRegionId(region)) {
    return refused(regionMalformed());
  }
  if (region !== selected && !isBuiltInRegion(region)) {
    return refused(regionUnknown(region, selected));
  }
  const target: Target = { kind: 'regional', region: selected };
  return reach(regionalOrigin(region), target, `Region ${region}`);
}

function toEndpoint(
  target: EndpointTarget,
  fileRegion: string | undefined,
  settings: RequestSettings,
): DestinationResult {
  if (settings.endpoint !== target.endpoint || settings.region !== target.region) {
    return refused(endpointGone(target.endpoint));
  }
  return reachServing(target, fileRegion);
}

/** A name means exactly one address: a file cannot move the request to another region. */
function toNamed(
  target: NamedTarget,
  fileRegion: string | undefined,
  { targets }: RequestSettings,
): DestinationResult {
  return definitionOf(target, targets?.definitions ?? []) === undefined
    ? refused(definitionGone(target.name))
    : reachServing(target, fileRegion);
}

/** The endpoint, unless it serves another region than the one that the file names. */
function reachServing(
  target: EndpointTarget | NamedTarget,
  fileRegion: string | undefined,
): DestinationResult {
  const result = reach(target.endpoint, target);
  if (result.kind === 'refused' || fileRegion === undefined) {
    return result;
  }
  const served = servedRegion(target, result.destination.host);
  return served === fileRegion
    ? result
    : refused(otherRegion(fileRegion, result.destination.host, served));
}

/** The region that a target serves: as the user has said, else as its host tells. */
export function servedRegion(
  target: Exclude<Target, { readonly kind: 'sandbox' }>,
  host: string,
): string | undefined {
  return target.region ?? regionOfHost(host);
}

/** `eu-west-101` of `vpn.eu-west-101.myhuaweicloud.eu`; other hosts do not tell. */
export function regionOfHost(host: string): string | undefined {
  return /^vpn\.([a-z0-9-]+)\./.exec(host)?.[1];
}

function reach(origin: string, target: Target, label = describeTarget(target)): DestinationResult {
  const result = parseEndpoint(origin);
  return result.kind === 'refused'
    ? result
    : { kind: 'ready', destination: { ...result.endpoint, target, label } };
}

/** Nothing has been selected, and the settings name nothing. */
export function noTarget(): Problem {
  return problem(
    'no-target',
    'No target is selected, so there is no address to send the update to.',
    'Select a target: the sandbox, a region, or the endpoint of your settings.',
    { kind: 'select-target' },
    { kind: 'start-sandbox' },
  );
}

function regionMalformed(): Problem {
  return problem(
    'region-malformed',
    'The region is not a region identifier.',
    'Write it like eu-west-101: lower-case letters, digits and hyphens.',
    { kind: 'select-target' },
  );
}

function regionUnknown(region: string, selected: string): Problem {
  return problem(
    'region-unknown',
    `The file names the region ${region}, which is neither built in nor the selected one (${selected}).`,
    `Correct the region in the file, or select ${region} as the target if it exists.`,
    { kind: 'select-target' },
  );
}

function otherRegion(fileRegion: string, host: string, served: string | undefined): Problem {
  const serves = served === undefined ? 'does not tell its region' : `serves ${served}`;
  return problem(
    'region-mismatch',
    `The file names the region ${fileRegion}, and the endpoint ${host} ${serves}.`,
    'Select another target, say in the settings which region the endpoint serves, or remove the region from the file.',
    { kind: 'select-target' },
    { kind: 'open-setting', setting: 'vpnconn.region' },
  );
}

function endpointGone(endpoint: string): Problem {
  return problem(
    'endpoint-changed',
    `The settings were changed since the endpoint ${endpoint} was selected.`,
    'Select the target again, so that it is clear where the update goes.',
    { kind: 'select-target' },
    { kind: 'open-setting', setting: endpointSetting },
  );
}

function definitionGone(name: string): Problem {
  return problem(
    'target-changed',
    `The settings no longer hold the target "${name}" as it was selected.`,
    'Select the target again, so that it is clear where the update goes.',
    { kind: 'select-target' },
    { kind: 'open-setting', setting: targetsSetting },
  );
}
