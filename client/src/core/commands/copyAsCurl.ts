// *Copy as cURL*: the request for a shell, without any secret in it.
import type { Context } from '../redaction/context';
import { reportDone, reportProblem } from '../ports/report';
import { curlCommand } from '../cloud/curl';
import { prepareUpdate } from '../plan/prepareUpdate';
import { inAnyVersion, type DocumentPlace } from '../model/documentPlace';
import type { ShownOutcome } from '../model/outcomes';

/** Copies the command to the clipboard and shows which variables it expects. */
export async function copyAsCurl(context: Context, place: DocumentPlace): Promise<ShownOutcome> {
  const prepared = await prepareUpdate(context, inAnyVersion(place));
  if (prepared.kind === 'refused') {
    reportProblem(context.presenter, prepared.problem);
    return prepared;
  }
  const { text, variables } = curlCommand(prepared.update, prepared.destination.origin);
  await context.clipboard.write(text);
  reportDone(
    context.presenter,
    `cURL command copied. Set ${variables.join(' and ')} before running it.`,
  );
  return { kind: 'shown' };
}
