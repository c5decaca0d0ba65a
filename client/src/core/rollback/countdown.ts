// The state machine of a pending rollback, as one window runs it. Every window of this machine does;
// the one with the lease of the connection acts, the others show the same and take over.
//
//   open:    armed ──▶ counting ──▶ (time is up, or the tunnel stays down) ──▶ rolling back
//   rolling back ──▶ done, or again after a pause, or waiting for the user ──▶ rolling back
//   kept, done: over
//
// What is `open` and what isn't is decided by renaming the token (`journal/pendingRollbacks.ts`); how
// far it is stands in the body, which the holder of the lease writes. All of it is in memory too, so
// that a disk which fails neither repeats a request nor shortens a pause.
import type { PendingRollback, RollbackCause } from '../journal/pendingRollback';
import {
  decideRollback,
  isAsked,
  isPending,
  readRollback,
  removeRollback,
  writeRollback,
  type Decision,
} from '../journal/pendingRollbacks';
import { shortText } from '../model/visibleText';
import type { Watch } from '../ports/lastingPorts';
import type { Lease } from '../ports/lease';
import type { Countdown } from '../ports/ports';
import { once, reportDefect } from '../ports/report';
import type { Context } from '../redaction/context';
import { decisionsOf } from './decisions';
import { count, isLeading } from './lead';
import { noteReading } from './noteReading';
import { finish, whileRollingBack } from './rollBack';
import { clockText, showBlocked, showInterrupted, showNearEnd } from './texts';
import type { Local, Step, Tick } from './tick';
import { blockedMs, leftMs, noticeMs, retryPauseMs, tickMs } from './timing';
import { createTunnelGuard } from './tunnelGuard';

/**
 * Counts down in the background until the rollback is over. Returns at once. When this window counts
 * already, it only gets the lease.
 */
export function countDown(context: Context, rollback: PendingRollback, lease?: Lease): void {
  const { id, title, progress } = rollback;
  const { countdowns } = context.memory;
  const startedAt = progress.kind === 'counting' ? progress.startedAt : undefined;
  const running = countdowns.get(id);
  if (running !== undefined) {
    running.lease ??= lease;
    running.startedAt ??= startedAt;
    return;
  }
  const countdown: Countdown = { lease, startedAt, isUrgent: false };
  countdowns.set(id, countdown);
  context.background.start({
    title: shortText(title, 60),
    kind: 'countdown',
    rollback: id,
    decisions: decisionsOf(context, id),
    run: async (watch) => {
      try {
        await run(context, id, countdown, watch);
      } finally {
        countdowns.delete(id);
        await countdown.lease?.release();
      }
    },
  });
}

async function run(
  context: Context,
  id: string,
  countdown: Countdown,
  watch: Watch,
): Promise<void> {
  const now = context.clock.elapsed();
  const local: Local = {
    guard: createTunnelGuard(context),
    countedMs: 0,
    countedUntil: now,
    isArmed: true,
    isDiskBad: false,
    lastBeat: now,
    notBefore: 0,
    failures: 0,
    left: 0,
    // None has been seen.
    decision: 'done',
    tried: undefined,
    rejected: undefined,
    blockedSince: undefined,
    unneededSince: undefined,
    wasSent: false,
    isDone: false,
    shown: new Set(),
  };
  while (!watch.stop.isCancelled()) {
    try {
      if ((await tick({ context, id, countdown, watch, local })) === 'over') {
        return;
      }
    } catch (error) {
      // A defect must not end the countdown.
      reportDefect(context, 'A step of the countdown', error);
      local.notBefore = context.clock.elapsed() + retryPauseMs((local.failures += 1));
      watch.report('internal error, trying again');
    }
    await context.timer.wait(tickMs, watch.stop);
  }
}

