// What is shown about a pending rollback.
import type { PendingRollback, RollbackCause } from '../journal/pendingRollback';
import type { Action, Problem } from '../model/problem';
import { untrusted } from '../model/untrusted';
import { shortText } from '../model/visibleText';
import type { Context } from '../redaction/context';
import type { Attempted } from './attempt';
import { graceMs } from './tunnelGuard';

/** What the confirmation adds. */
export function termsText(minutes: number): string {
  return `Rolls back after ${minutes} ${minutes === 1 ? 'minute' : 'minutes'} unless you keep the update, or after ${seconds(graceMs)} seconds if the tunnel stays down.`;
}

/** The update was sent, and the countdown has started. */
export function showCounting({ presenter }: Context, rollback: PendingRollback): void {
  const { minutes } = rollback;
  presenter.showMessage({
    severity: 'warning',
    text: `Rolling back ${nameOf(rollback)} in ${minutes} ${minutes === 1 ? 'minute' : 'minutes'} unless you keep the update.`,
    actions: choices(rollback),
  });
}

/** The end is near. */
export function showNearEnd(
  { presenter }: Context,
  rollback: PendingRollback,
  leftMs: number,
): void {
  presenter.showMessage({
    severity: 'warning',
    text: `Rolling back ${nameOf(rollback)} in ${seconds(leftMs)} seconds. Is the tunnel working?`,
    actions: choices(rollback),
  });
}

/** The window that sent the update has ended before it knew the result. */
export function showInterrupted({ presenter }: Context, rollback: PendingRollback): void {
  presenter.showMessage({
    severity: 'warning',
    text: `An update to ${nameOf(rollback)} was interrupted while it was sent. It will be rolled back unless you keep it.`,
    actions: choices(rollback),
  });
}

/** It was rolled back, or there was nothing left to roll back. */
export function showRolledBack(
  { presenter }: Context,
  rollback: PendingRollback,
  cause: RollbackCause,
  { kind, leftAlone }: Extract<Attempted, { readonly kind: 'restored' | 'unneeded' }>,
): void {
  const what =
    kind === 'restored'
      ? `${nameOf(rollback)} was rolled back ${because(cause)}.`
      : `${nameOf(rollback)} already has its previous values, so nothing was sent.`;
  const labels = leftAlone.map((label) => shortText(label, 60)).join(', ');
  const left =
    labels === '' ? '' : ` Changed by someone else since, and left as they are: ${labels}.`;
  presenter.showMessage({
    severity: cause === 'asked' && labels === '' ? 'information' : 'warning',
    text: `${what}${left}`,
    actions: [],
  });
}

/** An attempt failed. Without a pause it waits for the user. */
export function showFailed(
  { presenter }: Context,
  rollback: PendingRollback,
  { message, remedy, actions }: Problem,
  pauseMs?: number,
): void {
  const next =
    pauseMs === undefined
      ? `${remedy} The rollback then continues automatically.`
      : `${remedy} Trying again in ${seconds(pauseMs)} seconds.`;
  presenter.showMessage({
    severity: 'error',
    text: `Couldn't roll back ${nameOf(rollback)}. ${message} ${next}`,
    actions: [...actions, ...choices(rollback)],
  });
}

/** The storage refuses the decision to roll back. */
export function showBlocked(
  { presenter, log }: Context,
  rollback: PendingRollback,
  detail: string,
): void {
  log.warn(`The decision to roll back can't be saved: ${detail}`);
  presenter.showMessage({
    severity: 'error',
    text: `The rollback of ${nameOf(rollback)} can't be saved on this machine. Free up disk space. It is rolled back in any case.`,
    actions: [{ kind: 'show-log' }, ...choices(rollback)],
  });
}

/** This window must not send anything. */
export function showUntrusted({ presenter }: Context, rollback: PendingRollback): void {
  presenter.showMessage({
    severity: 'error',
    text: `An update to ${nameOf(rollback)} is waiting to be kept or rolled back. ${untrusted().message} Trust this workspace, or open a trusted window.`,
    actions: untrusted().actions,
  });
}

/** Minutes and seconds, for example `4:07`. */
export function clockText(ms: number): string {
  const all = seconds(ms);
  return `${Math.floor(all / 60)}:${String(all % 60).padStart(2, '0')}`;
}

function choices({ id }: PendingRollback): readonly Action[] {
  return [
    { kind: 'keep-update', rollback: id },
    { kind: 'roll-back-now', rollback: id },
  ];
}

function because(cause: RollbackCause): string {
  switch (cause) {
    case 'time-up':
      return "because the update wasn't kept in time";
    case 'not-connected':
      return "because the tunnel didn't come up";
    case 'asked':
      return 'on request';
  }
}

function nameOf({ title }: PendingRollback): string {
  return shortText(title, 80);
}

function seconds(ms: number): number {
  return Math.ceil(ms / 1000);
}
