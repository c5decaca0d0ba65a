// *Select Target*: where updates go from now on.
import type { Context } from '../redaction/context';
import type { SelectTargetOutcome } from '../model/outcomes';
import type { Presenter, Prompts } from '../ports/ports';
import { reportDone } from '../ports/report';
import { isRegionId } from '../targets/regions';
import { describeTarget, type Target } from '../model/target';
import { targetChoices } from '../targets/targetChoices';
import { targetsSetting } from '../targets/targetDefinition';
import { targetStatus } from '../targets/resolveTarget';

/** The choice, and one sentence for each entry of the settings that is ignored. */
export type SelectedTarget = { readonly complaints: readonly string[] } & (
  | { readonly kind: 'selected'; readonly target: Target; readonly isProduction: boolean }
  | { readonly kind: 'left' }
);

/** Offers the targets of the settings, this machine and the region table, and remembers the choice. */
export async function selectTarget(context: Context): Promise<SelectedTarget> {
  const settings = context.settings.read();
  const complaints = settings.targets?.complaints ?? [];
  const choices = targetChoices({
    settings,
    sandboxEndpoint: context.sandbox.running()?.endpoint,
    environment: context.environment,
  });
  const choice = await context.prompts.pick('Select a target for updates', choices);
  const target = choice?.kind === 'other-region' ? await askRegion(context.prompts) : choice;
  if (target === undefined) {
    return { kind: 'left', complaints };
  }
  await context.targets.select(target);
  const status = targetStatus(target, context.settings.read());
  return { kind: 'selected', target, isProduction: status === 'production', complaints };
}

/** Shows the new target, and the entries that were ignored: the user would search for them. */
export function presentTarget(presenter: Presenter, selected: SelectedTarget): SelectTargetOutcome {
  const { complaints } = selected;
  if (complaints.length > 0) {
    presenter.showMessage({
      severity: 'warning',
      text: complaints.join(' '),
      actions: [{ kind: 'open-setting', setting: targetsSetting }],
    });
  }
  if (selected.kind === 'left') {
    return { kind: 'left' };
  }
  const { target, isProduction } = selected;
  reportDone(presenter, `Target: ${describeTarget(target)}${isProduction ? ' (production)' : ''}`);
  return { kind: 'selected', target };
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