async function tick(each: Tick): Promise<Step> {
  const { context, id, countdown, watch, local } = each;
  const read = await readRollback(context, id);
  noteReading(context, id, read);
  if (read.kind === 'unreadable') {
    // Not the end: it is read again. Nothing is sent meanwhile, because it may have been kept.
    watch.report("the record can't be read, trying again");
    return 'wait';
  }
  if (read.kind === 'absent') {
    return 'over';
  }
  const { rollback, decision } = read;
  if (decision === 'kept' || decision === 'done') {
    await removeRollback(context, id);
    return 'over';
  }
  count(each, rollback);
  const isAnew = decision !== local.decision;
  const isAskedAnew = isAnew && isPending(local.decision) && isAsked(decision);
  if (isAnew) {
    // Before the lease is taken, which brings the pause of the window that had it.
    local.decision = decision;
    local.notBefore = 0;
  }
  const leads = await isLeading(each, rollback);
  countdown.isUrgent ||= leads && isAskedAnew;
  if (local.isDone) {
    // Also without the lease: the window that has it must not send the rollback again.
    return finish(each, decision);
  }
  if (!leads) {
    show(each, rollback, decision);
    return 'wait';
  }
  return decision === 'open'
    ? whileOpen(each, rollback)
    : whileRollingBack(each, rollback, decision);
}

/** Armed or counting, and nobody has decided. */
async function whileOpen(each: Tick, known: PendingRollback): Promise<Step> {
  const { context, watch, local } = each;
  const rollback = known.progress.kind === 'armed' ? await started(each, known) : known;
  if (rollback === undefined) {
    return 'wait';
  }
  const left = leftMs(rollback, context.clock.now(), local.countedMs);
  if (left <= 0) {
    return begin(each, rollback, 'time-up');
  }
  if (await local.guard.hasFailed(rollback, watch.stop)) {
    return begin(each, rollback, 'not-connected');
  }
  watch.report(`rollback in ${clockText(left)}`);
  if (left <= noticeMs) {
    once(local.shown, 'near', () => showNearEnd(context, rollback, left));
  }
  return 'wait';
}

/**
 * The record still says that the update is being sent, and the lease is ours: either this window couldn't
 * write that it was, or the window that sent it has ended before it knew the result. Undefined: it has
 * gone on since the record was read.
 */
async function started(
  { context, countdown, local }: Tick,
  known: PendingRollback,
): Promise<PendingRollback | undefined> {
  const read = await readRollback(context, known.id);
  if (read.kind !== 'found' || read.rollback.progress.kind !== 'armed') {
    return undefined;
  }
  const { startedAt = known.armedAt } = countdown;
  const rollback = { ...known, progress: { kind: 'counting', startedAt } } as const;
  await writeRollback(context, rollback);
  if (countdown.startedAt === undefined) {
    once(local.shown, 'interrupted', () => showInterrupted(context, rollback));
  }
  return rollback;
}

/** Writes the decision to roll back, which the user may have anticipated, and tries. */
async function begin(each: Tick, rollback: PendingRollback, cause: RollbackCause): Promise<Step> {
  const { context, id, watch, local } = each;
  const decided = await decideRollback(context, id, 'open', cause);
  if (decided === 'too-late') {
    return 'wait';
  }
  if (decided === 'decided') {
    local.decision = cause;
    local.blockedSince = undefined;
    return whileRollingBack(each, rollback, cause);
  }
  const now = context.clock.elapsed();
  local.blockedSince ??= now;
  watch.report("can't save the rollback, trying again");
  once(local.shown, 'blocked', () => showBlocked(context, rollback, decided.detail));
  return now - local.blockedSince < blockedMs ? 'wait' : whileRollingBack(each, rollback, 'open');
}

/** In a window that doesn't act. */
function show({ context, watch, local }: Tick, rollback: PendingRollback, decision: Decision) {
  if (!context.trust.isTrusted()) {
    watch.report('waiting for a trusted window');
  } else if (decision === 'open' && rollback.progress.kind === 'armed') {
    watch.report('the update is being sent');
  } else if (decision === 'open') {
    const left = leftMs(rollback, context.clock.now(), local.countedMs);
    watch.report(left <= 0 ? 'rolling back' : `rollback in ${clockText(left)}`);
    if (left > 0 && left <= noticeMs) {
      once(local.shown, 'near', () => showNearEnd(context, rollback, left));
    }
  } else {
    watch.report(decision === 'waiting' ? 'waiting for you' : 'rolling back');
  }
}
