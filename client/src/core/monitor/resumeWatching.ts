// An update that was accepted and had not settled when a window closed or reloaded.
import type { Context } from '../redaction/context';
import { entryGone } from '../journal/entryGone';
import { advanceEntry, readEntry } from '../journal/journal';
import type { JournalEntry } from '../journal/journalEntry';
import { refused } from '../model/refused';
import { done, type Result } from '../ports/result';
import { followEntry } from './settleEntry';

/** Older ones have settled long ago, and how they did isn't known. */
const maxAgeMs = 24 * 60 * 60_000;

/** Continues to monitor it. Only reads, and never prompts for credentials. */
export async function resumeWatching(context: Context, entry: JournalEntry): Promise<void> {
  const { stage } = entry;
  if (stage.kind === 'settling' && context.clock.now() - stage.at > maxAgeMs) {
    await advanceEntry(context, entry, { ...stage, kind: 'unclear', sentence: notSeen });
  } else {
    followEntry(context, entry);
  }
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
