// What a window remembers. When it closes, all of it is gone.
import type { LiveAnswers } from '../../../../server/src/protocol/plan';
import type { Lease } from './lease';
import type { LoginUnderWay, RejectedLogin } from './logins';

/** What a window remembers until it closes, in memory alone. */
export interface WindowMemory {
  /** A token that IAM gave, by a name that holds no secret; `usableUntil` in milliseconds since 1970. */
  token(key: string): { readonly token: string; readonly usableUntil: number } | undefined;
  keepToken(key: string, token: string, usableUntil: number): void;
  forgetToken(key: string): void;
  /** Requests for a token that are under way, by account. */
  readonly logins: Map<string, LoginUnderWay>;
  /** Passwords that IAM rejected, by a name that holds no secret. */
  readonly rejectedLogins: Map<string, RejectedLogin>;
  /** Forgets tokens and rejections. */
  forgetLogins(): void;
  /** Whether credentials are asked for each time, because they cannot be stored. */
  asksEachTime(targetKey: string): boolean;
  askEachTime(targetKey: string): void;
  stopAsking(targetKey: string): void;
  /** What the user has seen of a connection, by a name that holds no secret. */
  look(key: string): Look | undefined;
  keepLook(key: string, look: Look): void;
  forgetLook(key: string): void;
  /** The leases of other windows: which text was seen, and since when in running time. */
  readonly leases: Map<string, { readonly text: string; readonly since: number }>;
  /** Hashes of credentials that the service has rejected, and until when in running time. */
  readonly rejected: Map<string, number>;
  /** Hashes of credentials that the service has accepted. */
  readonly accepted: Set<string>;
  /** Requests that find out whether credentials are accepted, by the same hash. */
  readonly trials: Map<string, Promise<void>>;
  /** The rollbacks that this window counts down to, and the lease when it is the one that acts. */
  readonly countdowns: Map<string, Countdown>;
  /** Ids of the journal entries that this window began. */
  readonly begun: Set<string>;
  /** Since when a pending rollback can't be read, in running time. */
  readonly unreadable: Map<string, number>;
  /** What is said once in a window and has been said. */
  readonly told: Set<string>;
}

/** What the service said of a connection, and when it was asked. */
export interface Look {
  readonly live: LiveAnswers;
  /** In milliseconds since 1970. */
  readonly readAt: number;
}

/** The countdown of one pending rollback in this window. */
export interface Countdown {
  lease: Lease | undefined;
  /** When it started, if this window knows: the record may say so too late. In milliseconds since 1970. */
  startedAt: number | undefined;
  /** *Roll Back Now* was used in this window: don't wait for the next attempt. */
  isUrgent: boolean;
}
