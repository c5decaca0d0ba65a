// *Select Target*: where updates go from now on.
import type { Context } from '../redaction/context';
import type { SelectTargetOutcome } from '../model/outcomes';
import type { Prompts } from '../ports/ports';
import { reportDone } from '../ports/report';
import { isRegionId } from '../targets/regions';
import { describeTarget, type Target } from '../model/target';
import { targetChoices } from '../targets/targetChoices';
import { targetsSetting } from '../targets/targetDefinition';
import { standingOf } from '../targets/targetStanding';

/** Offers what the settings, this machine and the region table hold, and remembers the choice. */
export async function selectTarget(context: Context): Promise<SelectTargetOutcome> {
  const settings = context.settings.read();
  reportComplaints(context, settings.targets?.complaints ?? []);
  const choices = targetChoices({
    settings,
    sandboxEndpoint: context.sandbox.running()?.endpoint,
    environment: context.environment,
  });
  const choice = await context.prompts.pick('Select the target of updates', choices);
  const target = choice?.kind === 'other-region' ? await askRegion(context.prompts) : choice;
  if (target === undefined) {
    return { kind: 'left' };
  }
  await context.targets.select(target);
  const production =
    standingOf(target, context.settings.read()) === 'production'
      ? ' It is a production target: each update asks for the name of the connection.'
      : '';
  reportDone(context.presenter, `Updates now go to: ${describeTarget(target)}.${production}`);
  return { kind: 'selected', target };
}

/** An entry that is left out is said to be, so that nobody looks for it in vain. */
function reportComplaints({ presenter }: Context, complaints: readonly string[]): void {
  if (complaints.length > 0) {
    presenter.showMessage({
      severity: 'warning',
      text: complaints.join(' '),
      actions: [{ kind: 'open-setting', setting: targetsSetting }],
    });
  }
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
