// *Copy as cURL*: the request for a shell, without any secret in it.
import type { Context } from '../redaction/context';
import { done, type Result } from '../ports/result';
import { curlCommand } from '../cloud/curl';
import { prepareUpdate } from '../plan/prepareUpdate';
import { inAnyVersion, type DocumentPlace } from '../model/documentPlace';

/** Copies the command to the clipboard; the message names the variables that it expects. */
export async function copyAsCurl(context: Context, place: DocumentPlace): Promise<Result> {
  const prepared = await prepareUpdate(context, inAnyVersion(place));
  if (prepared.kind === 'refused') {
    return prepared;
  }
  const { text, variables } = curlCommand(prepared.update, prepared.destination.origin);
  await context.clipboard.write(text);
  return done(`cURL command copied. Set ${variables.join(' and ')} before running it.`);
}
