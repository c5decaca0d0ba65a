// Ports of what outlives a command: work that goes on in the background, waiting, and records that the
// windows of this machine share.
import type { CancelSignal } from './cancelSignal';
import type { AnswerMarks } from './answerMarks';
import type { RecordStore } from './records';

/** All of them. */
export interface LastingPorts {
  readonly timer: Timer;
  readonly background: Background;
  readonly records: RecordStore;
  readonly answerMarks: AnswerMarks;
}

/** Waiting. The only way in which the core lets time pass. */
export interface Timer {
  /** Resolves after so many milliseconds, or at once when `cancel` says so. */
  wait(milliseconds: number, cancel: CancelSignal): Promise<void>;
}

/** Work that goes on while the user does something else. */
export interface Background {
  /** Returns at once. What the work does not catch is a defect and goes to the log. */
  start(work: BackgroundWork): void;
}

/** One piece of it, visible until it ends. */
export interface BackgroundWork {
  /** What it is about, for people, for example `site-a`. */
  readonly title: string;
  /** `countdown`: something happens at its end unless the user decides otherwise. */
  readonly kind: 'watch' | 'countdown';
  /** The record of the pending rollback that it counts down to. */
  readonly rollback?: string;
  /** What the user can decide while it lasts; without any, watching can be stopped. */
  readonly decisions?: readonly Decision[];
  run(watch: Watch): Promise<void>;
}

/** One way to end it. */
export interface Decision {
  /** In title case, for example `Keep Update of site-a`. */
  readonly label: string;
  decide(): Promise<unknown>;
}

/** How the work and the user who watches it talk to each other. */
export interface Watch {
  /** The state of things in a few words; replaces the last one. */
  report(text: string): void;
  /** The user wants no more of it. */
  readonly stop: CancelSignal;
}
