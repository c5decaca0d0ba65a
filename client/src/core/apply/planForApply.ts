// Before the confirmation: what the update does to the connection as it is now, and whether it is still
// the connection that the user has looked at.
import type { PreparedUpdate } from '../../../../server/src/protocol/messages';
import type { UpdatePlan } from '../../../../server/src/protocol/plan';
import type { FoundCredentials } from '../model/credentials';
import type { Context } from '../redaction/context';
import type { SeenPlace } from '../model/documentPlace';
import type { Look } from '../ports/ports';
import { hasMoved } from '../plan/looks';
import { changedInCloud, movedProblem } from '../plan/movedReport';
import { planLive } from '../plan/planLive';
import type { Destination } from '../targets/findDestination';
import type { SendUpdateOutcome } from './outcome';
import { unread } from './readBefore';
import type { ApplyOptions } from './apply';

/** Everything that the confirmation shows and the request is made of. */
export interface ReadyUpdate {
  readonly place: SeenPlace;
  readonly update: PreparedUpdate;
  readonly destination: Destination;
  readonly found: FoundCredentials;
}

/** The buffer is not the one that the request was built from, or it is gone. */
export function isStale({ documents }: Context, { place, update }: ReadyUpdate): boolean {
  return documents.currentVersion(place.uri) !== update.version;
}

/** What is asked about. No plan: these credentials can't read the connection. */
export type PlannedApply =
  | {
      readonly kind: 'ready';
      readonly ready: ReadyUpdate;
      readonly plan?: UpdatePlan;
      /** What the plan was compared with. */
      readonly look?: Look;
      /** Stops the update when the connection is changed until it is sent. */
      readonly overtaken?: ApplyOptions['overtaken'];
    }
  | Extract<SendUpdateOutcome, { readonly kind: 'refused' | 'declined' }>;

/** Reads, compares, and omits what changes nothing when the settings demand it. */
export async function planForApply(context: Context, ready: ReadyUpdate): Promise<PlannedApply> {
  const login = ready.found.credentials;
  const result = await planLive(context, { ...ready, login });
  switch (result.kind) {
    case 'cancelled':
      return { kind: 'declined' };
    case 'stale':
      return { kind: 'ready', ready };
    case 'refused':
      return result.problem.code.startsWith('document-') ||
        result.problem.code === 'server-unavailable'
        ? result
        : { kind: 'refused', problem: unread(result.problem) };
    case 'unreadable':
      context.log.warn(
        "The connection can't be read with these credentials, so the changes aren't known.",
      );
      return { kind: 'ready', ready };
    case 'planned': {
      const { plan, look } = result;
      if (result.hasMoved) {
        return { kind: 'refused', problem: movedProblem(context, plan, ready.place) };
      }
      return {
        kind: 'ready',
        ready: context.settings.read().sendsOnlyChanges === true ? reduced(ready, plan) : ready,
        ...{ plan, look },
        overtaken: (remote) =>
          hasMoved(look.live, remote) ? changedInCloud(ready.place) : undefined,
      };
    }
  }
}

/** Without the fields that already have their value, unless the others can't be sent alone. */
function reduced(ready: ReadyUpdate, { fields, changedBody }: UpdatePlan): ReadyUpdate {
  if (changedBody === undefined) {
    return ready;
  }
  const same = new Set(fields.flatMap(({ kind, pointer }) => (kind === 'same' ? [pointer] : [])));
  const { update } = ready;
  const isSent = ({ pointer }: { readonly pointer: string }): boolean => !same.has(pointer);
  return {
    ...ready,
    update: { ...update, body: changedBody, fields: update.fields.filter(isSent) },
  };
}
