// What every way to apply an update begins with.
import type { Context } from '../redaction/context';
import type { DocumentPlace } from '../model/documentPlace';
import { refused, type Refused } from '../model/refused';
import { refusedWhilePending } from './problems';
import { refusedVariable } from '../secrets/protectedVariables';
import { prepareTrusted, type PreparedDocument } from '../plan/prepareUpdate';

/** An update, its destination and the address of its connection. */
export interface PreparedApply extends PreparedDocument {
  readonly url: string;
}

/**
 * Prepares the update under the cursor, from a trusted workspace, for a connection that waits for no
 * decision about an earlier update.
 */
export async function prepareApply(
  context: Context,
  place: DocumentPlace,
): Promise<PreparedApply | Refused> {
  const prepared = await prepareTrusted(context, place);
  if (prepared.kind === 'refused') {
    return prepared;
  }
  const variable = refusedVariable(prepared.update.secrets, context.settings);
  if (variable !== undefined) {
    return refused(variable);
  }
  const url = `${prepared.destination.origin}${prepared.update.path}`;
  const waiting = await refusedWhilePending(context, { url });
  return waiting === undefined ? { ...prepared, url } : refused(waiting);
}
