// *Select Target*: where updates go from now on.
import type { Context } from './context';
import type { Choice, Prompts, RequestSettings } from './ports';
import { reportDone } from './report';
import { isRegionId, regions } from './target/regions';
import { describeTarget, type Target } from './target/target';
import type { SelectTargetOutcome } from './outcomes';

/** A line of the list; the last one leads to a question. */
type TargetChoice = Target | { readonly kind: 'other-region' };

/** Offers the sandbox, the endpoint of the settings and the regions, and remembers the choice. */
export async function selectTarget(context: Context): Promise<SelectTargetOutcome> {
  const running = context.sandbox.running();
  const choices = targetChoices(context.settings.read(), running?.endpoint);
  const choice = await context.prompts.pick('Select the target of updates', choices);
  const target = choice?.kind === 'other-region' ? await askRegion(context.prompts) : choice;
  if (target === undefined) {
    return { kind: 'left' };
  }
  await context.targets.select(target);
  reportDone(context.presenter, `Updates now go to: ${describeTarget(target)}.`);
  return { kind: 'selected', target };
}

/** The list, in the order in which it is offered. */
export function targetChoices(
  { endpoint, region }: RequestSettings,
  sandboxEndpoint: string | undefined,
): readonly Choice<TargetChoice>[] {
  return [
    {
      label: 'Sandbox',
      description: sandboxEndpoint === undefined ? 'not running' : `running at ${sandboxEndpoint}`,
      value: { kind: 'sandbox' },
    },
    ...(endpoint === undefined
      ? []
      : [
          {
            label: 'Endpoint',
            description: `${endpoint} (from the settings)`,
            value: { kind: 'endpoint', endpoint, ...(region !== undefined && { region }) } as const,
          },
        ]),
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

async function askRegion(prompts: Prompts): Promise<Target | undefined> {
  const region = await prompts.ask({
    title: 'Select Target',
    prompt: 'Region identifier, for example eu-west-101',
    input: 'visible',
    check: (text) =>
      isRegionId(text.trim())
        ? undefined
        : 'Use lower-case letters, digits and hyphens, like eu-west-101.',
  });
  return region === undefined ? undefined : { kind: 'regional', region: region.trim() };
}
