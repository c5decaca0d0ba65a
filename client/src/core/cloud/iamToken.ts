// A token for a user name and password: the request to IAM and what its answer means.
// Source: IAM API reference, "Obtaining a user token by password" (POST /v3/auth/tokens).
import type { HttpRequest, HttpResponse } from '../model/httpExchange';
import { parseJson } from '../model/json';
import { valueAt } from '../../../../server/src/protocol/json';
import type { Obstacle } from '../model/obstacle';
import { problem, type Problem } from '../model/problem';
import { isRetryable } from './isRetryable';
import { isFromService } from './errors/apiError';
import { codeAdvice } from './errors/errorTables';
import { adviceOn, explainResponse } from './errors/explainResponse';
import { retryAfterMs } from './errors/retryAfter';
import { shortText } from '../model/visibleText';
import { malformedPart } from '../credentials/credentialSyntax';
import type { Password, Token } from '../model/credentials';

/** A token and how long it lasts from now, in milliseconds; or why there is none. */
export type IssuedToken =
  { readonly kind: 'issued'; readonly token: Token; readonly lifetimeMs: number } | Obstacle;

/** Without a word on it, a token is taken to last this long. Documented are 24 hours. */
const shortLifetimeMs = 10 * 60 * 1000;

/** In characters; IAM repeats what it was sent. */
const longestMessage = 200;

/** Asks for a token of one project: VPN does not accept one of a whole account. Not signed. */
export function tokenRequest(login: Password, projectId: string): HttpRequest {
  const { user, password, domain, iamEndpoint } = login;
  const body = {
    auth: {
      identity: {
        methods: ['password'],
        password: { user: { name: user, password, domain: { name: domain } } },
      },
      scope: { project: { id: projectId } },
    },
  };
  return {
    method: 'POST',
    // The list of all services is long and nobody reads it.
    url: `${iamEndpoint}/v3/auth/tokens?nocatalog=true`,
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(body),
  };
}

/**
 * Reads the token from the header `X-Subject-Token` and its lifetime from the body.
 *
 * @param now milliseconds since 1970
 */
export function readToken(response: HttpResponse, request: HttpRequest, now: number): IssuedToken {
  if (response.status !== 201 && response.status !== 200) {
    return obstacleOf(response, tokenRefused(response, request), now);
  }
  const token: Token = { kind: 'token', token: response.headers['x-subject-token']?.trim() ?? '' };
  return malformedPart(token) === undefined
    ? { kind: 'issued', token, lifetimeMs: lifetimeOf(response.body) }
    : { kind: 'later', problem: noToken() };
}

/** Only IAM itself can reject a user: a proxy that answers 401 or 403 in its place is temporary. */
function obstacleOf(response: HttpResponse, problem: Problem, now: number): Obstacle {
  const waitMs = retryAfterMs(response, now);
  if (isRetryable(response)) {
    return { kind: 'later', problem, ...(waitMs !== undefined && { waitMs }) };
  }
  const rejects = response.status === 401 || (response.status === 403 && isFromService(response));
  const { lockedMs } = adviceOn(response);
  if (rejects || lockedMs !== undefined) {
    const lock = lockedMs === undefined ? {} : { waitMs: waitMs ?? lockedMs };
    return { kind: 'credentials-rejected', problem, ...lock };
  }
  return { kind: 'refused', problem };
}

/** The clock of this machine may be wrong, so only the two times of IAM are compared. */
function lifetimeOf(body: string): number {
  const [issued, expires] = [timeAt(body, 'issued_at'), timeAt(body, 'expires_at')];
  const lifetime = expires - issued;
  return Number.isFinite(lifetime) && lifetime > 0 ? lifetime : shortLifetimeMs;
}

function timeAt(body: string, key: string): number {
  const root = parseJson(body);
  const time = root === undefined ? undefined : valueAt(root, `/token/${key}`);
  return typeof time === 'string' ? Date.parse(time) : Number.NaN;
}

function tokenRefused(response: HttpResponse, request: HttpRequest): Problem {
  const { status } = response;
  const { code, message, advice } = explainResponse(response, request);
  if (status === 401 && codeAdvice(code ?? '') === undefined) {
    return problem(
      'iam-refused',
      'IAM did not accept the user name, the password, the account name or the project.',
      'Sign in again, and check the project in the file. Do not simply repeat: IAM locks a user after several failures. A user who needs a second factor cannot sign in with a password here; use an access key.',
      { kind: 'sign-in' },
    );
  }
  const said = message === undefined ? '' : ` It says: ${shortText(message, longestMessage)}`;
  const answer = code === undefined || code === String(status) ? status : `${status}, ${code}`;
  return problem(
    status === 401 ? 'iam-refused' : 'iam-answer',
    `IAM gave no token (${answer}). ${advice.meaning}${said}`,
    advice.remedy,
    ...(advice.actions ?? []),
  );
}

function noToken(): Problem {
  return problem(
    'iam-answer',
    'IAM answered without a token, so something else may have answered in its place.',
    'Check the IAM endpoint of the target.',
    { kind: 'select-target' },
  );
}
