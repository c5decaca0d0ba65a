// What a window remembers of logins to IAM, in memory alone.
import type { HttpFailure } from '../model/httpExchange';
import type { Problem } from '../model/problem';

/** A request for a token. */
export interface LoginUnderWay {
  /** User, password and service; names no secret. */
  readonly login: string;
  /** Undefined: a token was issued. Never rejects. */
  readonly ended: Promise<HttpFailure | undefined>;
}

/** What is known about a password that IAM rejected. */
export interface RejectedLogin {
  readonly problem: Problem;
  /** The projects that it was rejected for. */
  readonly projects: ReadonlySet<string>;
  /** When the lock ends, in running time; absent when the user isn't locked. */
  readonly lockedUntil?: number;
}
