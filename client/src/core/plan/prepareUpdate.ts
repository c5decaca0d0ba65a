// The first half of every command on a document: what would be sent, and where to.
import type { PreparedUpdate, UpdateRefused } from '../../../../server/src/protocol/messages';
import type { Context } from '../redaction/context';
import type { Unavailable } from '../ports/unavailable';
import { problem, type Problem } from '../model/problem';
import { refused, type Refused } from '../model/refused';
import { literalSecrets } from '../secrets/maskedBody';
import { findDestination, type Destination } from '../targets/findDestination';
import { hasChanged, seenPlace, type DocumentPlace, type SeenPlace } from '../model/documentPlace';
import { untrusted } from '../model/untrusted';

/** An update and where it goes. */
export interface PreparedDocument {
  readonly kind: 'ready';
  readonly update: PreparedUpdate;
  readonly destination: Destination;
  /** The place of this update, for everything that comes after. */
  readonly place: SeenPlace;
}

/** An update and its destination, or why there is none. */
export type PrepareResult = PreparedDocument | Refused;

/** The same for commands that go to the cloud with it: nothing does from an untrusted workspace. */
export async function prepareTrusted(
  context: Context,
  place: DocumentPlace,
): Promise<PrepareResult> {
  return context.trust.isTrusted() ? prepareUpdate(context, place) : refused(untrusted());
}

/** The update under the cursor and its destination. */
export async function prepareUpdate(
  context: Context,
  place: DocumentPlace,
): Promise<PrepareResult> {
  const read = await readUpdate(context, place);
  if (read.kind === 'refused') {
    return read;
  }
  const found = findDestination(read.update.region, context);
  return found.kind === 'refused' ? found : { ...read, destination: found.destination };
}

/**
 * Asks the language server for the request under the cursor. Refuses when the place was seen with
 * something else in it. Secrets of the document become known to the redactor.
 */
export async function readUpdate(
  context: Context,
  place: DocumentPlace,
): Promise<Omit<PreparedDocument, 'destination'> | Refused> {
  const { uri, position } = place;
  const result = await context.server.request('vpnconn/prepareUpdate', {
    textDocument: { uri },
    position,
  });
  if (result.kind === 'unavailable') {
    return refused(serverSilent(context, result));
  }
  if (result.kind === 'refused') {
    return refused(documentRefused(result, uri));
  }
  const { update } = result;
  context.redactor.registerKeys(update.sensitiveKeys);
  literalSecrets(update).forEach(context.redactor.register);
  return hasChanged(place, update)
    ? refused(documentChanged())
    : { kind: 'ready', update, place: seenPlace(place, update) };
}

/** A button or a code lens from before an edit could mean another document of the file now. */
function documentChanged(): Problem {
  return problem(
    'document-changed',
    'The document has changed since this button was shown.',
    'Run the command again from the document.',
  );
}

/** The language server rejects the document, and where its first error is; shared with everything that asks it about one. */
export function documentRefused(
  { reason, message, firstError }: UpdateRefused,
  uri: string,
): Problem {
  const first = firstError === undefined ? '' : `The first one: ${firstError.message}`;
  const refusal = problem(`document-${reason}`, message, first);
  return firstError === undefined
    ? refusal
    : { ...refusal, location: { uri, range: firstError.range } };
}

/** The language server did not answer, and why not goes to the log; shared with all that ask it. */
export function serverSilent(
  { log }: Pick<Context, 'log'>,
  { detail }: Pick<Unavailable, 'detail'>,
): Problem {
  log.error(`The language server did not answer: ${detail}`);
  return problem(
    'server-unavailable',
    'The language server is not running, so the document cannot be checked and nothing is sent.',
    'Restart the language server.',
    { kind: 'restart-server' },
    { kind: 'show-log' },
  );
}
