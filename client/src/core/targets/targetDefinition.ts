// The entries of the setting `vpnconn.targets`, read with the doubt that hand-written JSON deserves.
import { parseEndpoint } from './endpoint';
import { isRegionId, regionalIamOrigin, regionalOrigin } from './regions';
import {
  credentialSources,
  type CredentialSource,
  type NamedTarget,
  type TargetDefinition,
  type TargetDefinitions,
} from '../model/target';

/** The setting that holds the named targets. */
export const targetsSetting = 'vpnconn.targets';

type Entry = ReadonlyMap<string, unknown>;
type Reading = TargetDefinition | { readonly complaint: string };

/** Reads the value of the setting, which may be anything. Entries that make no sense are left out. */
export function parseTargetDefinitions(value: unknown): TargetDefinitions {
  const entries: readonly unknown[] = Array.isArray(value) ? value : [];
  const definitions: TargetDefinition[] = [];
  const complaints: string[] = [];
  for (const [index, entry] of entries.entries()) {
    const reading = readEntry(entry, definitions);
    if ('complaint' in reading) {
      complaints.push(`Entry ${index + 1} of ${targetsSetting} is left out: ${reading.complaint}`);
    } else {
      definitions.push(reading);
    }
  }
  return { definitions, complaints };
}

/** The entry that a selected target still agrees with, if there is one. */
export function definitionOf(
  target: NamedTarget,
  definitions: readonly TargetDefinition[],
): TargetDefinition | undefined {
  return definitions.find(
    ({ target: { name, endpoint, iamEndpoint, region } }) =>
      name === target.name &&
      endpoint === target.endpoint &&
      iamEndpoint === target.iamEndpoint &&
      region === target.region,
  );
}

const textFields = ['name', 'region', 'endpoint', 'iamEndpoint'] as const;
const knownFields: ReadonlySet<string> = new Set([...textFields, 'credentials', 'production']);

function readEntry(entry: unknown, earlier: readonly TargetDefinition[]): Reading {
  const fields: Entry = new Map(
    typeof entry === 'object' && entry !== null ? Object.entries(entry) : [],
  );
  const name = text(fields, 'name');
  const production = fields.get('production') ?? false;
  const credentials = fields.get('credentials') ?? 'any';
  // A typing error must not make a production target an ordinary one, or lead it elsewhere.
  if ([...fields.keys()].some((key) => !knownFields.has(key))) {
    return { complaint: `it holds a key that is none of ${[...knownFields].join(', ')}.` };
  }
  const notText = textFields.find(
    (key) => !['string', 'undefined'].includes(typeof fields.get(key)),
  );
  if (notText !== undefined) {
    return { complaint: `"${notText}" must be a text.` };
  }
  if (name === undefined) {
    return { complaint: 'it has no name.' };
  }
  if (earlier.some(({ target }) => target.name === name)) {
    return { complaint: 'an earlier entry has the same name.' };
  }
  if (typeof production !== 'boolean') {
    return { complaint: '"production" must be true or false.' };
  }
  if (!isCredentialSource(credentials)) {
    return { complaint: `"credentials" must be one of ${credentialSources.join(', ')}.` };
  }
  const addresses = readAddresses(fields);
  return 'complaint' in addresses
    ? addresses
    : { target: { kind: 'named', name, ...addresses }, credentials, production };
}

function readAddresses(
  fields: Entry,
): Pick<NamedTarget, 'endpoint' | 'iamEndpoint' | 'region'> | { readonly complaint: string } {
  const region = text(fields, 'region');
  if (region !== undefined && !isRegionId(region)) {
    return { complaint: 'its region is not a region identifier.' };
  }
  const regional = region === undefined ? undefined : regionalOrigin(region);
  const address = text(fields, 'endpoint') ?? regional;
  if (address === undefined) {
    return { complaint: 'it has neither a region nor an endpoint.' };
  }
  const vpn = parseEndpoint(address);
  if (vpn.kind === 'refused') {
    return { complaint: `its endpoint cannot be used. ${vpn.problem.message}` };
  }
  const { origin } = vpn.endpoint;
  // The IAM service of the public cloud belongs to the public VPN endpoints and to no others.
  const publicIam =
    region !== undefined && origin === regional ? regionalIamOrigin(region) : undefined;
  const iamAddress = text(fields, 'iamEndpoint') ?? publicIam;
  const iam = iamAddress === undefined ? undefined : parseEndpoint(iamAddress);
  if (iam?.kind === 'refused') {
    return { complaint: `its IAM endpoint cannot be used. ${iam.problem.message}` };
  }
  return {
    endpoint: origin,
    ...(iam !== undefined && { iamEndpoint: iam.endpoint.origin }),
    ...(region !== undefined && { region }),
  };
}

function isCredentialSource(value: unknown): value is CredentialSource {
  return credentialSources.some((source) => source === value);
}

/** A field with something in it. */
function text(fields: Entry, key: (typeof textFields)[number]): string | undefined {
  const value = fields.get(key);
  const trimmed = typeof value === 'string' ? value.trim() : '';
  return trimmed === '' ? undefined : trimmed;
}
