// Rolling back: from the decision until it is done. Every reason that can pass is tried again with
// growing pauses; rejected credentials, a missing permission or secret and changed settings wait for the
// user, and go on by themselves when that has changed.
import type { PendingRollback, Rejections, RollbackCause } from '../journal/pendingRollback';
import {
  closeRollback,
  decideRollback,
  isAsked,
  writeRollback,
  type Decision,
} from '../journal/pendingRollbacks';
import { lookUpEntry } from '../journal/journal';
import { followEntry } from '../monitor/settleEntry';
import type { Lease } from '../ports/lease';
import { once } from '../ports/report';
import { attemptRollback, prepareAttempt, type Attempted, type Readiness } from './attempt';
import { clockText, showFailed, showRolledBack } from './texts';
import type { Step, Tick } from './tick';
import { beatMs, busyMs, lateMs, maxPauseMs, recheckMs, retryPauseMs, tickMs } from './timing';

/** One step while the update is being rolled back: pause, wait for the user, or try. */
export async function whileRollingBack(
  each: Tick,
  rollback: PendingRollback,
  decision: Decision,
): Promise<Step> {
  const { context, watch, countdown, local } = each;
  const now = context.clock.elapsed();
  const isUrgent = countdown.isUrgent;
  if (now < local.notBefore && !isUrgent) {
    watch.report(
      rollback.progress.kind === 'waiting-for-user'
        ? 'waiting for you'
        : `rolling back again in ${clockText(local.notBefore - now)}`,
    );
    return 'wait';
  }
  if (isUrgent) {
    context.memory.rejected.clear();
  }
  const ready = await prepareAttempt(context, rollback);
  if (!isUrgent && isWaiting(each, rollback, ready)) {
    watch.report('waiting for you');
    local.notBefore = now + recheckMs;
    return 'wait';
  }
  const { lease } = countdown;
  if (lease === undefined) {
    return 'wait';
  }
  if (ready.kind === 'ready' && (await lease.status()) !== 'held') {
    // Nothing has been asked of the service yet, so it is looked at again at once.
    local.lastBeat = -beatMs;
    return 'wait';
  }
  if (decision === 'waiting' && !(await resume(each, rollback))) {
    return 'wait';
  }
  countdown.isUrgent = false;
  local.tried = ready.kind === 'ready' ? ready : undefined;
  if (ready.kind !== 'ready') {
    return conclude(each, rollback, ready);
  }
  watch.report('rolling back');
  const attempt = {
    ...{ rollback, decision: local.decision, lease, stop: watch.stop },
    sending: () => {
      local.wasSent = true;
    },
  };
  const attempted = await attemptRollback(context, attempt, ready.credentials);
  return conclude(each, rollback, await unlessLost(lease, attempted));
}

/** A window that was suspended meanwhile writes nothing: the records belong to another one. */
async function unlessLost(lease: Lease, attempted: Attempted): Promise<Attempted> {
  const isOver = attempted.kind === 'restored' || attempted.kind === 'unneeded';
  return !isOver && (await lease.status()) === 'lost' ? { kind: 'left' } : attempted;
}

/** A window that hasn't seen the rejection may try, but several windows or restarts lock no key. */
const maxRejections = 3;

/** Whether the user still has to do something that was needed before. */
function isWaiting({ local }: Tick, { progress }: PendingRollback, ready: Readiness): boolean {
  if (progress.kind !== 'waiting-for-user' && local.rejected === undefined) {
    return false;
  }
  if (ready.kind !== 'ready') {
    return true;
  }
  const isRejectedOften =
    progress.kind === 'waiting-for-user' &&
    progress.rejections >= maxRejections &&
    progress.rejected === ready.fingerprint;
  return isRejectedOften || ready.key === local.rejected;
}

/** From now on the update can't be kept any longer. */
async function resume({ context, id, local }: Tick, { progress }: PendingRollback) {
  const cause = progress.kind === 'waiting-for-user' ? progress.cause : 'asked';
  const decided = await decideRollback(context, id, 'waiting', cause);
  local.decision = decided === 'decided' ? cause : local.decision;
  return decided === 'decided';
}

