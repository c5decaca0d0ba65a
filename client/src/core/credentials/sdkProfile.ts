// Credentials from the profile file of the official SDKs.
// Source: SDK README, "Profile": an INI file, of which regional services use the section [basic].
import type { Environment, Files } from '../ports/ports';
import { problem } from '../model/problem';
import { absent, accept, accessKeyOf, unreadable, type SourceResult } from './credentialSource';
import { readVariable } from './environmentVariables';

const usualPath = '~/.huaweicloud/credentials';
const pathVariable = 'HUAWEICLOUD_SDK_CREDENTIALS_FILE';

/** Reads `ak`, `sk` and `security_token` of `[basic]`. Addresses in the file are not followed. */
export async function sdkProfile(files: Files, environment: Environment): Promise<SourceResult> {
  const path = readVariable(environment, pathVariable) ?? usualPath;
  const lookup = await files.read(path);
  if (lookup.kind !== 'found') {
    return lookup.kind === 'absent' ? absent : unreadable(path);
  }
  const values = sectionOf(lookup.text, 'basic');
  const [accessKey, secretKey] = [values.get('ak'), values.get('sk')];
  if (accessKey === undefined && secretKey === undefined) {
    return absent;
  }
  const origin = `the profile [basic] of ${path}`;
  if (accessKey === undefined || secretKey === undefined) {
    const incomplete = problem(
      'profile-incomplete',
      `Only a part of an access key stands in ${origin}; missing: ${accessKey === undefined ? 'ak' : 'sk'}.`,
      'Complete the profile, or use Sign In.',
      { kind: 'sign-in' },
    );
    return { kind: 'refused', problem: incomplete };
  }
  const credentials = accessKeyOf(accessKey, secretKey, values.get('security_token'));
  return accept(credentials, origin, 'profile-malformed');
}

/** Keys in lower case; empty values count as not set, and the last of several counts. */
function sectionOf(text: string, wanted: string): ReadonlyMap<string, string> {
  const values = new Map<string, string>();
  let section = '';
  for (const line of text.replace(/^\uFEFF/, '').split(/\r\n|\r|\n/)) {
    const [, heading] = /^\s*\[([^\]]*)\]\s*$/.exec(line) ?? [];
    const [, key, value] = /^\s*([^#;=\s]+)\s*[=:]\s*(.*?)\s*$/.exec(line) ?? [];
    section = heading?.trim().toLowerCase() ?? section;
    if (section === wanted && key !== undefined && value !== undefined && value !== '') {
      values.set(key.toLowerCase(), value);
    }
  }
  return values;
}
