// Addresses in records. Records are files, and files can be edited: an address is used only when the
// settings give it now.
import type { Sandbox, Settings } from '../ports/ports';
import { problem, type Problem } from '../model/problem';
import { parseEndpoint } from './endpoint';
import { regionOfHost, sandboxStopped } from './findDestination';
import { isBuiltInRegion, regionalOrigin } from './regions';
import { describeTarget, type Target } from '../model/target';
import { targetsSetting } from './targetDefinition';
import { standingOf } from './targetStanding';

/** Why nothing is sent to the address of a record; undefined: the settings give it for its target. */
export function foreignAddress(
  { url, target }: { readonly url: string; readonly target: Target },
  { sandbox, settings }: { readonly sandbox: Sandbox; readonly settings: Settings },
): Problem | undefined {
  const running = sandbox.running();
  if (target.kind === 'sandbox' && running === undefined) {
    return sandboxStopped();
  }
  if (standingOf(target, settings.read()) === 'gone') {
    return targetGone(target);
  }
  const { origin } = new URL(url);
  const own =
    target.kind === 'regional' ? originInRegions(url, target.region) : originOf(target, running);
  return own === origin ? undefined : addressAltered();
}

function originOf(
  target: Exclude<Target, { readonly kind: 'regional' }>,
  running: { readonly endpoint: string } | undefined,
): string | undefined {
  const parsed = parseEndpoint(
    target.kind === 'sandbox' ? (running?.endpoint ?? '') : target.endpoint,
  );
  return parsed.kind === 'usable' ? parsed.endpoint.origin : undefined;
}

/** A file may have moved the update to another built-in region, so its address may stand in a record. */
function originInRegions(url: string, selected: string): string | undefined {
  const region = regionOfHost(new URL(url).host);
  return region !== undefined && (region === selected || isBuiltInRegion(region))
    ? regionalOrigin(region)
    : undefined;
}

function targetGone(target: Target): Problem {
  return problem(
    'target-changed',
    `The settings don't contain the target "${describeTarget(target)}" with the address of the record, so nothing was sent there.`,
    'Correct the setting, or make the change in the console.',
    { kind: 'open-setting', setting: targetsSetting },
  );
}

function addressAltered(): Problem {
  return problem(
    'address-altered',
    'The address in the record is not one of its target, so nothing was sent there.',
    'Look at the connection in the console, and remove the entry from the journal.',
  );
}
