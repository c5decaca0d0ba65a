// The rules that hold at the moment at which a request leaves the core.
import { parseEntry } from '../../client/src/core/journal/parseEntry';
import type { HttpRequest, HttpResult } from '../../client/src/core/model/httpExchange';
import type { RecordFolder } from '../../client/src/core/ports/records';
import type { Cloud } from './cloud';
import type { Disk } from './disk';
import type { History } from './history';
import { codesOfBody } from './languageService';
import { isAnswered, type Ledger, type Put } from './ledger';
import type { Machine } from './machine';
import type { Exchange } from './network';
import type { Milestone, Site } from './script';
import type { Owner, Timeline } from './timeline';
import { connectionIds, describeCodes, isAdminCode, siteIn } from './values';

/** The agreed length of every automatic rollback of a history, in milliseconds. */
export const lengthMs = 60_000;

/** A rollback may begin so much earlier, because clocks count from slightly different moments. */
const toleranceMs = 1500;

/** In a world without faults, a rollback begins at most so much later: reads, a login and some ticks. */
const maxLateMs = 20_000;

/** For how long an address may be used after the settings gave another one: an exchange and its reads. */
const addressGraceMs = 60_000;

/** Requests per minute of running time. Gestures send some, and so do windows that take part. */
const requestsPerMinute = 30;
const requestsPerGesture = 12;

/** For how long an update may be monitored: until it settles, which the core waits ten minutes for. */
const monitoredMs = 11 * 60_000;
const minuteMs = 60_000;

/** The longest that an attempt takes from its journal entry to its PUT on a slow disk. */
const slowWritesMs = 30_000;

/** Rejections of the same credentials, until the user does something. */
const maxRejections = 3;

/** A clock that is so wrong explains them. Then they count for as long as failures count for a lock. */
const clockWindowMs = 14 * 60_000;
const lockMs = 5 * 60_000;

interface Rejection {
  readonly at: number;
  readonly isClockWrong: boolean;
}

/** What the rules look at. */
export interface RuledWorld {
  readonly timeline: Timeline;
  readonly history: History;
  readonly cloud: Cloud;
  readonly ledger: Ledger;
  readonly machine: Machine;
  /** The disk is made after the rules, which hear of its changes. */
  readonly disk: () => Disk;
  readonly isTrusted: (owner: Owner) => boolean;
  /** Steps can wait for it. */
  readonly reached: (milestone: Milestone) => void;
}

/** A record of the journal, as far as the rules know it: it names the connection. */
interface Entry {
  readonly name: string;
  readonly site: Site;
  readonly owner: Owner;
  /** When the service answered the last GET of the window before. */
  readonly basedOn: number;
  claimed: boolean;
}

