// *Apply Update*: the one way in which anything is changed in the cloud.
import type { UpdatePlan } from '../../../../server/src/protocol/plan';
import { obtainCredentials } from '../credentials/obtainCredentials';
import type { Context } from '../redaction/context';
import type { DocumentPlace } from '../model/documentPlace';
import { problem, type Problem } from '../model/problem';
import { refused } from '../model/refused';
import { reportProblem } from '../ports/report';
import { fillRequest } from '../cloud/fillRequest';
import { followEntry } from '../monitor/settleEntry';
import { showPlan } from '../plan/showPlan';
import { showRequest } from '../plan/showRequest';
import { standingOf } from '../targets/targetStanding';
import { confirmationQuestion } from './confirmationQuestion';
import { confirmProduction } from './confirmProduction';
import type { SendUpdateOutcome } from './outcome';
import { prepareApply } from './prepareApply';
import { isStale, planForApply, type PlannedApply, type ReadyUpdate } from './planForApply';
import type { Sent } from './sendJournaled';
import { sendOnceReady, type ConfirmedUpdate, type SendGuards } from './sendOnceReady';

/** What a special way to apply adds. */
export interface ApplyManner {
  /** Sentences that the confirmation shows besides. */
  readonly question?: readonly string[];
  /** Last word ahead of the PUT. */
  readonly arm?: NonNullable<SendGuards['arm']>;
  /** Hears how it ended, when anything was sent. */
  readonly sent?: (sent: Sent) => Promise<void>;
}

/**
 * Checks trust and document, finds destination and credentials, asks, resolves secrets, signs, sends
 * once and shows what came back. Nothing is ever repeated: after a missing answer it reads.
 */
export async function sendUpdate(
  context: Context,
  place: DocumentPlace,
  manner: ApplyManner = {},
): Promise<SendUpdateOutcome> {
  const outcome = await attempt(context, place, manner);
  if (outcome.kind === 'refused') {
    reportProblem(context.presenter, outcome.problem);
  }
  return outcome;
}

async function attempt(
  context: Context,
  place: DocumentPlace,
  manner: ApplyManner,
): Promise<SendUpdateOutcome> {
  const prepared = await prepareApply(context, place);
  if (prepared.kind === 'refused') {
    return prepared;
  }
  const { update, destination, url } = prepared;
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
    return await confirmAndSend(context, ready, manner);
  } finally {
    release();
  }
}

async function confirmAndSend(
  context: Context,
  file: ReadyUpdate,
  manner: ApplyManner,
): Promise<SendUpdateOutcome> {
  const planned = await planForApply(context, file);
  if (planned.kind !== 'ready') {
    return planned;
  }
  const { ready, refuse: overtaken } = planned;
  const answer = isStale(context, ready) ? 'stale' : await confirm(context, planned, manner);
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
  return send(context, ready, filled, {
    isStale: () => isStale(context, ready),
    ...(overtaken !== undefined && { refuse: overtaken }),
    ...manner,
  });
}

/** All questions before an update is sent. A look at what would change is an answer of its own. */
async function confirm(
  context: Context,
  { ready, plan }: Extract<PlannedApply, { readonly kind: 'ready' }>,
  { question: terms }: ApplyManner,
): Promise<'confirmed' | 'declined' | 'stale'> {
  const { update, destination, found, place } = ready;
  const parts = { ...(plan !== undefined && { plan }), ...(terms !== undefined && { terms }) };
  const answer = await context.confirmation.ask(
    confirmationQuestion(update, destination, found, parts),
  );
  if (answer === 'review') {
    await (plan === undefined
      ? showRequest(context, place)
      : showPlan(context, plan, update.connectionId));
  }
  if (answer !== 'confirmed') {
    return 'declined';
  }
  if (isStale(context, ready)) {
    return 'stale';
  }
  return (await isNamed(context, ready, plan)) ? 'confirmed' : 'declined';
}

/** Whether the name of the connection was typed, when the target is one of production. */
async function isNamed(
  context: Context,
  { update, destination }: ReadyUpdate,
  plan: UpdatePlan | undefined,
): Promise<boolean> {
  const { target, label } = destination;
  if (standingOf(target, context.settings.read()) !== 'production') {
    return true;
  }
  const { connectionId } = update;
  return confirmProduction(context.prompts, { name: plan?.name, connectionId, label });
}

/** Sends, and watches in the background what becomes of it. */
async function send(
  context: Context,
  ready: ReadyUpdate,
  filled: Pick<ConfirmedUpdate, 'request' | 'body'>,
  guards: SendGuards & Pick<ApplyManner, 'sent'>,
): Promise<SendUpdateOutcome> {
  const { credentials } = ready.found;
  const confirmed = { ...ready, ...filled, credentials };
  const result = await sendOnceReady(context, confirmed, guards);
  switch (result.kind) {
    case 'sent': {
      const { outcome, entry } = result.sent;
      if (entry?.stage.kind === 'settling') {
        followEntry(context, entry, { login: credentials });
      }
      await guards.sent?.(result.sent);
      return outcome;
    }
    case 'stale':
      return refused(changedMeanwhile());
    default:
      return result;
  }
}

function underWay(): Problem {
  return problem(
    'under-way',
    'An update of this connection is already under way in this window.',
    'Wait for its result before you apply another one.',
  );
}

function changedMeanwhile(): Problem {
  return problem(
    'changed-meanwhile',
    'The document was changed or closed since the update was prepared, so nothing was sent.',
    'Look at the change and apply again.',
  );
}
