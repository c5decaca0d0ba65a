// What the change history says was under way when a window closed, crashed or reloaded.
import { readJournal } from '../journal/journal';
import { nextLookMs } from '../monitor/pace';
import { resumeWatching } from '../monitor/resumeWatching';
import type { Context } from '../redaction/context';
import { isReachable } from '../targets/isReachable';
import { recoverUpdate } from './recover';

/**
 * Continues each update once, in the background. Storage that is busy at start isn't an empty history: it
 * is read again with growing pauses.
 */
export async function resumeUpdates(context: Context): Promise<void> {
  const resumed = new Set<string>();
  if (await isAllResumed(context, resumed)) {
    return;
  }
  context.background.start({
    title: 'change history',
    kind: 'watch',
    run: async (watch) => {
      for (let failures = 1; !watch.stop.isCancelled(); failures += 1) {
        watch.report("can't be read, trying again");
        await context.timer.wait(nextLookMs(0, failures), watch.stop);
        if (!watch.stop.isCancelled() && (await isAllResumed(context, resumed))) {
          return;
        }
      }
    },
  });
}

async function isAllResumed(context: Context, resumed: Set<string>): Promise<boolean> {
  const { entries, isComplete } = await readJournal(context);
  // What this window has begun, it follows already. No time tells: the clock may have been set back.
  const others = entries.filter(({ id }) => !context.memory.begun.has(id) && !resumed.has(id));
  for (const entry of others.filter(({ connection }) => isReachable(connection, context))) {
    resumed.add(entry.id);
    if (entry.stage.kind === 'settling') {
      await resumeWatching(context, entry);
    } else if (entry.stage.kind === 'sending') {
      await recoverUpdate(context, entry);
    }
  }
  return isComplete;
}