/** Watches every request and every record. */
export class SendingRules {
  readonly #world: RuledWorld;
  readonly #entries: Entry[] = [];
  readonly #known = new Set<string>();
  readonly #requests: number[] = [];
  readonly #rejections = new Map<string, readonly Rejection[]>();
  /** When a request left the core, in running time. */
  readonly #sentAt = new WeakMap<HttpRequest, number>();
  /** Whose credentials the service has rejected in a request. */
  readonly #logins = new WeakMap<HttpRequest, string>();
  readonly #lastGet = new Map<Owner, Map<Site, number>>();
  /** Gestures and clock changes of the user, by virtual time. */
  readonly #userActs: number[] = [];
  #isDisturbed = false;
  #clockSetAt = Number.NEGATIVE_INFINITY;
  #rollbackAsked: Record<Site, number> = {
    a: Number.NEGATIVE_INFINITY,
    b: Number.NEGATIVE_INFINITY,
  };

  constructor(world: RuledWorld) {
    this.#world = world;
    world.cloud.onRejected = (login, request) => this.#logins.set(request, login);
  }

  /** The user did something, so credentials may be tried again. */
  userActed(): void {
    this.#rejections.clear();
    this.#userActs.push(this.#world.machine.runningMs);
  }

  /** The user asked for the rollback, so it may come early. */
  rollbackAsked(site: Site): void {
    this.#rollbackAsked[site] = this.#world.timeline.now;
  }

  /** Something failed on purpose, so a rollback may come late. */
  disturbed(): void {
    this.#isDisturbed = true;
  }

  /** The wall clock was set, so a rollback may come early. */
  clockSet(): void {
    this.#clockSetAt = this.#world.timeline.now;
  }

  /** A record was written or replaced. */
  written(folder: RecordFolder, name: string, text: string, owner: Owner): void {
    const key = `${folder}/${name}`;
    const site = siteIn(text);
    if (this.#known.has(key) || site === undefined) return;
    this.#known.add(key);
    if (folder === 'journal') {
      this.#entries.push({
        name,
        site,
        owner,
        basedOn: this.#basedOn(owner, site),
        claimed: false,
      });
      this.#world.reached('journal-written');
    } else if (folder === 'rollbacks') {
      this.#world.ledger.armed(site, text, owner, this.#world.timeline.now);
      this.#world.reached('rollback-written');
    }
  }

  /** A request is handed to the network. */
  sent(owner: Owner, request: HttpRequest): Exchange {
    const { timeline, history, machine } = this.#world;
    this.#sentAt.set(request, machine.runningMs);
    const { origin } = new URL(request.url);
    if (!machine.isGiven(origin, addressGraceMs)) {
      history.violate('foreign-address', `${request.method} to ${origin}`);
    }
    if (!this.#world.isTrusted(owner)) {
      history.violate('untrusted', `${request.method} from a window that isn't trusted`);
    }
    this.#count();
    const site = siteIn(request.url);
    if (request.method === 'PUT' && site !== undefined) return this.#put(owner, site, request);
    return {
      ...silent,
      ended: (result) => this.#ended(request, result),
      finished: () => {
        if (site === undefined) return;
        const ofOwner = this.#lastGet.get(owner) ?? new Map<Site, number>();
        this.#lastGet.set(owner, ofOwner.set(site, timeline.now));
      },
    };
  }

  #put(owner: Owner, site: Site, request: HttpRequest): Exchange {
    const { timeline, ledger } = this.#world;
    const put: Put = {
      owner,
      site,
      codes: codesOfBody(request.body),
      sentAt: timeline.now,
      basedOn: this.#basedOn(owner, site),
      gesture: undefined,
      isUpdate: false,
      hasLeft: false,
      receivedAt: undefined,
      appliedAt: undefined,
      isFinished: false,
      result: undefined,
      resultAt: undefined,
      entry: undefined,
    };
    ledger.enter(put);
    this.#checkPut(put);
    return this.#exchangeOf(put, request);
  }

  #basedOn(owner: Owner, site: Site): number {
    return this.#lastGet.get(owner)?.get(site) ?? Number.NEGATIVE_INFINITY;
  }

  #exchangeOf(put: Put, request: HttpRequest): Exchange {
    const { timeline, cloud, reached } = this.#world;
    const what = put.isUpdate ? 'update' : 'rollback';
    reached(`${what}-sent`);
    return {
      left: () => {
        put.hasLeft = true;
      },
      received: () => {
        put.receivedAt = timeline.now;
        reached(`${what}-received`);
      },
      applied: () => {
        put.appliedAt = timeline.now;
        // An answer that isn't the service's own is the fault of something on the way.
        if (cloud.connections[put.site].updatedAt !== timeline.now) cloud.apply(put.site, request);
        this.#checkApplied(put);
      },
      finished: () => {
        put.isFinished = true;
      },
      ended: (result) => {
        put.result = result;
        put.resultAt = timeline.now;
        this.#ended(request, result);
        reached(`${what}-ended`);
      },
    };
  }

  /** A window can learn only from a rejection that reaches it. */
  #ended(request: HttpRequest, result: HttpResult): void {
    const login = this.#logins.get(request);
    const [first] = this.#rejections.get(login ?? '') ?? [];
    // Several requests may be under way when the first of them is rejected.
    const wasUnderWay = first !== undefined && (this.#sentAt.get(request) ?? 0) < first.at;
    if (login !== undefined && result.kind === 'response' && !wasUnderWay) this.#rejected(login);
  }

  #checkPut(put: Put): void {
    const { history, ledger } = this.#world;
    const what = `PUT of ${describeCodes(put.codes)} to ${put.site}`;
    const other = ledger.underWay(put.site, put);
    if (other !== undefined) {
      history.violate(
        'two-senders',
        `${what} while that of ${describeCodes(other.codes)} is under way`,
      );
    }
    const { gesture } = put;
    if (gesture === undefined) {
      const same = ledger.sameValues(put);
      const rule = same?.put === undefined ? 'unexplained-put' : 'second-put';
      history.violate(rule, what);
      return;
    }
    this.#checkEntry(put, what);
    if (!put.isUpdate) this.#checkRollback(put, what);
  }

  /** The record of a pending rollback will do for a rollback when nothing can be written. */
  #checkEntry(put: Put, what: string): void {
    const entry = this.#entries.findLast(
      ({ name, site, owner, claimed }) =>
        site === put.site && owner === put.owner && !claimed && this.#isSending(name),
    );
    if (entry !== undefined) {
      entry.claimed = true;
      put.entry = entry.name;
      // What monitors the update may have read the connection since.
      put.basedOn = entry.basedOn;
      return;
    }
    const { disk, history, timeline } = this.#world;
    // The attempt began with reading the connection; on a slow disk that is long ago. What monitors the
    // update reads it too.
    const since = Math.min(put.basedOn, timeline.now - slowWritesMs);
    const isDiskBad = disk().lastFailedWrite >= since;
    if (put.isUpdate || !isDiskBad || !this.#hasPendingRecord(put.site)) {
      history.violate('no-journal-entry', what);
    }
  }

  /** An entry of an attempt that ended before its PUT belongs to no PUT. */
  #isSending(name: string): boolean {
    const text = this.#world.disk().texts.get(`journal/${name}`);
    return text !== undefined && parseEntry(text)?.stage.kind === 'sending';
  }

  #hasPendingRecord(site: Site): boolean {
    return [...this.#world.disk().texts].some(
      ([key, text]) => key.startsWith('rollbacks/') && text.includes(connectionIds[site]),
    );
  }

  #checkRollback(put: Put, what: string): void {
    const { history, timeline } = this.#world;
    const { gesture } = put;
    if (gesture?.armedAt === undefined) return;
    if (gesture.keptAt !== undefined) {
      history.violate('kept-and-rolled-back', `${what}, although the update was kept`);
    }
    const answered = gesture.rollbacks.find(
      (earlier) => earlier !== put && isAnswered(earlier) && !this.#isForgotten(earlier),
    );
    if (answered !== undefined) {
      history.violate('rolled-back-after-success', what);
    }
    const since = timeline.now - (gesture.put?.sentAt ?? gesture.armedAt);
    const mayBeEarly =
      this.#rollbackAsked[put.site] >= gesture.startedAt || this.#clockSetAt >= gesture.startedAt;
    if (!mayBeEarly && since < lengthMs - toleranceMs) {
      history.violate('rolled-back-early', `${what}, ${since} ms after the update`);
    }
    const late = timeline.now - (gesture.put?.resultAt ?? timeline.now) - lengthMs;
    if (!this.#isDisturbed && late > maxLateMs) {
      history.violate('rolled-back-late', `${what}, ${late} ms late`);
    }
  }

  /** A window that ended before it could write the answer down. */
  #isForgotten({ owner, resultAt = 0 }: Put): boolean {
    const wasQuick = owner.goneAt - resultAt < 5000;
    return owner.isGone && (wasQuick || this.#world.disk().lastFailedWrite >= resultAt);
  }

  /** What the service has taken over must not replace what others have set since it was read. */
  #checkApplied(put: Put): void {
    const { cloud, history } = this.#world;
    if (put.isUpdate || put.gesture === undefined) return;
    for (const [field, code] of put.codes) {
      const before = cloud.codeBefore(put.site, field, put.appliedAt ?? 0);
      const { changes } = cloud.connections[put.site];
      const change = changes.findLast(
        (each) => each.field === field && each.code === before && each.at < (put.appliedAt ?? 0),
      );
      const wasVisible = change !== undefined && change.at < put.basedOn && field !== 'psk';
      if (isAdminCode(before) && before !== code && wasVisible) {
        history.violate('overwritten', `${field} ${before} of another administrator by ${code}`);
      }
    }
  }

  #count(): void {
    const { machine, history, ledger, timeline } = this.#world;
    const now = machine.runningMs;
    this.#requests.push(now);
    while ((this.#requests[0] ?? now) <= now - minuteMs) this.#requests.shift();
    const acts = this.#userActs.filter((at) => at > now - 2 * minuteMs).length;
    const sites = new Set(ledger.gestures.map(({ site }) => site)).size;
    // Each update is monitored, also when several of them change one connection.
    const monitored = ledger.gestures.filter(
      ({ put }) => put !== undefined && put.sentAt > timeline.now - monitoredMs,
    ).length;
    const limit = requestsPerMinute * Math.max(sites, monitored, 1) + requestsPerGesture * acts;
    if (this.#requests.length > limit) {
      history.violate('too-many-requests', `${this.#requests.length} in a minute, limit ${limit}`);
    }
  }

  #rejected(login: string): void {
    const { machine } = this.#world;
    const at = machine.runningMs;
    const isClockWrong = Math.abs(machine.clockAheadMs) > clockWindowMs;
    const earlier = (this.#rejections.get(login) ?? []).filter(
      (each) => !each.isClockWrong || each.at > at - lockMs,
    );
    const rejections = [...earlier, { at, isClockWrong }];
    this.#rejections.set(login, rejections);
    const count = rejections.length;
    // Each *Apply* that the user has started sends, and reads back when the answer is lost.
    const running = this.#world.ledger.gestures.filter(({ endedAt }) => endedAt === undefined);
    if (count > maxRejections * Math.max(1, running.length)) {
      this.#world.history.violate('rejected-logins', `${count} rejections without a user's act`);
    }
  }
}

const silent: Exchange = {
  left: () => undefined,
  received: () => undefined,
  applied: () => undefined,
  finished: () => undefined,
  ended: () => undefined,
};
