// What the change history says was under way when a window closed, crashed or reloaded.
import { readJournal } from '../journal/journal';
import { nextLookMs } from '../monitor/pace';
import { resumeWatching } from '../monitor/resumeWatching';
import type { Context } from '../redaction/context';
import { isReachable } from '../targets/isReachable';
import { recoverUpdate } from './recover';

/** Entries of one start of a window. */
interface Resuming {
  readonly since: number;
  readonly seen: Set<string>;
}

/**
 * Continues each update once, in the background. Storage that is busy at start isn't an empty history: it
 * is read again with growing pauses.
 */
export async function resumeUpdates(context: Context): Promise<void> {
  const resuming: Resuming = { since: context.clock.now(), seen: new Set() };
  if (await isAllResumed(context, resuming)) {
    return;
  }
  context.background.start({
    title: 'change history',
    kind: 'watch',
    run: async (watch) => {
      for (let failures = 1; !watch.stop.isCancelled(); failures += 1) {
        watch.report("can't be read, trying again");
        await context.timer.wait(nextLookMs(0, failures), watch.stop);
        if (!watch.stop.isCancelled() && (await isAllResumed(context, resuming))) {
          return;
        }
      }
    },
  });
}

async function isAllResumed(context: Context, { since, seen }: Resuming): Promise<boolean> {
  const { entries, isComplete } = await readJournal(context);
  // What this window has begun since then, it follows already.
  const earlier = entries.filter(({ id, startedAt }) => startedAt <= since && !seen.has(id));
  for (const entry of earlier.filter(({ connection }) => isReachable(connection, context))) {
    seen.add(entry.id);
    if (entry.stage.kind === 'settling') {
      await resumeWatching(context, entry);
    } else if (entry.stage.kind === 'sending') {
      await recoverUpdate(context, entry);
    }
  }
  return isComplete;
}
