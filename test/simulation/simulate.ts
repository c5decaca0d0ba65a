// Runs one script to its end and checks all rules on the way.
import { Actions } from './actions';
import { endHistory, failForGood } from './ending';
import { checkEnd } from './finalRules';
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
  timeline.plan(healsAt, () => endHistory(world, script, actions, atRest));
}
