// What is said about a confirmation window.
import type { Context } from '../redaction/context';
import type { Action, Problem } from '../model/problem';
import { shortText } from '../model/visibleText';
import type { ArmedWindow, RestoreCause, WindowState } from '../journal/armedWindow';
import type { WindowStep } from './nextStep';
import type { SentBack } from './sendBack';
import { graceMs } from './tunnelGuard';

type Wait = Extract<WindowStep, { readonly kind: 'wait' }>;

/** What the confirmation says besides. */
export function termsText(minutes: number): readonly string[] {
  return [
    `Restores the previous values after ${minutes} ${minutes === 1 ? 'minute' : 'minutes'}, unless you keep the update until then.`,
    `If the connection is connected now and stays down for ${seconds(graceMs)} s after the update, it restores them without waiting.`,
  ];
}

/** The state of the countdown in a few words. */
export function countdownText({ state }: ArmedWindow, { leftMs }: Wait): string {
  const left = leftMs === undefined ? '' : clockText(leftMs);
  switch (state.kind) {
    case 'stuck':
      return 'cannot be restored by itself';
    case 'restoring':
      return `restoring again in ${left}`;
    default:
      return `restores in ${left}`;
  }
}

/** The update has been sent. */
export function tellOpened(context: Context, window: ArmedWindow): void {
  const end = timeOf(window.armedAt + window.minutes * 60_000);
  context.presenter.showMessage({
    severity: 'warning',
    text: `${nameOf(window)} goes back to its previous values at ${end}, unless you keep the update.`,
    actions: choices(window),
  });
}

/** The end is near. */
export function tellNearEnd(context: Context, window: ArmedWindow, { leftMs = 0 }: Wait): void {
  context.presenter.showMessage({
    severity: 'warning',
    text: `${nameOf(window)} goes back to its previous values in ${seconds(leftMs)} s. Does the tunnel work?`,
    actions: choices(window),
  });
}

/** It went back, or it had gone back already. */
export function tellRestored(
  { presenter }: Context,
  window: ArmedWindow,
  cause: RestoreCause,
  { kind }: Extract<SentBack, { readonly kind: 'restored' | 'unneeded' }>,
): void {
  const what =
    kind === 'restored'
      ? 'was sent its previous values'
      : 'holds its previous values, so nothing was sent';
  const text = `${nameOf(window)} ${what}: ${because(cause)}.`;
  presenter.showMessage({
    severity: cause === 'asked' ? 'information' : 'warning',
    text,
    actions: [],
  });
}

/** An attempt failed. */
export function tellFailed(
  { presenter }: Context,
  window: ArmedWindow,
  state: WindowState,
  { message, remedy, actions }: Problem,
): void {
  const again =
    state.kind === 'restoring'
      ? `Trying again at ${timeOf(state.nextAt)}.`
      : `${remedy} Then restore it, or keep the update.`;
  presenter.showMessage({
    severity: 'error',
    text: `The previous values of ${nameOf(window)} could not be restored. ${message} ${again}`,
    actions: [...actions, ...choices(window)],
  });
}

/** This window of the editor must not send anything. */
export function tellWaiting(
  { presenter }: Context,
  window: ArmedWindow,
  { message, actions }: Problem,
): void {
  presenter.showMessage({
    severity: 'error',
    text: `An update of ${nameOf(window)} waits to be kept or taken back. ${message} Open a window that is trusted.`,
    actions,
  });
}

function choices({ id }: ArmedWindow): readonly Action[] {
  return [
    { kind: 'keep-update', window: id },
    { kind: 'restore-now', window: id },
  ];
}

function because(cause: RestoreCause): string {
  switch (cause) {
    case 'time-up':
      return 'nobody kept the update in time';
    case 'not-connected':
      return 'the tunnel did not come up after the update';
    case 'asked':
      return 'you asked for it';
  }
}

function nameOf({ title }: ArmedWindow): string {
  return shortText(title, 80);
}

function timeOf(at: number): string {
  return `${new Date(at).toISOString().slice(11, 19)} UTC`;
}

function seconds(ms: number): number {
  return Math.ceil(ms / 1000);
}

/** Minutes and seconds, for example `4:07`. */
function clockText(ms: number): string {
  const all = seconds(ms);
  return `${Math.floor(all / 60)}:${String(all % 60).padStart(2, '0')}`;
}
