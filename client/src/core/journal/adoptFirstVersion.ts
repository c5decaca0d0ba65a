// Pending rollbacks that the first version of the extension wrote, in the folder `windows`. An update of
// the extension must not lose a rollback, so each is taken over as a record of today.
import { isJsonObject, type JsonObject } from '../../../../server/src/protocol/json';
import type { Context } from '../redaction/context';
import { parseConnection, parseRecord } from './parseEntry';
import { parseSecrets, type PendingRollback } from './pendingRollback';
import { armRollback, newRollbackId, readRollback } from './pendingRollbacks';
import { isRollbackMinutes } from './rollbackMinutes';

/** What was kept is removed; what can't be read, or is of another version, is left alone. */
export async function adoptFirstVersion(
  context: Pick<Context, 'records' | 'crypto' | 'log'>,
): Promise<void> {
  const { records, log } = context;
  const listed = await records.list('windows');
  for (const name of listed.kind === 'listed' ? listed.names : []) {
    const read = await records.read('windows', name);
    const value = read.kind === 'found' ? parseRecord(read.text) : undefined;
    const rollback = value === undefined ? undefined : rollbackOf(context, value);
    if (rollback === undefined) {
      continue;
    }
    const adopted = rollback === 'kept' ? 'armed' : await adopt(context, rollback);
    if (adopted === 'armed') {
      await records.delete('windows', name);
    } else {
      log.warn(`A pending rollback of the first version can't be taken over: ${adopted.detail}`);
    }
  }
}

/** A window that took it over may have ended before it removed the old record, or in the middle. */
async function adopt(context: Pick<Context, 'records'>, rollback: PendingRollback) {
  const read = await readRollback(context, rollback.id);
  switch (read.kind) {
    case 'found':
      return 'armed';
    case 'absent':
      return armRollback(context, rollback);
    case 'unreadable':
      return read;
  }
}

function rollbackOf(
  context: Pick<Context, 'crypto'>,
  value: JsonObject,
): PendingRollback | 'kept' | undefined {
  const { version, title, entry, armedAt, minutes, body, state } = value;
  const connection = parseConnection(value['connection']);
  const secrets = parseSecrets(value['secrets']);
  const isWhole =
    version === 1 &&
    typeof title === 'string' &&
    Number.isSafeInteger(armedAt) &&
    typeof armedAt === 'number' &&
    armedAt > 0 &&
    typeof minutes === 'number' &&
    isRollbackMinutes(minutes) &&
    isJsonObject(body);
  if (!isWhole || connection === undefined || secrets === undefined) {
    return undefined;
  }
  if (isJsonObject(state) && state['kind'] === 'kept') {
    return 'kept';
  }
  return {
    // The same in every window that starts now, so that only one of them takes it over.
    id: newRollbackId(context, connection, armedAt),
    ...{ title, connection, armedAt, minutes, secrets },
    entry: typeof entry === 'string' ? entry : '',
    previous: body,
    wasSent: false,
    progress: { kind: 'counting', startedAt: armedAt },
  };
}
