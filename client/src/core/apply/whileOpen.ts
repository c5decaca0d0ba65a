// What an open confirmation window means for every other update of its connection.
import type { Context } from '../redaction/context';
import type { Problem } from '../model/problem';
import { alreadyOpen } from './windowProblems';
import { readWindow, windowIdOf } from '../journal/windowRecords';

/** Why the connection at this address is not updated now; undefined: no window is open for it. */
export async function refusedWhileOpen(
  context: Pick<Context, 'records' | 'crypto'>,
  url: string,
): Promise<Problem | undefined> {
  const open = await readWindow(context, windowIdOf(context, { url }));
  return open && alreadyOpen(open);
}
