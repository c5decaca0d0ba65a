// What can be said about a target without asking anybody: where it leads, and whether region and
// endpoint belong together.
import type { RequestSettings } from '../../ports/ports';
import type { Destination } from '../../targets/findDestination';
import { regionOfHost } from '../../targets/findDestination';
import { isBuiltInRegion } from '../../targets/regions';
import { standingOf } from '../../targets/targetStanding';
import { passed, warned, type CheckStep } from './checkStep';

/** Names target and host. */
export function checkTarget(
  { target, label, host }: Destination,
  settings: RequestSettings,
): CheckStep {
  const production =
    standingOf(target, settings) === 'production' ? ' It is marked as production.' : '';
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
          'Neither the settings nor the name of the host tell which region the endpoint serves, so files with a region are refused.',
          'Say in the settings which region the endpoint serves.',
        )
      : passed('region', `By its name, the host serves ${served}.`);
  }
  if (target.kind === 'regional') {
    const region = served ?? said;
    return isBuiltInRegion(region)
      ? passed('region', `${region} is a region of the public cloud with the VPN service.`)
      : warned(
          'region',
          `${region} is not among the regions that are known to have the VPN service.`,
          'Check its spelling. A region of another cloud needs an endpoint in the settings.',
        );
  }
  return served === undefined || served === said
    ? passed('region', `The endpoint serves ${said}, by the settings.`)
    : warned(
        'region',
        `The settings say that the endpoint serves ${said}, and by its name it serves ${served}.`,
        'Correct the region or the endpoint in the settings.',
      );
}
