// *Apply with Confirmation Window…*: *Apply Update* that takes itself back, unless the user keeps it.
import type { PreparedUpdate } from '../../../../server/src/protocol/messages';
import type { Context } from '../redaction/context';
import type { DocumentPlace } from '../model/documentPlace';
import { askOldSecret } from '../secrets/askOldSecret';
import type { Refused } from '../model/refused';
import { reportProblem } from '../ports/report';
import { secretPointers } from '../secrets/maskedBody';
import { sendUpdate, type ApplyManner } from '../apply/sendUpdate';
import type { SendUpdateOutcome } from '../apply/outcome';
import { prepareApply } from '../apply/prepareApply';
import type { Sent } from '../apply/sendJournaled';
import { armWindow, type OldSecretToCheck, type WindowTerms } from './armWindow';
import { followWindow } from './followWindow';
import { defaultMinutes, minutesBounds, readMinutes } from '../journal/windowMinutes';
import { deleteWindow, readWindow, windowIdOf, writeWindow } from '../journal/windowRecords';
import { termsText, tellOpened } from './windowText';

/** Asks how long the window stays open and where old secrets are, and then does what *Apply Update* does. */
export async function applyWithWindow(
  context: Context,
  place: DocumentPlace,
): Promise<SendUpdateOutcome> {
  const terms = await askTerms(context, place);
  if (terms.kind === 'refused') {
    reportProblem(context.presenter, terms.problem);
  }
  return terms.kind === 'given'
    ? sendUpdate(context, place, mannerOf(context, terms.terms))
    : terms;
}

type Asked =
  { readonly kind: 'given'; readonly terms: WindowTerms } | { readonly kind: 'declined' } | Refused;

async function askTerms(context: Context, place: DocumentPlace): Promise<Asked> {
  const prepared = await prepareApply(context, place);
  if (prepared.kind === 'refused') {
    return prepared;
  }
  const minutes = await askMinutes(context);
  const secrets = minutes === undefined ? undefined : await askSecrets(context, prepared.update);
  return minutes === undefined || secrets === undefined
    ? { kind: 'declined' }
    : { kind: 'given', terms: { minutes, secrets } };
}

async function askMinutes({ prompts }: Context): Promise<number | undefined> {
  const { least, most } = minutesBounds;
  const text = await prompts.ask({
    title: 'Apply with Confirmation Window',
    prompt: `Minutes until the previous values are restored, unless you keep the update (${least} to ${most})`,
    input: 'visible',
    initial: String(defaultMinutes),
    check: (typed) =>
      readMinutes(typed) === undefined
        ? `Type a whole number of minutes from ${least} to ${most}.`
        : undefined,
  });
  return text === undefined ? undefined : readMinutes(text);
}

/** A secret that is replaced cannot be read back, so its old value has to be stored here under a name. */
async function askSecrets(
  context: Context,
  update: PreparedUpdate,
): Promise<readonly OldSecretToCheck[] | undefined> {
  const named: OldSecretToCheck[] = [];
  for (const pointer of secretPointers(update)) {
    const answer = await askOldSecret(context, pointer);
    if (answer?.kind !== 'named') {
      return undefined;
    }
    const checks = update.secrets.find((reference) => reference.pointer === pointer)?.checks;
    named.push({ pointer, name: answer.name, ...(checks !== undefined && { checks }) });
  }
  return named;
}

function mannerOf(context: Context, terms: WindowTerms): ApplyManner {
  return {
    question: termsText(terms.minutes),
    arm: (entry) => armWindow(context, entry, terms),
    sent: (sent) => open(context, sent),
  };
}

/** The update is on its way: from now on the window counts. What surely changed nothing needs none. */
async function open(context: Context, { outcome, entry, connection }: Sent): Promise<void> {
  const window = await readWindow(context, windowIdOf(context, connection));
  if (window === undefined) {
    return;
  }
  const isUnchanged =
    (outcome.kind === 'answered' && outcome.verdict === 'rejected') ||
    (outcome.kind === 'unanswered' && outcome.cloud.kind === 'not-sent');
  if (isUnchanged) {
    await deleteWindow(context, window.id);
    return;
  }
  const opened = { ...window, ...(entry !== undefined && { entry: entry.id }) };
  await writeWindow(context, opened);
  tellOpened(context, opened);
  followWindow(context, opened);
}
