// Which window acts: the one with the lease of the connection, when it is trusted. It shows a sign of
// life and notes the running time, so that the next one continues where it ends.
import { sendingSpanMs, takeConnectionLease } from '../apply/apply';
import type { PendingRollback, RollbackProgress } from '../journal/pendingRollback';
import { once } from '../ports/report';
import type { Context } from '../redaction/context';
import { isReachable } from '../targets/isReachable';
import { showUntrusted } from './texts';
import type { Tick } from './tick';
import { beatMs, countingSpanMs, maxPauseMs, takeOverMs } from './timing';

/** Running time counts from when this window first sees the countdown, or from what others noted. */
export function count(
  { context, countdown, local }: Tick,
  { id, progress }: PendingRollback,
): void {
  const now = context.clock.elapsed();
  const passed = now - local.countedUntil;
  if (progress.kind !== 'armed') {
    local.countedMs += local.isArmed ? Math.min(passed, sinceStart(context, progress)) : passed;
  }
  local.isArmed = progress.kind === 'armed';
  const noted = countdown.lease?.counted;
  if (noted?.id === id) {
    local.countedMs = Math.max(local.countedMs, noted.ms);
  }
  local.countedUntil = now;
}

/** On a slow disk, the last step may have seen the record long before the countdown started. */
function sinceStart({ clock }: Context, progress: RollbackProgress): number {
  return progress.kind === 'counting' ? Math.max(clock.now() - progress.startedAt, 0) : Infinity;
}

/** Whether this window acts. An untrusted one shows the countdown and never does. */
export async function isLeading(each: Tick, rollback: PendingRollback): Promise<boolean> {
  const { context, countdown, local } = each;
  if (!context.trust.isTrusted()) {
    await countdown.lease?.release();
    countdown.lease = undefined;
    once(local.shown, 'untrusted', () => showUntrusted(context, rollback));
    return false;
  }
  if (!isReachable(rollback.connection, context)) {
    return false;
  }
  if (countdown.lease === undefined) {
    const taken = await takeConnectionLease(context, rollback.connection);
    local.isDiskBad ||= taken.kind === 'unavailable';
    if (taken.kind !== 'held') {
      return false;
    }
    countdown.lease = taken;
    restoreLocal(each, rollback);
    local.lastBeat = -beatMs;
  }
  const now = context.clock.elapsed();
  if (now - local.lastBeat >= beatMs) {
    local.lastBeat = now;
    await countdown.lease.beat(countingSpanMs, { id: rollback.id, ms: local.countedMs });
    if ((await countdown.lease.status()) === 'lost') {
      countdown.lease = undefined;
      return false;
    }
  }
  return true;
}

/** What an earlier holder has written. A wrong clock can't make its pause longer. */
function restoreLocal({ context, local }: Tick, { progress }: PendingRollback): void {
  // The earlier holder may have rolled back and be about to say so. On a disk that couldn't be written it
  // couldn't show a sign of life either, and may be sending.
  const graceMs = local.isDiskBad ? sendingSpanMs(context) : takeOverMs;
  local.isDiskBad = false;
  local.notBefore = Math.max(local.notBefore, context.clock.elapsed() + graceMs);
  if (progress.kind === 'rolling-back') {
    const leftMs = Math.max(progress.notBefore - context.clock.now(), 0);
    const pauseMs = Math.min(leftMs, progress.pauseMs, maxPauseMs);
    local.failures = progress.failures;
    local.notBefore = Math.max(local.notBefore, context.clock.elapsed() + pauseMs);
  }
}
