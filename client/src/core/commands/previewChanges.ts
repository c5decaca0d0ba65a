// *Preview Changes* and *Copy Plan as Markdown*: what an update would do, without sending it.
import { obtainCredentials } from '../credentials/obtainCredentials';
import type { Context } from '../redaction/context';
import { inAnyVersion, type DocumentPlace } from '../model/documentPlace';
import { problem, type Problem } from '../model/problem';
import { done, type Result } from '../ports/result';
import { refused } from '../model/refused';
import { mayNotReadConnection } from '../cloud/errors/permissions';
import { prepareTrusted } from '../plan/prepareUpdate';
import { keepLook } from '../plan/looks';
import { planLive, remoteOf, type PlannedUpdate, type PlanResult } from '../plan/planLive';
import { planResult } from '../plan/planView';

type Planned = Extract<PlanResult, { readonly kind: 'planned' }> & {
  readonly planned: PlannedUpdate;
};

type NotPlanned = Exclude<Result, { readonly kind: 'done' }>;

/** The plan as a page. From now on *Apply Update* stops when someone else changes the connection. */
export async function previewChanges(context: Context, place: DocumentPlace): Promise<Result> {
  const result = await makePlan(context, place);
  if (result.kind !== 'planned') {
    return result;
  }
  const { plan, look, planned } = result;
  const connection = remoteOf(planned);
  if (connection.kind === 'remote') {
    keepLook(context, connection.remote, look);
  }
  return planResult(context, planned, plan);
}

/** Copies the plan to the clipboard, for a change ticket. */
export async function copyPlan(context: Context, place: DocumentPlace): Promise<Result> {
  const result = await makePlan(context, place);
  if (result.kind !== 'planned') {
    return result;
  }
  await context.clipboard.write(result.plan.markdown);
  return done('Change plan copied.');
}

async function makePlan(context: Context, place: DocumentPlace): Promise<Planned | NotPlanned> {
  const prepared = await prepareTrusted(context, inAnyVersion(place));
  if (prepared.kind === 'refused') {
    return prepared;
  }
  const { update, destination, place: seen } = prepared;
  const credentials = await obtainCredentials(context, destination.target);
  if (credentials.kind !== 'found') {
    return credentials.kind === 'left' ? { kind: 'left' } : credentials;
  }
  const planned = { place: seen, update, destination };
  const login = credentials.found.credentials;
  const result = await planLive(context, { ...planned, login });
  switch (result.kind) {
    case 'planned':
      return { ...result, planned };
    case 'cancelled':
      return { kind: 'left' };
    case 'refused':
      return result;
    case 'stale':
      return refused(changedWhilePlanning());
    case 'unreadable':
      return refused(unreadable());
  }
}

function changedWhilePlanning(): Problem {
  return problem(
    'changed-meanwhile',
    'The document was changed while the connection was read.',
    'Preview the changes again.',
  );
}

function unreadable(): Problem {
  return mayNotReadConnection(
    "You don't have permission to read this connection, so the changes can't be shown.",
  );
}
