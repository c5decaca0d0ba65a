// Everything that can be wrong with several updates is found before the first of them is sent.
import type { JsonObject } from '../../../../server/src/protocol/messages';
import type { UpdatePlan } from '../../../../server/src/protocol/plan';
import type { FoundCredentials } from '../model/credentials';
import { obtainCredentials } from '../credentials/obtainCredentials';
import type { Context } from '../redaction/context';
import type { DocumentPlace } from '../model/documentPlace';
import type { HttpRequest } from '../model/httpExchange';
import { problem, type Problem } from '../model/problem';
import { fillRequest } from '../cloud/fillRequest';
import { targetKey, type Target } from '../model/target';
import { planForApply, type ReadyUpdate } from '../apply/planForApply';
import { prepareUpdate } from '../plan/prepareUpdate';
import type { ApplyOptions } from '../apply/apply';
import { shortText } from '../model/visibleText';
import { refusedWhilePending } from '../apply/problems';

/** One update of a batch, ready to be sent. */
export interface BatchItem {
  readonly ready: ReadyUpdate;
  /** The connection's name, else its ID. */
  readonly title: string;
  /** Absent when the connection can't be read. */
  readonly plan?: UpdatePlan;
  readonly overtaken?: ApplyOptions['overtaken'];
  readonly request: HttpRequest;
  readonly body: JsonObject;
}

/** All of them, or why nothing is sent. `unchanged`: connections that already have all values. */
export type PreparedBatch =
  | {
      readonly kind: 'ready';
      readonly items: readonly BatchItem[];
      readonly unchanged: readonly string[];
    }
  | { readonly kind: 'declined' }
  | { readonly kind: 'refused'; readonly problem: Problem };

/** What keeps a batch from being sent, or that the user left. */
export type BatchStop = Exclude<PreparedBatch, { readonly kind: 'ready' }>;

/** Checks, reads and fills in all documents. Documents without an update are skipped. */
export async function prepareBatch(
  context: Context,
  places: readonly DocumentPlace[],
): Promise<PreparedBatch> {
  const found = await findUpdates(context, places);
  if (found.kind !== 'found') {
    return found;
  }
  const items: BatchItem[] = [];
  const unchanged: string[] = [];
  for (const ready of found.updates) {
    const item = await prepareItem(context, ready);
    if (item.kind === 'unchanged') {
      unchanged.push(ready.update.connectionId);
    } else if (item.kind === 'item') {
      items.push(item.item);
    } else {
      return item;
    }
  }
  return items.length === 0
    ? { kind: 'refused', problem: nothingToSend(unchanged.length) }
    : { kind: 'ready', items, unchanged };
}

type Found = { readonly kind: 'found'; readonly updates: readonly ReadyUpdate[] } | BatchStop;

async function findUpdates(context: Context, places: readonly DocumentPlace[]): Promise<Found> {
  const updates: ReadyUpdate[] = [];
  const urls = new Set<string>();
  const logins = new Map<string, FoundCredentials>();
  for (const place of places) {
    const prepared = await prepareUpdate(context, place);
    if (prepared.kind === 'refused') {
      if (prepared.problem.code === 'document-nothing') {
        continue;
      }
      return { kind: 'refused', problem: inFile(place, prepared.problem) };
    }
    const { update, destination } = prepared;
    const url = `${destination.origin}${update.path}`;
    const waiting = await refusedWhilePending(context, { url });
    if (waiting !== undefined) {
      return { kind: 'refused', problem: waiting };
    }
    if (urls.has(url.toLowerCase())) {
      return { kind: 'refused', problem: inFile(place, twice(update.connectionId)) };
    }
    urls.add(url.toLowerCase());
    const login = await loginOf(context, destination.target, logins);
    if (login.kind !== 'found') {
      return login;
    }
    updates.push({ place: prepared.place, update, destination, found: login.found });
  }
  return { kind: 'found', updates };
}

/** The credentials of one target are asked for once. */
async function loginOf(
  context: Context,
  target: Target,
  known: Map<string, FoundCredentials>,
): Promise<{ readonly kind: 'found'; readonly found: FoundCredentials } | BatchStop> {
  const key = targetKey(target);
  const before = known.get(key);
  if (before !== undefined) {
    return { kind: 'found', found: before };
  }
  const result = await obtainCredentials(context, target);
  if (result.kind === 'found') {
    known.set(key, result.found);
    return { kind: 'found', found: result.found };
  }
  return result.kind === 'left' ? { kind: 'declined' } : result;
}

async function prepareItem(
  context: Context,
  file: ReadyUpdate,
): Promise<
  { readonly kind: 'item'; readonly item: BatchItem } | { readonly kind: 'unchanged' } | BatchStop
> {
  const planned = await planForApply(context, file);
  if (planned.kind === 'declined') {
    return planned;
  }
  if (planned.kind !== 'ready') {
    return planned.problem.code === 'nothing-changes'
      ? { kind: 'unchanged' }
      : { kind: 'refused', problem: inFile(file.place, planned.problem) };
  }
  const { ready, plan, overtaken } = planned;
  const filled = await fillRequest(context, ready.update, ready.destination);
  if (filled.kind !== 'filled') {
    return { kind: 'refused', problem: inFile(file.place, filled.problem) };
  }
  const { request, body } = filled;
  const title = plan?.name ?? ready.update.connectionId;
  return {
    kind: 'item',
    item: {
      ...{ ready, title, request, body },
      ...(plan !== undefined && { plan }),
      ...(overtaken !== undefined && { overtaken }),
    },
  };
}

/** Names the file, because there are several. */
function inFile({ uri, position }: DocumentPlace, stopped: Problem): Problem {
  const name = shortText(decodeURIComponent(uri.split('/').at(-1) ?? uri), 80);
  const message = `${name}, line ${position.line + 1}: ${stopped.message} Nothing was sent.`;
  return { ...stopped, message };
}

function twice(connectionId: string): Problem {
  return problem(
    'connection-twice',
    `Two documents update the connection ${shortText(connectionId, 60)}.`,
    'Combine them in one document, or apply them one at a time.',
  );
}

function nothingToSend(unchanged: number): Problem {
  return problem(
    'nothing-to-send',
    unchanged === 0
      ? 'These files contain no update.'
      : 'Nothing was sent: the connections already have these values.',
    '',
  );
}
