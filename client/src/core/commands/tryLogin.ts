// Whether the service accepts credentials that were just entered: one GET, before they are stored.
import { isFromService, isJsonObjectText } from '../cloud/errors/apiError';
import { explainFailure } from '../cloud/errors/explainFailure';
import { explainResponse } from '../cloud/errors/explainResponse';
import { rejectsCredentials } from '../cloud/isRetryable';
import { requestTimeoutMs } from '../cloud/limits';
import type { Login } from '../model/credentials';
import type { DocumentPlace } from '../model/documentPlace';
import type { HttpFailure } from '../model/httpExchange';
import { problem, type Problem } from '../model/problem';
import type { Context } from '../redaction/context';
import { findDestination } from '../targets/findDestination';
import { requestAccess } from './check/checkAccess';
import { projectToCheck } from './check/projectToCheck';

/** `unknown`: nobody could say; `why` is a sentence. A refusal for want of a permission is `accepted`. */
export type TriedLogin =
  | { readonly kind: 'accepted' }
  | { readonly kind: 'rejected'; readonly problem: Problem }
  | { readonly kind: 'unknown'; readonly why: string }
  | { readonly kind: 'left' };

/** Asks for connections of the project that the open file, the sandbox or the environment names. */
export async function tryLogin(
  context: Context,
  login: Login,
  place: DocumentPlace | undefined,
): Promise<TriedLogin> {
  if (!context.trust.isTrusted()) {
    return {
      kind: 'unknown',
      why: "The credentials weren't checked because the workspace isn't trusted.",
    };
  }
  const { projectId, region } = await projectToCheck(context, place);
  const found = findDestination(region, context);
  if (projectId === undefined || found.kind === 'refused') {
    return {
      kind: 'unknown',
      why: "The credentials weren't checked because no update file is open.",
    };
  }
  const { destination } = found;
  const timeoutMs = requestTimeoutMs(context.settings.read());
  const { request, result } = await context.progress.run('Checking the credentials', (cancel) =>
    requestAccess(context, { destination, login, projectId }, { timeoutMs, cancel }),
  );
  if (result.kind === 'failure') {
    return fromFailure(result, explainFailure(result, destination.host, timeoutMs));
  }
  if (rejectsCredentials(result)) {
    const { advice } = explainResponse(result, request);
    return {
      kind: 'rejected',
      problem: rejected(
        `${destination.host} rejected the credentials. ${advice.meaning}`,
        advice.remedy,
      ),
    };
  }
  const isOfApi = result.status < 300 ? isJsonObjectText(result.body) : isFromService(result);
  return isOfApi
    ? { kind: 'accepted' }
    : {
        kind: 'unknown',
        why: "The credentials couldn't be checked: the response wasn't from the VPN API.",
      };
}

function fromFailure({ code, obstacle }: HttpFailure, explained: Problem): TriedLogin {
  if (code === 'cancelled') {
    return { kind: 'left' };
  }
  return obstacle?.kind === 'credentials-rejected'
    ? { kind: 'rejected', problem: rejected(obstacle.problem.message, obstacle.problem.remedy) }
    : { kind: 'unknown', why: `The credentials couldn't be checked: ${explained.message}` };
}

function rejected(message: string, remedy: string): Problem {
  return problem('credentials-rejected', `${message} Nothing was stored.`, remedy, {
    kind: 'sign-in',
  });
}
