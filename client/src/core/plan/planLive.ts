// From a document and its connection to a plan.
import type { PreparedUpdate } from '../../../../server/src/protocol/messages';
import type { LiveAnswers, UpdatePlan } from '../../../../server/src/protocol/plan';
import type { Login } from '../model/credentials';
import type { Look } from '../ports/ports';
import type { Context } from '../redaction/context';
import type { SeenPlace } from '../model/documentPlace';
import type { Problem } from '../model/problem';
import { buildRequest } from '../cloud/buildRequest';
import type { RemoteConnection } from '../model/remoteConnection';
import type { Destination } from '../targets/findDestination';
import { documentRefused, serverSilent } from './prepareUpdate';
import { earlierLook } from './looks';
import { readLive } from './readLive';

/** An update that is ready to be compared. */
export interface PlannedUpdate {
  readonly place: SeenPlace;
  readonly update: PreparedUpdate;
  readonly destination: Destination;
}

/** `unreadable`: nobody can tell what it changes, because these credentials may not read it. */
export type PlanResult =
  | {
      readonly kind: 'planned';
      readonly plan: UpdatePlan;
      /** What it was compared with. */
      readonly look: Look;
      /** The connection is not what the user saw last. */
      readonly hasMoved: boolean;
    }
  | { readonly kind: 'unreadable' }
  | { readonly kind: 'cancelled' }
  | { readonly kind: 'stale' }
  | { readonly kind: 'refused'; readonly problem: Problem };

/** Reads the connection and compares. The problem names the error that only live facts can show. */
export async function planLive(
  context: Context,
  planned: PlannedUpdate & { readonly login: Login },
): Promise<PlanResult> {
  const connection = remoteOf(planned);
  if (connection.kind === 'refused') {
    return connection;
  }
  const reading = await readLive(context, connection.remote, planned.login);
  if (reading.kind !== 'read') {
    return reading;
  }
  const { live } = reading;
  const earlier = earlierLook(context, connection.remote, live);
  const look = { live, readAt: context.clock.now() };
  return comparePlan(context, planned, earlier === undefined ? { look } : { look, earlier });
}

/** What is compared with: the connection as it was read, and what the user saw of it before. */
export interface Compared {
  readonly look: Look;
  readonly earlier?: LiveAnswers;
}

/** Compares with what has been read already. */
export async function comparePlan(
  context: Context,
  { place, update }: PlannedUpdate,
  { look, earlier }: Compared,
): Promise<Exclude<PlanResult, { readonly kind: 'unreadable' | 'cancelled' }>> {
  const now = context.clock.now();
  const { live, readAt } = look;
  const result = await context.server.request('vpnconn/planUpdate', {
    textDocument: { uri: place.uri },
    position: place.position,
    live,
    ...(earlier !== undefined && { earlier }),
    time: { now, offsetMinutes: context.zone.offsetMinutes(now), readAt },
  });
  switch (result.kind) {
    case 'unavailable':
      return { kind: 'refused', problem: serverSilent(context, result) };
    case 'refused':
      return { kind: 'refused', problem: documentRefused(result, place.uri) };
    case 'ready':
      return result.plan.version === update.version
        ? { kind: 'planned', plan: result.plan, look, hasMoved: earlier !== undefined }
        : { kind: 'stale' };
  }
}

/** The connection of an update, or why its address cannot be made. */
export function remoteOf({
  update,
  destination,
}: {
  readonly update: Pick<PreparedUpdate, 'method' | 'path' | 'projectId' | 'connectionId'>;
  readonly destination: Destination;
}):
  | { readonly kind: 'remote'; readonly remote: RemoteConnection }
  | { readonly kind: 'refused'; readonly problem: Problem } {
  const built = buildRequest(update, destination, {});
  if (built.kind === 'refused') {
    return built;
  }
  const { projectId, connectionId } = update;
  const { target, label } = destination;
  const { url } = built.request;
  return { kind: 'remote', remote: { url, projectId, connectionId, target, label } };
}
