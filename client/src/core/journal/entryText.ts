// An entry of the journal for people: one line for a list, one document to read.
import { leavesOf } from '../model/compareRemote';
import { shortText } from '../model/visibleText';
import { localMoment } from '../ports/localMoment';
import type { Context } from '../redaction/context';
import { responseOf, titleOf, type JournalEntry } from './journalEntry';

/** How an entry is listed. */
export interface EntryLine {
  readonly title: string;
  /** What became of it, in a word or two. */
  readonly state: string;
  readonly tone: 'good' | 'bad' | 'open' | 'careful';
  /** When, by the clock of the window. */
  readonly time: string;
  /** How many fields were sent, for example `2 fields`. */
  readonly fieldCount: string;
  /** Names of the fields that were sent. */
  readonly fields: string;
}

/** One line about an entry. */
export function entryLine(context: Pick<Context, 'zone'>, entry: JournalEntry): EntryLine {
  const { state, tone } = stateOf(entry);
  const labels = leavesOf(entry.sent).map(({ label }) => label);
  return {
    title: `${shortText(titleOf(entry), 80)}${entry.purpose === 'restore' ? ' (rollback)' : ''}`,
    state,
    tone,
    time: localMoment(context, entry.startedAt),
    fieldCount: labels.length === 1 ? '1 field' : `${labels.length} fields`,
    fields: shortText(labels.join(', '), 200),
  };
}

/** How long ago it was, in the largest unit that fits, for example `5 minutes ago`. */
export function timeAgo(now: number, at: number): string {
  const minutes = Math.floor((now - at) / 60_000);
  if (minutes < 1) return 'just now';
  if (minutes < 60) return minutes === 1 ? '1 minute ago' : `${minutes} minutes ago`;
  const hours = Math.floor(minutes / 60);
  if (hours < 24) return hours === 1 ? '1 hour ago' : `${hours} hours ago`;
  const days = Math.floor(hours / 24);
  return days === 1 ? '1 day ago' : `${days} days ago`;
}

/** The whole entry as JSON for people: what they look for first comes first. */
export function entryDocument(context: Pick<Context, 'zone'>, entry: JournalEntry): string {
  const { connection, stage } = entry;
  const answer = responseOf(entry);
  return JSON.stringify({
    connection: titleOf(entry),
    when: localMoment(context, entry.startedAt),
    who: entry.who,
    target: connection.label,
    request: `PUT ${connection.url}`,
    outcome: 'sentence' in stage ? stage.sentence : stateOf(entry).state,
    file: entry.file,
    plan: entry.plan?.split('\n'),
    sent: entry.sent,
    cannotBeReadBack: entry.secrets,
    response: answer === undefined ? undefined : parsed(answer.text),
    before: entry.before,
  });
}

function stateOf({ stage }: JournalEntry): Pick<EntryLine, 'state' | 'tone'> {
  switch (stage.kind) {
    case 'sending':
      return { state: 'Unknown', tone: 'open' };
    case 'unclear':
      return { state: 'Unknown', tone: 'open' };
    case 'settling':
      return { state: 'Applying', tone: 'open' };
    case 'not-sent':
      return { state: 'Not sent', tone: 'bad' };
    case 'rejected':
      return { state: 'Failed', tone: 'bad' };
    case 'settled':
      return settledState(stage.status);
  }
}

function settledState(status: string): Pick<EntryLine, 'state' | 'tone'> {
  switch (status.toUpperCase()) {
    case 'ACTIVE':
      return { state: 'Connected', tone: 'good' };
    case 'DOWN':
      return { state: 'Tunnel down', tone: 'careful' };
    default:
      return { state: shortText(status, 20), tone: 'careful' };
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text.split('\n');
  }
}
