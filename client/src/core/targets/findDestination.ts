// From the selected target, the settings and the file's region to one address, or to a refusal.
import type { RequestSettings, Settings, TargetStore } from '../ports/ports';
import { problem, type Problem } from '../model/problem';
import { refused } from '../model/refused';
import { describeTarget, type RegionalTarget, type Target } from '../model/target';
import { parseEndpoint, type Endpoint } from './endpoint';
import { isBuiltInRegion, isRegionId, regionalOrigin } from './regions';
import { regionOfHost, resolveTarget, type TargetPorts } from './resolveTarget';

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
  ports: TargetPorts,
): DestinationResult {
  const target = currentTarget(ports.targets, ports.settings);
  switch (target?.kind) {
    case undefined:
      return refused(noTarget());
    case 'regional':
      return toRegion(target, fileRegion ?? target.region);
    case 'sandbox':
      return reach(target, undefined, ports);
    case 'endpoint':
    case 'named':
      return reach(target, fileRegion, ports);
  }
}

function toRegion(target: RegionalTarget, region: string): DestinationResult {
  if (!isRegionId(region)) {
    return refused(regionMalformed());
  }
  if (region !== target.region && !isBuiltInRegion(region)) {
    return refused(regionUnknown(region, target.region));
  }
  const result = parseEndpoint(regionalOrigin(region));
  return result.kind === 'refused'
    ? result
    : { kind: 'ready', destination: { ...result.endpoint, target, label: `Region ${region}` } };
}

/** An address of its own, unless it serves another region than the one that the file names. */
function reach(
  target: Exclude<Target, RegionalTarget>,
  fileRegion: string | undefined,
  ports: TargetPorts,
): DestinationResult {
  const result = resolveTarget(target, ports);
  if (result.kind === 'refused') {
    return result;
  }
  const { endpoint } = result;
  const served = target.kind === 'sandbox' ? undefined : servedRegion(target, endpoint.host);
  return fileRegion === undefined || served === fileRegion
    ? { kind: 'ready', destination: { ...endpoint, target, label: describeTarget(target) } }
    : refused(otherRegion(fileRegion, endpoint.host, served));
}

/** The region that a target serves: as the user has said, else as its host tells. */
export function servedRegion(
  target: Exclude<Target, { readonly kind: 'sandbox' }>,
  host: string,
): string | undefined {
  return target.region ?? regionOfHost(host);
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
