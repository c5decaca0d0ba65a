// Updates that were accepted and had not settled when a window closed or reloaded.
import type { Context } from '../redaction/context';
import { entryGone } from '../journal/entryGone';
import { advanceEntry, readEntry, readJournal } from '../journal/journal';
import { refused } from '../model/refused';
import { done, type Result } from '../ports/result';
import { isReachable } from '../targets/isReachable';
import { followEntry } from './settleEntry';

/** Older ones have settled long ago, and how they did isn't known. */
const maxAgeMs = 24 * 60 * 60_000;

/** Continues to monitor what was in flight. Only reads, and never prompts for credentials. */
export async function resumeWatching(context: Context): Promise<number> {
  const now = context.clock.now();
  const inFlight = (await readJournal(context)).filter(
    ({ stage, connection }) => stage.kind === 'settling' && isReachable(connection, context),
  );
  for (const entry of inFlight) {
    if (entry.stage.kind === 'settling' && now - entry.stage.at > maxAgeMs) {
      await advanceEntry(context, entry, { ...entry.stage, kind: 'unclear', sentence: notSeen });
    } else {
      followEntry(context, entry);
    }
  }
  return inFlight.length;
}

const notSeen = "The update was accepted, but its result wasn't seen.";

/** *Keep Tracking*: the same for one entry, whatever its age. */
export async function watchUpdate(context: Context, id: string): Promise<Result> {
  const entry = await readEntry(context, id);
  if (entry === undefined) {
    return refused(entryGone());
  }
  if (entry.stage.kind === 'settled') {
    return done(entry.stage.sentence);
  }
  followEntry(context, entry);
  return { kind: 'done' };
}
