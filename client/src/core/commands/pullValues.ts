// *Pull Current Values*: brings a document up to date with its live connection. It only reads the cloud.
import type { DocumentConnection, PulledValues } from '../../../../server/src/protocol/pull';
import { obtainCredentials } from '../credentials/obtainCredentials';
import type { Context } from '../redaction/context';
import type { DocumentPlace } from '../model/documentPlace';
import type { PresentedMessage } from '../model/presented';
import { keepLook } from '../plan/looks';
import { remoteOf } from '../plan/planLive';
import { readLive } from '../plan/readLive';
import { problem, type Problem } from '../model/problem';
import { refused } from '../model/refused';
import type { Result } from '../ports/result';
import { findDestination } from '../targets/findDestination';
import { untrusted } from '../model/untrusted';
import { documentRefused, serverSilent } from '../plan/prepareUpdate';
import { mayNotReadConnection } from '../cloud/errors/permissions';
import { shortText } from '../model/visibleText';

/** Reads the connection, and edits the document as one undo step. The message names what has changed. */
export async function pullValues(context: Context, place: DocumentPlace): Promise<Result> {
  if (!context.trust.isTrusted()) {
    return refused(untrusted());
  }
  const named = await context.server.request('vpnconn/connectionOf', {
    textDocument: { uri: place.uri },
    position: place.position,
  });
  if (named.kind === 'unavailable') {
    return refused(serverSilent(context, named));
  }
  if (named.kind === 'refused') {
    return refused(documentRefused(named, place.uri));
  }
  return pullFrom(context, place, named.connection);
}

async function pullFrom(
  context: Context,
  place: DocumentPlace,
  update: DocumentConnection,
): Promise<Result> {
  context.redactor.registerKeys(update.sensitiveKeys);
  const found = findDestination(update.region, context);
  if (found.kind === 'refused') {
    return found;
  }
  const { destination } = found;
  const credentials = await obtainCredentials(context, destination.target);
  if (credentials.kind !== 'found') {
    return credentials;
  }
  const connection = remoteOf({ update, destination });
  if (connection.kind === 'refused') {
    return connection;
  }
  const reading = await readLive(context, connection.remote, credentials.found.credentials);
  switch (reading.kind) {
    case 'refused':
      return reading;
    case 'cancelled':
      return { kind: 'left' };
    case 'unreadable':
      return refused(mayNotRead());
    case 'read':
      break;
  }
  const { live } = reading;
  const result = await context.server.request('vpnconn/pullValues', {
    textDocument: { uri: place.uri },
    position: place.position,
    live,
  });
  if (result.kind !== 'ready') {
    return refused(
      result.kind === 'refused'
        ? documentRefused(result, place.uri)
        : serverSilent(context, result),
    );
  }
  const { pulled } = result;
  const isCurrent = pulled.version === update.version;
  if (!isCurrent || !(await isEdited(context, place, pulled))) {
    return refused(changedMeanwhile());
  }
  keepLook(context, connection.remote, { live, readAt: context.clock.now() });
  return { kind: 'done', message: messageOf(pulled) };
}

async function isEdited(
  { documents }: Context,
  { uri }: DocumentPlace,
  { version, edits }: PulledValues,
): Promise<boolean> {
  return edits.length === 0 || documents.edit(uri, version, edits);
}

function messageOf({ changed, kept }: PulledValues): PresentedMessage {
  const count = changed.length === 1 ? '1 value' : `${changed.length} values`;
  const text =
    changed.length === 0
      ? 'The file is already up to date.'
      : `Updated ${count}: ${shortText(changed.join(', '), 200)}.`;
  const left = kept.map(({ label, reason }) => `${label} differs and wasn't updated. ${reason}`);
  return {
    severity: kept.length === 0 ? 'information' : 'warning',
    text: [kept.length > 0 && changed.length === 0 ? 'Nothing was updated.' : text, ...left].join(
      ' ',
    ),
    actions: [],
  };
}

function changedMeanwhile(): Problem {
  return problem(
    'changed-meanwhile',
    "The document was changed or closed while the connection was read, so it wasn't edited.",
    'Try again.',
  );
}

function mayNotRead(): Problem {
  return mayNotReadConnection(
    "You don't have permission to read this connection, so its values can't be shown.",
  );
}
