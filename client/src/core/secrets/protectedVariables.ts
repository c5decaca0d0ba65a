// Environment variables that `!env` doesn't read: a file that somebody else wrote must not send the
// credentials of a cloud or a tool to the other end of a tunnel as its pre-shared key.
import type { SecretReference } from '../../../../server/src/protocol/messages';
import { credentialVariables } from '../credentials/environmentCredentials';
import { problem, type Problem } from '../model/problem';
import type { Settings } from '../ports/ports';

/** Setting with the names of variables that are read all the same. */
export const allowedVariablesSetting = 'vpnconn.secrets.allowedEnvironmentVariables';

/** Names of our own sources, for their case alone. */
const ours: ReadonlySet<string> = new Set(credentialVariables);

/** What clouds and tools call their credentials, anywhere in a name in upper case. */
const words =
  /TOKEN|PASSWORD|PASSWD|PASSPHRASE|CREDENTIAL|CONNECTION_?STRING|(?:ACCESS|SECRET|PRIVATE|API|STORAGE|ACCOUNT|SIGNING|MASTER|ENCRYPTION)_?KEY|CLIENT_?SECRET|SSHPASS/;

/** The same for short words, which are a part of other words as well. */
const shortWords = /(?:^|_)(?:AK|SK|PAT|PWD|PASS|AUTH)(?:_|$)/;

/** Whether a variable is likely to hold the credentials of a cloud or a tool. */
export function isCredentialVariable(name: string): boolean {
  const upper = name.toUpperCase();
  return ours.has(upper) || words.test(upper) || shortWords.test(upper);
}

/** Why an update isn't sent with these references; undefined when each of them may be read. */
export function refusedVariable(
  references: readonly SecretReference[],
  settings: Settings,
): Problem | undefined {
  const allowed = settings.read().allowedVariables ?? [];
  const found = references.find(
    ({ source, name }) => source === 'env' && isCredentialVariable(name) && !allowed.includes(name),
  );
  return (
    found &&
    problem(
      'variable-protected',
      `The environment variable ${found.name} looks like a credential of a cloud or a tool, so !env doesn\u2019t read it.`,
      `Set the pre-shared key in a variable with another name, or add ${found.name} to ${allowedVariablesSetting}.`,
      { kind: 'open-setting', setting: allowedVariablesSetting },
    )
  );
}
