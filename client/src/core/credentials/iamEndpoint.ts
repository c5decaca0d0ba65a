// What to say when a password has nowhere to go.
import { problem, type Problem } from '../model/problem';
import { targetsSetting } from '../targets/targetDefinition';

/** There is a password, and no address to send it to. */
export function iamEndpointMissing(): Problem {
  return problem(
    'iam-endpoint-missing',
    "The target doesn't say where its IAM service is, so a user name and password can't be used.",
    'Add the target to vpnconn.targets with its iamEndpoint and select it, or use an access key.',
    { kind: 'open-setting', setting: targetsSetting },
    { kind: 'select-target' },
  );
}
