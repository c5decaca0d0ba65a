// The end of an update: what the connection came to is shown and recorded.
import type { JsonObject } from '../../../../server/src/protocol/messages';
import type { Login } from '../model/credentials';
import { findCredentials } from '../credentials/findCredentials';
import type { Context } from '../redaction/context';
import { advanceEntry } from '../journal/journal';
import { responseOf, titleOf, type JournalEntry } from '../journal/journalEntry';
import type { Watch } from '../ports/lastingPorts';
import type { Action } from '../model/problem';
import { openDocument } from '../ports/report';
import { compareRemote } from '../model/compareRemote';
import { documentStamp } from '../ports/documentStamp';
import { readConnectionLog, type ConnectionLog } from './connectionLog';
import { describeSettled, type SettledText } from './describeSettled';
import { sideEffects } from './sideEffects';
import type { Watched } from './watchConnection';

/** What is at hand at the end. */
export interface ConcludeOptions {
  readonly login?: Login;
  readonly watch: Watch;
}

/** Shows how monitoring ended, looks for side effects, and completes the journal. */
export async function concludeEntry(
  context: Context,
  entry: JournalEntry,
  watched: Exclude<Watched, { readonly kind: 'left' }>,
  options: ConcludeOptions,
): Promise<void> {
  const isDown = watched.kind === 'settled' && watched.status.kind === 'down';
  const log = isDown ? await logOf(context, entry, options) : undefined;
  const text = describeSettled(titleOf(entry), watched, log);
  const held = watched.kind === 'settled' ? watched.held : undefined;
  const findings = held === undefined ? [] : findingsIn(entry, held);
  const sentence = [text.sentence, ...findings].join(' ');
  if (watched.kind === 'settled') {
    const response = responseOf(entry);
    await advanceEntry(context, entry, {
      kind: 'settled',
      at: context.clock.now(),
      status: watched.status.text,
      sentence,
      ...(response !== undefined && { response }),
    });
  }
  if (log?.kind === 'read' && log.lines.length > 0) {
    openDocument(context, {
      kind: 'response',
      name: `connection log ${documentStamp(context)}.txt`,
      language: 'plaintext',
      text: `${sentence}\n${text.remedy}\n\nLast lines of the connection log, newest first:\n\n${log.lines.join('\n')}\n`,
    });
  }
  showEnd(context, entry, { ...text, sentence }, watched, findings.length > 0);
  if (held !== undefined) {
    showSideEffects(context, entry, held);
  }
}

async function logOf(
  context: Context,
  { connection, startedAt }: JournalEntry,
  { login, watch }: ConcludeOptions,
): Promise<ConnectionLog> {
  const found = login === undefined ? await findCredentials(connection.target, context) : undefined;
  const credentials = login ?? (found?.kind === 'found' ? found.found.credentials : undefined);
  return credentials === undefined
    ? { kind: 'unread', sentence: "The connection log can't be read without credentials." }
    : readConnectionLog(context, { connection, credentials, since: startedAt }, watch.stop);
}

/** What has another value than the one that was sent. */
function findingsIn(entry: JournalEntry, held: JsonObject): readonly string[] {
  const { different } = compareRemote(entry, held);
  return different.length === 0
    ? []
    : [`These fields don't have the values that were sent: ${different.join(', ')}.`];
}

function showEnd(
  { presenter }: Context,
  entry: JournalEntry,
  { severity, sentence, remedy }: SettledText,
  watched: Watched,
  hasFindings: boolean,
): void {
  const restore: readonly Action[] =
    entry.before === undefined ? [] : [{ kind: 'restore-previous', entry: entry.id }];
  const actions: readonly Action[] = (() => {
    switch (watched.kind) {
      case 'settled':
        return severity === 'information' && !hasFindings ? [] : restore;
      case 'stopped':
        return [...watched.problem.actions, { kind: 'watch-again', entry: entry.id }];
      default:
        return [{ kind: 'watch-again', entry: entry.id }];
    }
  })();
  presenter.showMessage({
    severity: severity === 'information' && hasFindings ? 'warning' : severity,
    text: `${sentence} ${remedy}`.trim(),
    actions,
  });
}

function showSideEffects({ presenter }: Context, entry: JournalEntry, held: JsonObject): void {
  const effects = entry.before === undefined ? [] : sideEffects(entry.before, held, entry.sent);
  if (effects.length === 0) {
    return;
  }
  const labels = effects.map(({ label }) => label).join(', ');
  presenter.showMessage({
    severity: 'warning',
    text: `Changed on ${titleOf(entry)} but not part of this update: ${labels}. Check whether someone else changed it, or restore it.`,
    actions: [
      { kind: 'put-back', entry: entry.id, pointers: effects.map(({ pointer }) => pointer) },
    ],
  });
}