async function conclude(each: Tick, rollback: PendingRollback, result: Attempted): Promise<Step> {
  const { context, local } = each;
  const now = context.clock.elapsed();
  switch (result.kind) {
    case 'left':
      // Perhaps another window leads, or the records fail: it is looked at again, but not every second.
      local.lastBeat = -beatMs;
      local.left += 1;
      local.notBefore = now + Math.min(local.left * tickMs, recheckMs);
      return 'wait';
    case 'busy':
      local.notBefore = now + busyMs;
      return 'wait';
    case 'restored':
    case 'unneeded': {
      if (result.kind === 'unneeded' && (await mayStillArrive(each, rollback))) {
        local.notBefore = now + busyMs;
        return 'wait';
      }
      local.isDone = true;
      if (result.kind === 'restored' && result.entry?.stage.kind === 'settling') {
        followEntry(context, result.entry);
      }
      const step = await finish(each, local.decision);
      showRolledBack(context, rollback, causeOf(rollback, local.decision), result);
      return step;
    }
    case 'later': {
      local.failures += 1;
      local.wasSent ||= result.sent;
      local.rejected = undefined;
      const mostMs = result.isRefused === true ? maxPauseMs : undefined;
      const pauseMs = retryPauseMs(local.failures, result.waitMs, mostMs);
      local.notBefore = now + pauseMs;
      const notBefore = context.clock.now() + pauseMs;
      await write(each, {
        ...rollback,
        progress: { kind: 'rolling-back', failures: local.failures, notBefore, pauseMs },
      });
      once(local.shown, `later ${result.problem.code}`, () =>
        showFailed(context, rollback, result.problem, pauseMs),
      );
      return 'wait';
    }
    case 'waiting':
      return waitForUser(each, rollback, result);
  }
}

/**
 * The response to the update was lost, so the service may apply it after it has been looked for. When the
 * time is up, the agreed length has been waited for that.
 */
async function mayStillArrive(
  { context, local }: Tick,
  rollback: PendingRollback,
): Promise<boolean> {
  const now = context.clock.elapsed();
  local.unneededSince ??= now;
  const isOver = local.decision === 'time-up' || now - local.unneededSince >= lateMs;
  if (isOver || rollback.wasSent || local.wasSent) {
    return false;
  }
  const read = await lookUpEntry(context, rollback.entry);
  return read.kind === 'found' && read.entry.stage.kind === 'unclear';
}

async function waitForUser(
  each: Tick,
  rollback: PendingRollback,
  { problem, actor, sent }: Extract<Attempted, { readonly kind: 'waiting' }>,
): Promise<Step> {
  const { context, id, local } = each;
  local.wasSent ||= sent;
  local.rejected = local.tried?.key;
  local.notBefore = context.clock.elapsed() + recheckMs;
  const cause = causeOf(rollback, local.decision);
  await write(each, {
    ...rollback,
    progress: {
      ...rejectionsOf(rollback, actor === undefined ? undefined : local.tried?.fingerprint),
      ...{ kind: 'waiting-for-user', cause, sentence: problem.message },
    },
  });
  if (!rollback.wasSent && !local.wasSent && local.decision !== 'open') {
    const decided = await decideRollback(context, id, local.decision, 'waiting');
    local.decision = decided === 'decided' ? 'waiting' : local.decision;
  }
  once(local.shown, `waiting ${problem.code}`, () => showFailed(context, rollback, problem));
  return 'wait';
}

/** Of the same credentials with the same settings. */
function rejectionsOf({ progress }: PendingRollback, fingerprint: string | undefined): Rejections {
  const before: Rejections = progress.kind === 'waiting-for-user' ? progress : { rejections: 0 };
  const count = before.rejected === fingerprint ? before.rejections : 0;
  return fingerprint === undefined ? before : { rejections: count + 1, rejected: fingerprint };
}

/** The rollback was sent or wasn't needed. Until that is written, only writing it is tried again. */
export async function finish({ context, id, watch }: Tick, decision: Decision): Promise<Step> {
  const ended = await closeRollback(context, id, decision);
  if (ended === 'decided') {
    return 'over';
  }
  watch.report("rolled back, can't save that yet");
  return 'wait';
}

function causeOf({ progress }: PendingRollback, decision: Decision): RollbackCause {
  if (progress.kind === 'waiting-for-user') {
    return progress.cause;
  }
  if (isAsked(decision)) {
    return 'asked';
  }
  return decision === 'not-connected' ? decision : 'time-up';
}

async function write({ context, local }: Tick, rollback: PendingRollback): Promise<void> {
  const wasSent = rollback.wasSent || local.wasSent;
  const written = await writeRollback(context, { ...rollback, wasSent });
  if (written !== 'written') {
    context.log.warn(`The pending rollback can't be written: ${written.detail}`);
  }
}
