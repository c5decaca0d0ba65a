// *Select Target*: where updates go from now on.
import type { Context } from '../redaction/context';
import type { SelectTargetOutcome } from '../model/outcomes';
import type { Prompts } from '../ports/ports';
import { reportDone } from '../ports/report';
import { isRegionId } from '../targets/regions';
import { describeTarget, type Target } from '../model/target';
import { targetChoices } from '../targets/targetChoices';
import { targetsSetting } from '../targets/targetDefinition';
import { targetStatus } from '../targets/resolveTarget';

/** Offers the targets of the settings, this machine and the region table, and remembers the choice. */
export async function selectTarget(context: Context): Promise<SelectTargetOutcome> {
  const settings = context.settings.read();
  reportComplaints(context, settings.targets?.complaints ?? []);
  const choices = targetChoices({
    settings,
    sandboxEndpoint: context.sandbox.running()?.endpoint,
    environment: context.environment,
  });
  const choice = await context.prompts.pick('Select a target for updates', choices);
  const target = choice?.kind === 'other-region' ? await askRegion(context.prompts) : choice;
  if (target === undefined) {
    return { kind: 'left' };
  }
  await context.targets.select(target);
  const production =
    targetStatus(target, context.settings.read()) === 'production' ? ' (production)' : '';
  reportDone(context.presenter, `Target: ${describeTarget(target)}${production}`);
  return { kind: 'selected', target };
}

/** An entry that is ignored is reported, because the user would search for it. */
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
        : 'Use lowercase letters, digits, and hyphens, for example eu-west-101.',
  });
  return region === undefined ? undefined : { kind: 'regional', region: region.trim() };
}
