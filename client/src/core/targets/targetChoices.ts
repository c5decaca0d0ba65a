// The list of *Select Target*: what the settings name, the sandbox, what the environment offers, and
// the regions of the public cloud. No line holds a secret.
import type { Choice, Environment, RequestSettings } from '../ports/ports';
import { isBuiltInRegion, regions } from './regions';
import type { RegionalTarget, Target } from '../model/target';
import type { TargetDefinition } from '../model/target';
import type { CredentialSource } from '../model/target';

/** A line of the list; the last one leads to a question. */
export type TargetChoice = Target | { readonly kind: 'other-region' };

/** What the list is made of. */
export interface TargetOffer {
  readonly settings: RequestSettings;
  /** Where the sandbox listens, when it runs. */
  readonly sandboxEndpoint: string | undefined;
  readonly environment: Environment;
}

/** The list, in the order in which it is offered. */
export function targetChoices({
  settings,
  sandboxEndpoint,
  environment,
}: TargetOffer): readonly Choice<TargetChoice>[] {
  return [
    ...(settings.targets?.definitions ?? []).map(namedChoice),
    {
      label: 'Sandbox',
      description: sandboxEndpoint === undefined ? 'not running' : `running at ${sandboxEndpoint}`,
      detail: 'A VPN API on this machine, with credentials of its own',
      value: { kind: 'sandbox' },
    },
    ...endpointChoice(settings),
    ...environmentChoices(environment),
    ...regions.map(({ id, place }) => ({
      label: id,
      description: place,
      value: { kind: 'regional', region: id } as const,
    })),
    {
      label: 'Another Region…',
      description: 'of the public cloud',
      value: { kind: 'other-region' },
    },
  ];
}

function namedChoice({ target, credentials, production }: TargetDefinition): Choice<TargetChoice> {
  const { name, endpoint, region, iamEndpoint } = target;
  const parts = [
    new URL(endpoint).host,
    ...(region === undefined ? [] : [`region ${region}`]),
    ...(iamEndpoint === undefined ? [] : [`IAM ${new URL(iamEndpoint).host}`]),
    sourceTexts[credentials],
  ];
  return {
    label: name,
    description: production ? 'PRODUCTION · from the settings' : 'from the settings',
    detail: parts.join(' · '),
    value: target,
  };
}

const sourceTexts: Readonly<Record<CredentialSource, string>> = {
  any: 'credentials of Sign In, the environment or a profile',
  'access-key': 'access key of Sign In',
  'temporary-access-key': 'temporary access key of Sign In',
  token: 'token of Sign In',
  password: 'IAM user of Sign In',
  environment: 'credentials of the environment',
  profile: 'credentials of the SDK profile',
  koocli: 'credentials of the KooCLI profile',
  ask: 'credentials are asked for each time',
};

function endpointChoice({ endpoint, region }: RequestSettings): readonly Choice<TargetChoice>[] {
  return endpoint === undefined
    ? []
    : [
        {
          label: 'Endpoint',
          description: `${endpoint} (from the settings)`,
          ...(region !== undefined && { detail: `region ${region}` }),
          value: { kind: 'endpoint', endpoint, ...(region !== undefined && { region }) },
        },
      ];
}

/** Variables that name a region: of Terraform, then of OpenStack. */
const regionVariables = ['HW_REGION_NAME', 'OS_REGION_NAME', 'OS_REGION'] as const;

/**
 * Regions that the environment names. Only built-in ones: a workspace may bring an environment of
 * its own (a container), and it must not decide on a host.
 */
function environmentChoices(environment: Environment): readonly Choice<TargetChoice>[] {
  const offered = new Map<string, RegionalTarget & { readonly variable: string }>();
  for (const variable of regionVariables) {
    const region = environment.get(variable)?.trim() ?? '';
    if (isBuiltInRegion(region) && !offered.has(region)) {
      offered.set(region, { kind: 'regional', region, variable });
    }
  }
  return [...offered.values()].map(({ kind, region, variable }) => ({
    label: `Environment: ${region}`,
    description: `from ${variable}`,
    value: { kind, region },
  }));
}
