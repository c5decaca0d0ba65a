// From what a user has to what a request can carry: a password becomes a token of the project, which
// is kept in memory as long as it lasts. One login for each account at a time: others wait for its end.
import type { Context } from '../redaction/context';
import type { HttpFailure } from '../model/httpExchange';
import { loginTimeoutMs, maxBodyBytes } from './limits';
import type { CancelSignal } from '../ports/cancelSignal';
import type { Obstacle } from '../model/obstacle';
import { redactError } from '../redaction/redactError';
import { explainFailure } from './errors/explainFailure';
import type { Credentials, Login, Password, Token } from '../model/credentials';
import { readToken, tokenRequest } from './iamToken';
import { rejectionOf, rememberRejection } from './rejectedLogins';

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
  return login.kind === 'password'
    ? tokenFor(context, login, projectId, limits)
    : { kind: 'ready', credentials: login };
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

async function tokenFor(
  context: Context,
  login: Password,
  projectId: string,
  limits: ExchangeLimits,
): Promise<ExchangedLogin> {
  const [account, key] = [accountKey(context, login), loginKey(context, login)];
  for (;;) {
    const kept = keptToken(context, login, projectId);
    if (kept !== undefined) {
      return { kind: 'ready', credentials: kept };
    }
    const rejected = rejectionOf(context, key, projectId);
    if (rejected !== undefined) {
      context.log.info('IAM rejected this login before, so it is not asked again.');
      return withoutToken(rejected, 0);
    }
    if (limits.cancel.isCancelled()) {
      return cancelled;
    }
    const other = context.memory.logins.get(account);
    if (other === undefined) {
      return logIn(context, login, projectId, limits);
    }
    const failure = await endOrCancel(other.ended, limits.cancel);
    // IAM that can't be reached for one project can't be reached for another.
    if (failure?.obstacle?.kind === 'later' && other.login === key) {
      return failure;
    }
  }
}

/** Resolves with undefined when the user cancels first. */
async function endOrCancel<T>(ended: Promise<T>, cancel: CancelSignal): Promise<T | undefined> {
  let unsubscribe = (): void => undefined;
  const stopped = new Promise<undefined>((resolve) => {
    unsubscribe = cancel.onCancel(() => resolve(undefined));
  });
  return Promise.race([ended, stopped]).finally(() => unsubscribe());
}

async function logIn(
  context: Context,
  login: Password,
  projectId: string,
  limits: ExchangeLimits,
): Promise<ExchangedLogin> {
  const { logins } = context.memory;
  const account = accountKey(context, login);
  const asked = askIam(context, login, projectId, limits).finally(() => logins.delete(account));
  const ended = asked.then(
    (result) => (result.kind === 'failure' ? result : undefined),
    () => undefined,
  );
  logins.set(account, { login: loginKey(context, login), ended });
  return asked;
}

async function askIam(
  context: Context,
  login: Password,
  projectId: string,
  { timeoutMs: wantedMs, cancel }: ExchangeLimits,
): Promise<ExchangedLogin> {
  context.redactor.register(login.password);
  const request = tokenRequest(login, projectId);
  const timeoutMs = Math.min(wantedMs, loginTimeoutMs);
  context.log.info(`${request.method} ${request.url}`);
  const result = await context.transport.send(request, { timeoutMs, maxBodyBytes, cancel });
  if (result.kind === 'failure') {
    context.log.info(`No answer: ${result.code} (${result.detail})`);
    const explained = explainFailure(result, new URL(request.url).host, timeoutMs);
    return result.code === 'cancelled'
      ? { ...result, delivered: 'no' }
      : withoutToken({ kind: 'later', problem: explained }, result.elapsedMs);
  }
  context.log.info(`${result.status} ${result.statusText}`.trim());
  const issued = readToken(
    result.status < 300 ? result : redactError(context.redactor, result),
    request,
    context.clock.now(),
  );
  if (issued.kind !== 'issued') {
    if (issued.kind === 'credentials-rejected') {
      rememberRejection(context, loginKey(context, login), projectId, issued);
    }
    return withoutToken(issued, result.elapsedMs);
  }
  const { token, lifetimeMs } = issued;
  context.redactor.register(token.token);
  const usableUntil = context.clock.now() + lifetimeMs - Math.min(marginMs, lifetimeMs / 2);
  context.memory.keepToken(tokenKey(context, login, projectId), token.token, usableUntil);
  context.memory.rejectedLogins.delete(loginKey(context, login));
  return { kind: 'ready', credentials: token };
}

const cancelled: HttpFailure = {
  kind: 'failure',
  code: 'cancelled',
  delivered: 'no',
  detail: 'while another login was under way',
  elapsedMs: 0,
};

function withoutToken(obstacle: Obstacle, elapsedMs: number): HttpFailure {
  const detail = obstacle.problem.code;
  return { kind: 'failure', code: 'no-token', delivered: 'no', detail, obstacle, elapsedMs };
}

function accountKey({ crypto }: Context, { iamEndpoint, domain, user }: Password): string {
  return crypto.sha256Hex(JSON.stringify([iamEndpoint, domain, user]));
}

/** Another password is another key, so that a mistyped one never profits from the right one. */
function loginKey(context: Context, login: Password): string {
  return context.crypto.sha256Hex(JSON.stringify([accountKey(context, login), login.password]));
}

function tokenKey(context: Context, login: Password, projectId: string): string {
  return context.crypto.sha256Hex(JSON.stringify([loginKey(context, login), projectId]));
}
