// From what a user has to what a request can carry: a password becomes a token of the project, which
// is kept in memory as long as it lasts.
import type { Context } from '../redaction/context';
import type { HttpFailure } from '../model/httpExchange';
import { maxBodyBytes } from './limits';
import type { CancelSignal } from '../ports/cancelSignal';
import type { Obstacle } from '../model/obstacle';
import { redactError } from '../redaction/redactError';
import { explainFailure } from './errors/explainFailure';
import type { Credentials, Login, Password, Token } from '../model/credentials';
import { readToken, tokenRequest } from './iamToken';

/** Credentials, or a failure with `delivered: 'no'`: then the request itself was not sent. */
export type ExchangedLogin =
  { readonly kind: 'ready'; readonly credentials: Credentials } | HttpFailure;

/** For how long IAM is waited for, and how to stop waiting. */
export interface ExchangeLimits {
  readonly timeoutMs: number;
  readonly cancel: CancelSignal;
}

/** A token is replaced this long before it ends, so that it does not end on the way. */
const marginMs = 5 * 60 * 1000;

/** Everything but a password is used as it is; a password is sent to its IAM service alone. */
export async function toCredentials(
  context: Context,
  login: Login,
  projectId: string,
  limits: ExchangeLimits,
): Promise<ExchangedLogin> {
  if (login.kind !== 'password') {
    return { kind: 'ready', credentials: login };
  }
  const kept = keptToken(context, login, projectId);
  return kept === undefined
    ? askIam(context, login, projectId, limits)
    : { kind: 'ready', credentials: kept };
}

/** The token that a password was exchanged for before, as long as it lasts. */
export function keptToken(context: Context, login: Password, projectId: string): Token | undefined {
  const kept = context.memory.token(tokenKey(context, login, projectId));
  return kept !== undefined && context.clock.now() < kept.usableUntil
    ? { kind: 'token', token: kept.token }
    : undefined;
}

/** Forgets the token of a login, because it was not accepted any more. */
export function forgetToken(context: Context, login: Login, projectId: string): void {
  if (login.kind === 'password') {
    context.memory.forgetToken(tokenKey(context, login, projectId));
  }
}

async function askIam(
  context: Context,
  login: Password,
  projectId: string,
  { timeoutMs, cancel }: ExchangeLimits,
): Promise<ExchangedLogin> {
  context.redactor.register(login.password);
  const request = tokenRequest(login, projectId);
  context.log.info(`${request.method} ${request.url}`);
  const result = await context.transport.send(request, { timeoutMs, maxBodyBytes, cancel });
  if (result.kind === 'failure') {
    context.log.info(`No answer: ${result.code} (${result.detail})`);
    const { host } = new URL(request.url);
    return result.code === 'cancelled'
      ? { ...result, delivered: 'no' }
      : withoutToken(
          { kind: 'later', problem: explainFailure(result, host, timeoutMs) },
          result.elapsedMs,
        );
  }
  context.log.info(`${result.status} ${result.statusText}`.trim());
  const issued = readToken(
    result.status < 300 ? result : redactError(context.redactor, result),
    request,
    context.clock.now(),
  );
  if (issued.kind !== 'issued') {
    return withoutToken(issued, result.elapsedMs);
  }
  const { token, lifetimeMs } = issued;
  context.redactor.register(token.token);
  const usableUntil = context.clock.now() + lifetimeMs - Math.min(marginMs, lifetimeMs / 2);
  context.memory.keepToken(tokenKey(context, login, projectId), token.token, usableUntil);
  return { kind: 'ready', credentials: token };
}

function withoutToken(obstacle: Obstacle, elapsedMs: number): HttpFailure {
  const detail = obstacle.problem.code;
  return { kind: 'failure', code: 'no-token', delivered: 'no', detail, obstacle, elapsedMs };
}

/** Another password is another key, so that a mistyped one never profits from the right one. */
function tokenKey(context: Context, login: Password, projectId: string): string {
  const { iamEndpoint, domain, user, password } = login;
  return context.crypto.sha256Hex(JSON.stringify([iamEndpoint, domain, user, password, projectId]));
}
