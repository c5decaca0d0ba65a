// What was asked for and what was sent: every *Apply*, every PUT, and which of them belongs to which.
import type { HttpResult } from '../../client/src/core/model/httpExchange';
import type { SendUpdateOutcome } from '../../client/src/core/commands/useCases';
import type { Cloud } from './cloud';
import type { UpdateFile } from './languageService';
import type { Field, Site } from './script';
import type { Owner } from './timeline';
import { connectionIds, namesCode, type Codes } from './values';

/** One *Apply Update* or *Apply with Automatic Rollback…*. */
export interface Gesture extends UpdateFile {
  readonly withRollback: boolean;
  readonly owner: Owner;
  readonly startedAt: number;
  /** When the command returned. */
  endedAt: number | undefined;
  outcome: SendUpdateOutcome | undefined;
  /** When the record of its pending rollback was written. From then on it can be rolled back. */
  armedAt: number | undefined;
  /** The update itself. */
  put: Put | undefined;
  readonly rollbacks: Put[];
  /** When *Keep Update* said that it is done. */
  keptAt: number | undefined;
  /** The window in which *Keep Update* was used and hasn't said how it ended. */
  keptIn: Owner | undefined;
}

/** One PUT. Times are virtual. */
export interface Put {
  readonly owner: Owner;
  readonly site: Site;
  readonly codes: Codes;
  readonly sentAt: number;
  /** When the service answered the GET of the same attempt. */
  basedOn: number;
  /** The update or rollback that it belongs to; undefined when nothing explains it. */
  gesture: Gesture | undefined;
  isUpdate: boolean;
  hasLeft: boolean;
  receivedAt: number | undefined;
  appliedAt: number | undefined;
  isFinished: boolean;
  result: HttpResult | undefined;
  resultAt: number | undefined;
  /** The record of the journal that was written for it. */
  entry: string | undefined;
}

/** The books of one history. */
export class Ledger {
  readonly gestures: Gesture[] = [];
  readonly puts: Put[] = [];
  readonly #cloud: Cloud;

  constructor(cloud: Cloud) {
    this.#cloud = cloud;
  }

  /** The user begins an *Apply*. */
  begin(file: UpdateFile, withRollback: boolean, owner: Owner, now: number): Gesture {
    const gesture: Gesture = {
      ...file,
      withRollback,
      owner,
      startedAt: now,
      endedAt: undefined,
      outcome: undefined,
      armedAt: undefined,
      put: undefined,
      rollbacks: [],
      keptAt: undefined,
      keptIn: undefined,
    };
    this.gestures.push(gesture);
    return gesture;
  }

  /** A record of a pending rollback was written for an update that its window is about to send. */
  armed(site: Site, text: string, owner: Owner, now: number): void {
    const gestures = this.gestures.filter(
      (each) =>
        each.site === site &&
        each.owner === owner &&
        each.withRollback &&
        each.endedAt === undefined &&
        each.armedAt === undefined,
    );
    const gesture =
      gestures.find(({ code }) => namesCode(text, code)) ??
      gestures.find(({ fields }) => fields.length === 1 && fields[0] === 'psk');
    if (gesture !== undefined) gesture.armedAt = now;
  }

  /** Finds out what a PUT is. */
  enter(put: Put): void {
    this.puts.push(put);
    const update = this.#updateOf(put);
    if (update !== undefined) {
      update.put = put;
      put.gesture = update;
      put.isUpdate = true;
      return;
    }
    const rolledBack = this.gestures.findLast((gesture) => this.#isUndoneBy(gesture, put));
    put.gesture = rolledBack;
    rolledBack?.rollbacks.push(put);
  }

  /** The gesture whose values a PUT carries, whether it may be sent now or not. */
  sameValues(put: Put): Gesture | undefined {
    return this.gestures.find(
      ({ site, code }) =>
        site === put.site && [...put.codes.values()].every((each) => each === code),
    );
  }

  /** The update with a rollback on a connection that was armed last, whenever its *Apply* began. */
  latestPending(site: Site): Gesture | undefined {
    return this.gestures
      .filter((gesture) => gesture.site === site && gesture.armedAt !== undefined)
      .sort((a, b) => (a.armedAt ?? 0) - (b.armedAt ?? 0))
      .at(-1);
  }

  /** Every *Apply* of a window that hasn't ended. */
  runningIn(owner: Owner): readonly Gesture[] {
    return this.gestures.filter((each) => each.owner === owner && each.endedAt === undefined);
  }

  /** A PUT that the network or a running window still works on. */
  underWay(site: Site, except: Put): Put | undefined {
    return this.puts.find((put) => put !== except && put.site === site && isUnderWay(put));
  }

  /** Fields of an update that the cloud still has as they were sent. */
  stillSent({ site, fields, code }: Gesture): readonly Field[] {
    return fields.filter((field) => this.#cloud.connections[site].codes.get(field) === code);
  }

  #updateOf(put: Put): Gesture | undefined {
    return this.gestures.find(
      (gesture) =>
        gesture.site === put.site &&
        gesture.owner === put.owner &&
        gesture.endedAt === undefined &&
        gesture.put === undefined &&
        put.codes.size === gesture.fields.length &&
        gesture.fields.every((field) => put.codes.get(field) === gesture.code),
    );
  }

  /** Whether all values of a PUT are those from before the update. */
  #isUndoneBy({ site, fields, code, armedAt }: Gesture, put: Put): boolean {
    return (
      armedAt !== undefined &&
      site === put.site &&
      [...put.codes].every(
        ([field, each]) =>
          fields.includes(field) && each !== code && this.#cloud.hasHad(site, field, each),
      )
    );
  }
}

/** Whether the core or the network isn't done with it. */
export function isUnderWay({ owner, hasLeft, isFinished, result }: Put): boolean {
  return owner.isGone ? hasLeft && !isFinished && result === undefined : result === undefined;
}

/** Whether the service has answered a PUT with success, and the window knows it. */
export function isAnswered({ site, result, appliedAt }: Put): boolean {
  return (
    appliedAt !== undefined &&
    result?.kind === 'response' &&
    result.status === 200 &&
    result.body.includes(connectionIds[site])
  );
}
