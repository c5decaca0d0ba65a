// *Apply Update*: from the cursor to a sent update, with every question on the way.
import type { PreparedUpdate } from '../../../../server/src/protocol/messages';
import type { UpdatePlan } from '../../../../server/src/protocol/plan';
import { type ApplyOptions, type ConfirmedUpdate } from '../apply/apply';
import { confirmationQuestion } from '../apply/confirmationQuestion';
import { confirmProduction } from '../apply/confirmProduction';
import type { SendUpdateOutcome } from '../apply/outcome';
import { isStale, planForApply, type PlannedApply, type ReadyUpdate } from '../apply/planForApply';
import { preflight } from '../apply/preflight';
import { prepareApply } from '../apply/prepareApply';
import type { RollbackTerms } from '../apply/planRollback';
import { applyOnceReady } from '../apply/applyOnceReady';
import { fillRequest } from '../cloud/fillRequest';
import { obtainCredentials } from '../credentials/obtainCredentials';
import type { DocumentPlace } from '../model/documentPlace';
import { problem, type Problem } from '../model/problem';
import { refused } from '../model/refused';
import { keepLook } from '../plan/looks';
import { remoteOf } from '../plan/planLive';
import { planResult } from '../plan/planView';
import { showRequest } from '../plan/showRequest';
import { present, presentProblem, type Result } from '../ports/result';
import type { Context } from '../redaction/context';
import { targetStatus } from '../targets/resolveTarget';
import { clearMarks, markAnswer } from './markAnswer';
import { presentSent } from './presentSent';
import { followSent } from './followSent';
import { retryLater } from './retryLater';
import { showCounting, termsText } from '../rollback/texts';

/** Asks for what *Apply with Automatic Rollback…* needs; undefined when the user leaves. */
export type AskTerms = (update: PreparedUpdate) => Promise<RollbackTerms | undefined>;

/**
 * Checks trust and document, finds destination and credentials, asks, resolves secrets, signs, sends
 * once and shows what came back. Nothing is ever repeated: after a missing answer it reads.
 *
 * @param askTerms for an update that rolls itself back
 */
export async function applyUpdate(
  context: Context,
  place: DocumentPlace,
  askTerms?: AskTerms,
): Promise<SendUpdateOutcome> {
  const outcome = await attempt(context, place, askTerms);
  if (outcome.kind === 'refused') {
    await presentProblem(context, outcome.problem);
  }
  return outcome;
}

async function attempt(
  context: Context,
  place: DocumentPlace,
  askTerms: AskTerms | undefined,
): Promise<SendUpdateOutcome> {
  const prepared = await prepareApply(context, place);
  if (prepared.kind === 'refused') {
    return prepared;
  }
  const { update, destination, url } = prepared;
  const terms = await askTerms?.(update);
  if (askTerms !== undefined && terms === undefined) {
    return { kind: 'declined' };
  }
  const credentials = await obtainCredentials(context, destination.target);
  if (credentials.kind !== 'found') {
    return credentials.kind === 'left' ? { kind: 'declined' } : credentials;
  }
  // Identifiers mean the same in either case.
  const release = context.inFlight.begin(url.toLowerCase());
  if (release === undefined) {
    return refused(underWay());
  }
  try {
    const ready = { place: prepared.place, update, destination, found: credentials.found };
    return await confirmAndApply(context, ready, terms);
  } finally {
    release();
  }
}

async function confirmAndApply(
  context: Context,
  file: ReadyUpdate,
  terms: RollbackTerms | undefined,
): Promise<SendUpdateOutcome> {
  const planned = await planForApply(context, file);
  if (planned.kind !== 'ready') {
    return planned;
  }
  const { ready, plan, overtaken } = planned;
  const hindrance = await preflight(context, ready, plan);
  if (hindrance !== undefined) {
    return refused(hindrance);
  }
  const answer = isStale(context, ready) ? 'stale' : await confirm(context, planned, terms);
  if (answer === 'declined') {
    return { kind: 'declined' };
  }
  if (answer === 'stale' || isStale(context, ready)) {
    return refused(changedMeanwhile());
  }
  const filled = await fillRequest(context, ready.update, ready.destination);
  if (filled.kind !== 'filled') {
    return refused(filled.problem);
  }
  const { credentials } = ready.found;
  const { request, body } = filled;
  return send(
    context,
    { ...ready, request, body, credentials },
    {
      isStale: () => isStale(context, ready),
      ...(overtaken !== undefined && { overtaken }),
      ...(terms !== undefined && { rollback: terms }),
    },
  );
}

/**
 * All questions before an update is sent. A review is an answer of its own: its buttons lead back to the
 * question.
 */
async function confirm(
  context: Context,
  planned: Extract<PlannedApply, { readonly kind: 'ready' }>,
  terms: RollbackTerms | undefined,
): Promise<'confirmed' | 'declined' | 'stale'> {
  const { ready, plan } = planned;
  const { update, destination, found } = ready;
  const parts = {
    status: targetStatus(destination.target, context.settings.read()),
    ...(plan !== undefined && { plan }),
    ...(terms !== undefined && { terms: termsText(terms.minutes) }),
  };
  const answer = await context.confirmation.ask(
    confirmationQuestion(update, destination, found, parts),
  );
  if (answer === 'review') {
    await present(context, await review(context, planned));
  }
  if (answer !== 'confirmed') {
    return 'declined';
  }
  if (isStale(context, ready)) {
    return 'stale';
  }
  return (await isNamed(context, ready, plan)) ? 'confirmed' : 'declined';
}

/** The plan, or the request of an update without one. */
async function review(
  context: Context,
  { ready, plan, look }: Extract<PlannedApply, { readonly kind: 'ready' }>,
): Promise<Result> {
  if (plan === undefined || look === undefined) {
    return showRequest(context, ready.place);
  }
  const connection = remoteOf(ready);
  if (connection.kind === 'remote') {
    keepLook(context, connection.remote, look);
  }
  return planResult(context, ready, plan);
}

/** Whether the name of the connection was typed, when the target is one of production. */
async function isNamed(
  context: Context,
  { update, destination }: ReadyUpdate,
  plan: UpdatePlan | undefined,
): Promise<boolean> {
  const { target, label } = destination;
  if (targetStatus(target, context.settings.read()) !== 'production') {
    return true;
  }
  const { connectionId } = update;
  return confirmProduction(context.prompts, { name: plan?.name, connectionId, label });
}

/** Applies, then shows what came back and follows it in the background. */
async function send(
  context: Context,
  confirmed: ConfirmedUpdate,
  options: ApplyOptions,
): Promise<SendUpdateOutcome> {
  clearMarks(context, confirmed);
  const applied = await applyOnceReady(context, confirmed, options);
  switch (applied.kind) {
    case 'sent': {
      const { sent } = applied;
      followSent(context, sent, { login: confirmed.credentials });
      const again = retryLater(context, confirmed, sent.answer);
      const outcome = presentSent(context, confirmed.request, sent, again);
      markAnswer(context, confirmed, outcome);
      if (sent.pending !== undefined) {
        showCounting(context, sent.pending.rollback);
      }
      return outcome;
    }
    case 'stale':
      return refused(changedMeanwhile());
    default:
      return applied;
  }
}

function underWay(): Problem {
  return problem(
    'under-way',
    'An update of this connection is already in progress in this window.',
    'Wait until it finishes, then apply again.',
  );
}

function changedMeanwhile(): Problem {
  return problem(
    'changed-meanwhile',
    'Nothing was sent: the document was changed or closed since the update was prepared.',
    'Review the change and apply again.',
  );
}
