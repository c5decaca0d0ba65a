// *Apply Update*: the one way in which anything is changed in the cloud.
import type { PreparedUpdate } from '../../../server/src/protocol/messages';
import type { FoundCredentials } from './auth/credentials';
import { obtainCredentials } from './auth/obtainCredentials';
import type { Context } from './context';
import { problem, type Problem } from './problem';
import { reportProblem } from './report';
import { buildRequest } from './request/buildRequest';
import { resolveSecrets } from './request/resolveSecrets';
import { followEntry } from './settle/settleEntry';
import { showRequest } from './showRequest';
import type { Destination } from './target/findDestination';
import { standingOf } from './target/targetStanding';
import { untrusted } from './untrusted';
import { confirmationQuestion } from './update/confirmationQuestion';
import { confirmProduction, type ProductionAnswer } from './update/confirmProduction';
import type { SendUpdateOutcome } from './update/outcome';
import { prepareUpdate } from './update/prepareUpdate';
import { sendOnceReady, type ConfirmedUpdate } from './update/sendOnceReady';
import type { DocumentPlace } from './documentPlace';

/** Everything that the confirmation shows and the request is made of. */
interface ReadyUpdate {
  readonly place: DocumentPlace;
  readonly update: PreparedUpdate;
  readonly destination: Destination;
  readonly found: FoundCredentials;
}

/**
 * Checks trust and document, finds destination and credentials, asks, resolves secrets, signs, sends
 * once and shows what came back. Nothing is ever repeated: after a missing answer it reads.
 */
export async function sendUpdate(
  context: Context,
  place: DocumentPlace,
): Promise<SendUpdateOutcome> {
  const outcome = await attempt(context, place);
  if (outcome.kind === 'refused') {
    reportProblem(context.presenter, outcome.problem);
  }
  return outcome;
}

async function attempt(context: Context, place: DocumentPlace): Promise<SendUpdateOutcome> {
  if (!context.trust.isTrusted()) {
    return refuse(untrusted());
  }
  const prepared = await prepareUpdate(context, place);
  if (prepared.kind === 'refused') {
    return prepared;
  }
  const { update, destination } = prepared;
  const credentials = await obtainCredentials(context, destination.target);
  if (credentials.kind !== 'found') {
    return credentials.kind === 'left' ? { kind: 'declined' } : credentials;
  }
  // Identifiers mean the same in either case.
  const key = `${destination.origin}${update.path}`.toLowerCase();
  const release = context.inFlight.begin(key);
  if (release === undefined) {
    return refuse(underWay());
  }
  try {
    const ready = { place, update, destination, found: credentials.found };
    return await confirmAndSend(context, ready);
  } finally {
    release();
  }
}

async function confirmAndSend(context: Context, ready: ReadyUpdate): Promise<SendUpdateOutcome> {
  const { update, destination, found } = ready;
  const answer = isStale(context, ready)
    ? 'stale'
    : await context.confirmation.ask(confirmationQuestion(update, destination, found));
  if (answer === 'review') {
    await showRequest(context, ready.place);
  }
  if (answer === 'declined' || answer === 'review') {
    return { kind: 'declined' };
  }
  if (answer === 'stale' || isStale(context, ready)) {
    return refuse(changedMeanwhile());
  }
  const named = await confirmByName(context, ready);
  if (named.kind !== 'confirmed') {
    return named;
  }
  if (isStale(context, ready)) {
    return refuse(changedMeanwhile());
  }
  const resolved = await resolveSecrets(update, context);
  if (resolved.kind === 'refused') {
    return resolved;
  }
  resolved.values.forEach(context.redactor.register);
  const built = buildRequest(update, destination, resolved.body);
  if (built.kind === 'refused') {
    return built;
  }
  return send(context, ready, { body: resolved.body, request: built.request });
}

/** Asks for the name of the connection when the target is one of production. */
async function confirmByName(
  context: Context,
  { update, destination, found }: ReadyUpdate,
): Promise<ProductionAnswer> {
  if (standingOf(destination.target, context.settings.read()) !== 'production') {
    return { kind: 'confirmed' };
  }
  const built = buildRequest(update, destination, {});
  return built.kind === 'refused'
    ? built
    : confirmProduction(context, {
        ...update,
        request: built.request,
        credentials: found.credentials,
        label: destination.label,
      });
}

/** Sends, and watches in the background what becomes of it. */
async function send(
  context: Context,
  ready: ReadyUpdate,
  filled: Pick<ConfirmedUpdate, 'request' | 'body'>,
): Promise<SendUpdateOutcome> {
  const { credentials } = ready.found;
  const confirmed = { ...ready, ...filled, credentials };
  const result = await sendOnceReady(context, confirmed, {
    isStale: () => isStale(context, ready),
  });
  switch (result.kind) {
    case 'sent': {
      const { outcome, entry } = result.sent;
      if (entry?.stage.kind === 'settling') {
        followEntry(context, entry, { login: credentials });
      }
      return outcome;
    }
    case 'stale':
      return refuse(changedMeanwhile());
    default:
      return result;
  }
}

/** The buffer is not the one that the request was built from, or it is gone. */
function isStale({ documents }: Context, { place, update }: ReadyUpdate): boolean {
  return documents.currentVersion(place.uri) !== update.version;
}

function refuse(refused: Problem): SendUpdateOutcome {
  return { kind: 'refused', problem: refused };
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
