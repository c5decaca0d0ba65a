// The only addresses that a password may be sent to: those of the region table and of the user's own
// settings. Neither a file nor the environment can name one.
import { problem, type Problem } from '../model/problem';
import { regionalIamOrigin } from '../targets/regions';
import type { Target } from '../model/target';
import { targetsSetting } from '../targets/targetDefinition';

/** Origin of the target's IAM service, if it is known. */
export function iamEndpointOf(target: Target): string | undefined {
  switch (target.kind) {
    case 'regional':
      return regionalIamOrigin(target.region);
    case 'named':
      return target.iamEndpoint;
    case 'sandbox':
    case 'endpoint':
      return undefined;
  }
}

/** There is a password, and no address to send it to. */
export function iamEndpointMissing(): Problem {
  return problem(
    'iam-endpoint-missing',
    'The target does not say where its IAM service is, so a user name and password cannot be used.',
    'Add the target to vpnconn.targets with its iamEndpoint and select it, or use an access key.',
    { kind: 'open-setting', setting: targetsSetting },
    { kind: 'select-target' },
  );
}
