// The projects of an account.
import type { JsonObject } from '../../../../../server/src/protocol/messages';
import { authorize } from '../../cloud/signing/authorize';
import type { Credentials } from '../../model/credentials';
import type { Context } from '../../redaction/context';
import { maxBodyBytes, requestTimeoutMs } from '../../cloud/limits';
import type { CancelSignal } from '../../ports/cancelSignal';
import type { Redactor } from '../../redaction/redactor';
import { isJsonList, isJsonObject, valueAt } from '../../../../../server/src/protocol/json';
import type { Destination } from '../../targets/findDestination';
import { resolveTarget } from '../../targets/resolveTarget';
import { heldObject } from '../../cloud/remoteObject';

/** One project; the first one of a region has the region's name. */
export interface ListedProject {
  readonly id: string;
  readonly name: string;
}

/**
 * Asks the IAM service of the target. Empty when it is not known or the answer is no list: many users
 * may not list projects. Source: IAM API reference, "Querying project information" (GET /v3/projects).
 */
export async function listProjects(
  context: Context,
  { target }: Destination,
  credentials: Credentials,
  cancel: CancelSignal,
): Promise<readonly ListedProject[]> {
  const resolved = resolveTarget(target, context);
  if (resolved.kind === 'refused' || resolved.iamEndpoint === undefined) {
    return [];
  }
  const url = `${resolved.iamEndpoint}/v3/projects`;
  const request = {
    method: 'GET',
    url,
    headers: { 'Content-Type': 'application/json' },
  } as const;
  const timeoutMs = requestTimeoutMs(context.settings.read());
  context.log.info(`GET ${url}`);
  const result = await context.transport.send(authorize(request, credentials, undefined, context), {
    timeoutMs,
    maxBodyBytes,
    cancel,
  });
  context.log.info(result.kind === 'failure' ? `No answer: ${result.code}` : String(result.status));
  return result.kind === 'failure' ? [] : readProjects(heldObject(result), context.redactor);
}

function readProjects(
  body: JsonObject | undefined,
  { redact }: Redactor,
): readonly ListedProject[] {
  const list = body === undefined ? undefined : valueAt(body, '/projects');
  return (isJsonList(list) ? list : []).flatMap((item) => {
    const id = isJsonObject(item) ? valueAt(item, '/id') : undefined;
    const name = isJsonObject(item) ? valueAt(item, '/name') : undefined;
    // An identifier that would lead elsewhere is none.
    const isId = typeof id === 'string' && /^[\w-]+$/.test(id);
    return isId ? [{ id, name: typeof name === 'string' ? redact(name) : '' }] : [];
  });
}
