// The custom messages about live connections: what an update would change there.
import type { JsonObject, PrepareUpdateParams, UpdateRefused } from './messages';

/** What has been read of one connection. It sharpens the checks of every document that names it. */
export interface LiveConnectionParams {
  readonly projectId: string;
  readonly connectionId: string;
  readonly live: LiveAnswers;
}

/**
 * The answers to reading the connection and, when that was possible, its gateway, as one object: the
 * members of both side by side. Never holds a secret, because the API returns none.
 */
export type LiveAnswers = JsonObject;

/** Asks about the YAML document (of possibly several in the file) that holds `position`. */
export interface PlanUpdateParams extends PrepareUpdateParams {
  readonly live: LiveAnswers;
  /** The answer to an earlier look at the same connection: what moved since then is told. */
  readonly earlier?: LiveAnswers;
  readonly time: PlanTime;
}

/** A moment, and how people there read it. */
export interface PlanTime {
  /** Milliseconds since 1970-01-01T00:00:00Z. */
  readonly now: number;
  /** How far the local clock is ahead of UTC. */
  readonly offsetMinutes: number;
  /** When the connection was read; absent: now. */
  readonly readAt?: number;
}

/** A plan, or why there is none: with live facts a document can turn out to be wrong. */
export type PlanUpdateResult =
  { readonly kind: 'ready'; readonly plan: UpdatePlan } | UpdateRefused;

/** What an update does to the live connection. All texts are free of secrets. */
export interface UpdatePlan {
  /** Version of the buffer that was compared. */
  readonly version: number;
  /** What people call the connection, as it is now. */
  readonly name?: string;
  readonly status?: string;
  /** When the connection was read, as the local clock shows it, with the zone. */
  readonly comparedAt: string;
  /** Every field that is sent, in the order of the file. */
  readonly fields: readonly PlannedField[];
  /** What happens to traffic, the most severe first; empty when nothing changes. */
  readonly effects: readonly PlannedEffect[];
  /** Sentences below error severity: those of the file, and those that only live facts can give. */
  readonly warnings: readonly string[];
  /** What somebody else changed since the earlier look; empty without one. */
  readonly moved: readonly MovedField[];
  /** What the update does to the networks at both ends. */
  readonly picture?: PlanPicture;
  /** The connection as YAML in the order of the table, now and after the update. */
  readonly before: string;
  readonly after: string;
  /** The body with only the fields that change something; nothing when they would not do alone. */
  readonly changedBody?: JsonObject;
  /** The whole plan for a change ticket. */
  readonly markdown: string;
}

/** A picture, and the same for those who can't see it. */
export interface PlanPicture {
  readonly svg: string;
  readonly text: string;
}

/** One field that is sent. */
export interface PlannedField {
  readonly pointer: string;
  readonly label: string;
  /** `unreadable`: the API never returns it, so nobody can tell. */
  readonly kind: 'changes' | 'same' | 'unreadable';
  /** Values for people; `before` is absent when the connection has none. */
  readonly before?: string;
  readonly after: string;
  /** Of a list that changes: which of its items do. */
  readonly list?: ListChanges;
  /** When it takes effect, as a phrase; absent when nothing changes. */
  readonly when?: string;
  /** What the other end of the tunnel must do, as a sentence. */
  readonly otherSide?: string;
  /** A remark about the comparison, as a sentence. */
  readonly note?: string;
}

/** Items of a list, as people read them. The order of a list means nothing. */
export interface ListChanges {
  readonly added: readonly string[];
  readonly removed: readonly string[];
  /** How many stay. */
  readonly kept: number;
}

/** One way in which traffic is touched, and by which fields. */
export interface PlannedEffect {
  /** `none` | `interrupts` | `at-rekey` | `at-re-establishment` | `unknown`, from the table. */
  readonly traffic: string;
  /** A phrase such as `at the next phase-1 negotiation, within 24 h, by 14:05`. */
  readonly when: string;
  /** The sentences of the table. */
  readonly text: string;
  /** Labels of the fields. */
  readonly labels: readonly string[];
}

/** A field that was changed by somebody else between two looks. */
export interface MovedField {
  readonly label: string;
  readonly earlier?: string;
  readonly now?: string;
  /** What this update makes of it, when it sends the field. */
  readonly planned?: string;
}
