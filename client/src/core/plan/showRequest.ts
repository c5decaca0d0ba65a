// *Show Request*: the exact request that *Apply Update* would send, with secrets masked.
import { authorize } from '../cloud/signing/authorize';
import { describeLogin, secretsOf } from '../model/credentials';
import { findCredentials } from '../credentials/findCredentials';
import type { Context } from '../redaction/context';
import type { HttpRequest } from '../model/httpExchange';
import type { Refused } from '../model/refused';
import { mask } from '../redaction/redactor';
import type { Done } from '../ports/result';
import { buildRequest } from '../cloud/buildRequest';
import { maskedBody } from '../secrets/maskedBody';
import { requestView } from '../cloud/requestView';
import type { PreparedUpdate } from '../../../../server/src/protocol/messages';
import { currentTarget, findDestination, type Destination } from '../targets/findDestination';
import { isRegionId, regionalOrigin } from '../targets/regions';
import { readUpdate } from './prepareUpdate';
import { documentStamp } from '../ports/documentStamp';
import { inAnyVersion, type DocumentPlace } from '../model/documentPlace';

/** The request as a document. Works without a target or credentials, and in an untrusted workspace. */
export async function showRequest(context: Context, place: DocumentPlace): Promise<Done | Refused> {
  const prepared = await readUpdate(context, inAnyVersion(place));
  if (prepared.kind === 'refused') {
    return prepared;
  }
  const { update } = prepared;
  const addressed = address(context, update);
  if (addressed.kind === 'refused') {
    return addressed;
  }
  const built = buildRequest(
    update,
    addressed,
    maskedBody(update, () => mask),
  );
  if (built.kind === 'refused') {
    return built;
  }
  const { destination, note } = addressed;
  const signed =
    destination === undefined
      ? { request: built.request, notes: [] }
      : await sign(context, built.request, destination, update.projectId);
  const notes = [
    note,
    ...update.secrets.map(
      ({ source, name, pointer }) =>
        `!${source} ${name} is filled in when the request is sent: ${pointer}`,
    ),
    ...signed.notes,
  ];
  return {
    kind: 'done',
    document: {
      kind: 'request',
      name: `request ${documentStamp(context)}.http`,
      language: 'http',
      text: requestView(signed.request, context.redactor, notes),
    },
  };
}

interface Addressed {
  readonly kind: 'addressed';
  readonly origin: string;
  readonly note: string;
  /** Undefined: nothing could be sent there. */
  readonly destination?: Destination;
}

/** Nothing is sent, so without a target the region of the file will do, or a name in its place. */
function address(context: Context, { region }: PreparedUpdate): Addressed | Refused {
  if (currentTarget(context.targets, context.settings) === undefined) {
    const isKnown = region !== undefined && isRegionId(region);
    return {
      kind: 'addressed',
      origin: regionalOrigin(isKnown ? region : 'region'),
      note: isKnown
        ? 'No target is selected. The address is that of the region in the file.'
        : 'No target is selected. The name "region" in the address stands for its region.',
    };
  }
  const found = findDestination(region, context);
  if (found.kind === 'refused') {
    return found;
  }
  const { destination } = found;
  const { origin, label } = destination;
  return { kind: 'addressed', origin, destination, note: `Target: ${label}` };
}

/** The request with the headers that prove the sender, or a note that they are missing. */
async function sign(
  context: Context,
  request: HttpRequest,
  { target }: Destination,
  projectId: string,
): Promise<{ readonly request: HttpRequest; readonly notes: readonly string[] }> {
  const result = await findCredentials(target, context);
  if (result.kind !== 'found') {
    return { request, notes: [`Not signed in yet. ${result.problem.message}`] };
  }
  const { credentials, origin } = result.found;
  secretsOf(credentials).forEach(context.redactor.register);
  if (credentials.kind === 'password') {
    const who = describeLogin(credentials);
    const note = `Credentials from ${origin}: ${who}; a token is fetched when the request is sent.`;
    return { request, notes: [note] };
  }
  return {
    request: authorize(request, credentials, projectId, context),
    notes: [`Credentials from ${origin}; the signature is computed when the request is sent.`],
  };
}
