// An open plan follows its file: it is compared again with what was read of the connection, which isn't
// read again for that.
import { inAnyVersion, type SeenPlace } from '../model/documentPlace';
import type { PlanUpdate } from '../model/presented';
import { lastLook } from '../plan/looks';
import { comparePlan, remoteOf } from '../plan/planLive';
import { planSection } from '../plan/planView';
import { prepareTrusted } from '../plan/prepareUpdate';
import type { Context } from '../redaction/context';

/** The plan as the document is now, or why there is none; nothing when the document changes meanwhile. */
export async function followPlan(
  context: Context,
  place: SeenPlace,
): Promise<PlanUpdate | undefined> {
  const { connectionId } = place.seen;
  const outdated = (notice: string): PlanUpdate => ({ kind: 'outdated', connectionId, notice });
  const prepared = await prepareTrusted(context, inAnyVersion(place));
  if (prepared.kind === 'refused') {
    const { code, message, remedy } = prepared.problem;
    return outdated(code === 'document-changed' ? gone : `${message} ${remedy}`);
  }
  const connection = remoteOf(prepared);
  if (connection.kind === 'refused') {
    return outdated(connection.problem.message);
  }
  const look = lastLook(context, connection.remote);
  if (look === undefined) {
    return outdated(unread);
  }
  const result = await comparePlan(context, prepared, { look });
  switch (result.kind) {
    case 'planned':
      return { kind: 'compared', section: planSection(context, prepared, result.plan) };
    case 'refused':
      return outdated(`${result.problem.message} ${result.problem.remedy}`);
    case 'stale':
      return undefined;
  }
}

const gone =
  'The update of this connection is no longer at its place in the file. Preview the changes again from the file.';
const unread = 'The connection has not been read for this target. Refresh to read it.';
