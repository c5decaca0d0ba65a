// What is known about a target without a request: its address, and whether region and endpoint belong
// together.
import type { RequestSettings } from '../../ports/ports';
import type { Destination } from '../../targets/findDestination';
import { isBuiltInRegion } from '../../targets/regions';
import { regionOfHost, targetStatus } from '../../targets/resolveTarget';
import { passed, warned, type CheckStep } from './checkStep';

/** Names target and host. */
export function checkTarget(
  { target, label, host }: Destination,
  settings: RequestSettings,
): CheckStep {
  const production = targetStatus(target, settings) === 'production' ? ' Production target.' : '';
  return passed('target', `${label} is ${host}.${production}`);
}

/** Whether the host serves the region that the target is said to be. */
export function checkRegion({ target, host }: Destination): CheckStep {
  if (target.kind === 'sandbox') {
    return passed('region', 'The sandbox serves every region.');
  }
  const said = target.region;
  const served = regionOfHost(host);
  if (said === undefined) {
    return served === undefined
      ? warned(
          'region',
          'The region of the endpoint is unknown, so files with a region are rejected.',
          'Set the region of the endpoint in the settings.',
        )
      : passed('region', `The host serves ${served}, according to its name.`);
  }
  if (target.kind === 'regional') {
    const region = served ?? said;
    return isBuiltInRegion(region)
      ? passed('region', `${region} is a known region with the VPN service.`)
      : warned(
          'region',
          `${region} isn't a known region with the VPN service.`,
          'Check the spelling. A region of another cloud needs an endpoint in the settings.',
        );
  }
  return served === undefined || served === said
    ? passed('region', `The endpoint serves ${said}, according to the settings.`)
    : warned(
        'region',
        `The endpoint serves ${said} according to the settings, and ${served} according to its name.`,
        'Correct the region or the endpoint in the settings.',
      );
}
