// The end of a history: all faults end, everything comes to rest, the user applies once more, and the
// editor restarts when the journal has something left to complete.
import type { Actions } from './actions';
import { openEntries, unfinishedRollbacks } from './finalRules';
import type { Action, Script } from './script';
import type { World } from './world';

/**
 * Once all faults have ended, everything that hangs in the air has to end within this running time: the
 * agreed length, the longest pause of a rollback that failed again and again, and the time for which a
 * window that crashed blocks the others.
 */
const boundMs = 12 * 60_000;

/** At rest, nothing may happen for so long. */
const restMs = 15_000;

/** How often it is looked whether everything is at rest, in milliseconds. */
const lookMs = 3000;

/** For how long a lease that nobody gives back may block the next update. */
const blockedMs = 140_000;

/** Ends all faults, waits until everything is at rest, and calls `over`. */
export function endHistory(world: World, script: Script, actions: Actions, over: () => void): void {
  const { timeline, ledger, disk } = world;
  if (timeline.isAsleep) {
    timeline.plan(lookMs, () => endHistory(world, script, actions, over));
    return;
  }
  const isReadOnly = script.setup.readOnlyFrom !== undefined;
  heal(world, script, actions);
  if (isReadOnly) failForGood(world);
  const restartAndEnd = (): void => {
    if (openEntries(ledger, disk).length === 0) {
      over();
      return;
    }
    restart(world);
    timeline.plan(lookMs, () => waitForRest(world, over));
  };
  waitForRest(world, () => {
    if (isReadOnly || unfinishedRollbacks(ledger).length > 0) restartAndEnd();
    else applyOnceMore(world, actions, timeline.now, () => waitForRest(world, restartAndEnd));
  });
}

/** From now on nothing can be written. */
export function failForGood({ disk }: World): void {
  disk.fail({ operations: 'writes', code: 'EROFS', until: Number.POSITIVE_INFINITY, share: 1 });
}

/** All faults end. The user repairs what only a user can, and nothing else. */
function heal(world: World, { steps, setup }: Script, actions: Actions): void {
  const { network, disk, machine, history, rules, cloud } = world;
  history.note('script', () => 'all faults end');
  network.heal();
  disk.heal();
  cloud.issueLastingTokens();
  machine.lockKeyring(0);
  machine.presenter = { until: 0, fault: 'hangs' };
  machine.serverSilentUntil = 0;
  machine.correctClock();
  rules.clockSet();
  for (const window of world.openWindows) window.crashAfter(Number.POSITIVE_INFINITY);
  if (steps.some(({ action }) => action.kind === 'settings')) {
    actions.perform({ kind: 'settings', entry: 'right' });
  }
  if (steps.some(({ action }) => needsUser(action, setup.login))) {
    actions.perform({ kind: 'sign-in' });
  }
  if (!world.openWindows.some(({ isTrusted, isClosing }) => isTrusted && !isClosing)) {
    const slot = world.windows.findIndex((window) => window === undefined || window.isGone);
    actions.perform(
      slot >= 0 ? { kind: 'open', window: slot, isTrusted: true } : { kind: 'trust', window: 0 },
    );
  }
}

/** Whether it can make the service reject the credentials. */
function needsUser(action: Action, login: Script['setup']['login']): boolean {
  switch (action.kind) {
    case 'revoke':
    case 'settings':
      return true;
    case 'expire-tokens':
      return login === 'token';
    case 'sleep':
      // What was signed before it comes too late.
      return login === 'access-key' && action.ms > 600_000;
    case 'set-clock':
      return login === 'access-key' && Math.abs(action.byMs) > 600_000;
    case 'answer':
      return action.answer === 'unauthorized' || action.answer === 'forbidden';
    default:
      return false;
  }
}

/** Calls `atRest` when nothing has been going on for a while, or the bound is over. */
function waitForRest(world: World, atRest: () => void): void {
  const { timeline, machine, ledger, history } = world;
  const bound = machine.runningMs + boundMs;
  let restingSince: number | undefined;
  const look = (): void => {
    const isBusy =
      timeline.isAsleep ||
      world.openWindows.some((window) => window.isBusy) ||
      unfinishedRollbacks(ledger).length > 0;
    restingSince = isBusy ? undefined : (restingSince ?? timeline.now);
    const isOver = machine.runningMs > bound;
    if (isOver) history.note('script', () => 'the time for coming to rest is over');
    if (isOver || (restingSince !== undefined && timeline.now - restingSince >= restMs)) atRest();
    else timeline.plan(lookMs, look);
  };
  look();
}

/** Nothing that is over may stop the next update. */
function applyOnceMore(world: World, actions: Actions, since: number, done: () => void): void {
  const { timeline, history } = world;
  const slot = world.windows.findIndex((window) => window?.isGone === false && window.isTrusted);
  actions.perform(
    { kind: 'apply', window: slot, site: 'a', fields: ['lifetime'], withRollback: false },
    (outcome) => {
      if (outcome.kind === 'answered' && outcome.verdict === 'accepted') {
        done();
        return;
      }
      const why = outcome.kind === 'refused' ? outcome.problem.code : outcome.kind;
      if (timeline.now - since > blockedMs) {
        history.violate('blocked', `the last update ended as ${why}`);
        return;
      }
      timeline.plan(10_000, () => applyOnceMore(world, actions, since, done));
    },
  );
}

/** All windows end, and a new one starts. */
function restart(world: World): void {
  const { history, openWindows } = world;
  history.note('script', () => 'the editor restarts');
  for (const window of openWindows) window.crash();
  world.open(0, true);
}
