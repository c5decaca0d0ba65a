// Runs one script to its end and checks all rules on the way.
import { Actions } from './actions';
import { checkEnd, openEntries, unfinishedRollbacks } from './finalRules';
import { foreignRecords } from './foreignRecords';
import type { Violation } from './history';
import type { Milestone, Script, Step } from './script';
import { World } from './world';

/** How a history ended. */
export interface Simulated {
  /** Absent when all rules held. */
  readonly violation: Violation | undefined;
  /** The events, when they were recorded. */
  readonly lines: readonly string[];
  /** What happened, for statistics. */
  readonly counts: Counts;
}

/** Figures of one history. */
export interface Counts {
  readonly virtualMs: number;
  readonly updates: number;
  readonly rollbacks: number;
  readonly kept: number;
}

/**
 * Once all faults have ended, everything that hangs in the air has to end within this running time: the
 * agreed length, the longest pause of a rollback that failed again and again, and the time for which a
 * window that crashed blocks the others.
 */
const boundMs = 12 * 60_000;

/** At rest, nothing may happen for so long. */
const restMs = 20_000;

/** How often it is looked whether everything is at rest, in milliseconds. */
const lookMs = 4000;

/** Runs it. */
export async function simulate(script: Script, isRecorded = false): Promise<Simulated> {
  const world = new World(script, isRecorded);
  const { timeline, history, ledger, disk } = world;
  const rejections: string[] = [];
  const reject = (reason: unknown): void => {
    rejections.push(reason instanceof Error ? (reason.stack ?? reason.message) : String(reason));
  };
  process.on('unhandledRejection', reject);
  try {
    let isAtRest = false;
    plan(world, script, () => {
      isAtRest = true;
    });
    const end = await timeline.run(() => isAtRest || history.violation !== undefined);
    if (end === 'busy-loop') history.violate('busy-loop', 'thousands of events in one second');
    const [first] = rejections;
    if (first !== undefined) history.violate('exception', first.slice(0, 600));
    const isReadOnly = script.setup.readOnlyFrom !== undefined;
    if (history.violation === undefined) {
      checkEnd({ history, ledger, disk, isReadOnly, foreign: foreignRecords(script.setup) });
    }
  } finally {
    process.off('unhandledRejection', reject);
  }
  return {
    violation: history.violation,
    lines: history.lines,
    counts: {
      virtualMs: timeline.now,
      updates: ledger.puts.filter(({ isUpdate }) => isUpdate).length,
      rollbacks: ledger.puts.filter(({ isUpdate }) => !isUpdate).length,
      kept: ledger.gestures.filter(({ keptAt }) => keptAt !== undefined).length,
    },
  };
}

function plan(world: World, script: Script, atRest: () => void): void {
  const { timeline, disk } = world;
  const { setup, steps, healsAt } = script;
  world.runsInSleep = setup.runsInSleep;
  for (const { name, text } of foreignRecords(setup)) disk.texts.set(`rollbacks/${name}`, text);
  const actions = new Actions(world);
  const perform = (step: Step): void => {
    if (timeline.now < healsAt) actions.perform(step.action);
  };
  setup.windows.forEach((isTrusted, slot) => {
    timeline.plan(timeline.random.int(0, 300), () => world.open(slot, isTrusted));
  });
  const waiting: Step[] = [];
  for (const step of steps) {
    if ('at' in step.when) timeline.plan(step.when.at, () => perform(step));
    else waiting.push(step);
  }
  const reached = new Map<Milestone, number>();
  world.onMilestone = (milestone) => {
    const nth = (reached.get(milestone) ?? 0) + 1;
    reached.set(milestone, nth);
    for (const step of waiting) {
      const { when } = step;
      if ('after' in when && when.after === milestone && when.nth === nth) {
        timeline.plan(when.ms, () => perform(step));
      }
    }
  };
  if (setup.readOnlyFrom !== undefined) {
    timeline.plan(setup.readOnlyFrom, () => failForGood(world));
  }
  const healAndWait = (): void => {
    if (timeline.isAsleep) {
      timeline.plan(lookMs, healAndWait);
      return;
    }
    heal(world);
    if (setup.readOnlyFrom !== undefined) failForGood(world);
    waitForRest(world, atRest);
  };
  timeline.plan(healsAt, healAndWait);
}

function failForGood({ disk }: World): void {
  disk.fail({ operations: 'writes', code: 'EROFS', until: Number.POSITIVE_INFINITY, share: 1 });
}

/** All faults end, and the user repairs what only a user can. */
function heal(world: World): void {
  const { network, disk, machine, history, rules } = world;
  history.note('script', () => 'all faults end');
  network.heal();
  disk.heal();
  machine.lockKeyring(0);
  machine.presenter = { until: 0, fault: 'hangs' };
  machine.serverSilentUntil = 0;
  machine.correctClock();
  machine.configure('right');
  machine.signIn();
  rules.userActed();
  if (!world.openWindows.some(({ isTrusted }) => isTrusted)) {
    const slot = world.windows.findIndex((window) => window === undefined || window.isGone);
    if (slot >= 0) world.open(slot, true);
    else world.openWindows[0]!.isTrusted = true;
  }
}

/**
 * Ends the history when nothing has been going on for a while, or the bound is over. What the journal
 * leaves open then, the next start of the editor has to complete.
 */
function waitForRest(world: World, atRest: () => void, isSecond = false): void {
  const { timeline, machine, ledger, history, disk } = world;
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
    if (!isOver && (restingSince === undefined || timeline.now - restingSince < restMs)) {
      timeline.plan(lookMs, look);
      return;
    }
    if (isSecond || openEntries(ledger, disk).length === 0) {
      atRest();
      return;
    }
    restart(world);
    timeline.plan(lookMs, () => waitForRest(world, atRest, true));
  };
  look();
}

/** All windows end, and a new one starts. */
function restart(world: World): void {
  const { history, openWindows } = world;
  history.note('script', () => 'the editor restarts');
  for (const window of openWindows) window.crash();
  world.open(0, true);
}
