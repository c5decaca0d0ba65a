// Fills the setting `vpnconn.rules` of the manifest: every problem whose severity can be chosen.
import { readFileSync } from 'node:fs';
import { format } from 'prettier';
import { loadService } from './load-service.mjs';

/** The manifest; everything but the properties of this one setting is written by hand. */
export const manifestFile = new URL('../package.json', import.meta.url);

/** Name of the setting in the manifest. */
const setting = 'vpnconn.rules';

/** The text of the manifest with the list of problems as the rules have them now. */
export async function buildRuleSettings() {
  const { silenceableIds, severityChoices } = await loadService(
    "export { silenceableIds } from './rules/suppressions';",
    "export { severityChoices } from './features/policy';",
  );
  const manifest = JSON.parse(readFileSync(manifestFile, 'utf8'));
  const owner = manifest.contributes.configuration.find(({ properties }) => setting in properties);
  if (owner === undefined) throw new Error(`The manifest has no setting ${setting}.`);
  const ids = [...silenceableIds()].sort((a, b) => a.id.localeCompare(b.id));
  owner.properties[setting].properties = Object.fromEntries(
    ids.map(({ id, severity, title }) => [
      id,
      // No `default`: the editor would hand it over as if the user had chosen it.
      { type: 'string', enum: severityChoices, description: `${title}. Default: ${severity}.` },
    ]),
  );
  return format(JSON.stringify(manifest, undefined, 2), { parser: 'json-stringify' });
}
