// *New Update File…*: from the list of live connections to an unsaved file with the facts filled in.
import type { Json, JsonObject, UpdateDraft } from '../../../../../server/src/protocol/messages';
import type { LiveAnswers } from '../../../../../server/src/protocol/plan';
import { obtainCredentials } from '../../credentials/obtainCredentials';
import { askProject, projectToCheck } from '../check/projectToCheck';
import type { Context } from '../../redaction/context';
import type { DocumentPlace } from '../../model/documentPlace';
import { readLive } from '../../plan/readLive';
import { problem, type Problem } from '../../model/problem';
import { refused } from '../../model/refused';
import { redactJsonObject } from '../../redaction/redactJson';
import { done, type Result } from '../../ports/result';
import { valueAt, withValueAt } from '../../../../../server/src/protocol/json';
import type { RemoteConnection } from '../../model/remoteConnection';
import { findDestination, servedRegion, type Destination } from '../../targets/findDestination';
import { untrusted } from '../../model/untrusted';
import { serverSilent } from '../../plan/prepareUpdate';
import { mayNotReadConnection } from '../../cloud/errors/permissions';
import { updateFileName } from '../../model/updateFileName';
import { shortText } from '../../model/visibleText';
import { listResources, type ListedResource, type ListQuestion } from './listResources';

/** Lists, asks, reads and opens. Everything is only read; the file is not saved. */
export async function newUpdateFile(
  context: Context,
  place: DocumentPlace | undefined,
): Promise<Result> {
  const asked = await askWhere(context, place);
  if (asked.kind !== 'asked') {
    return asked;
  }
  const { question } = asked;
  const list = await context.progress.run('Listing the connections', (cancel) =>
    listResources(context, question, cancel),
  );
  if (list.kind !== 'listed') {
    return list.kind === 'cancelled' ? { kind: 'left' } : list;
  }
  if (list.resources.length === 0) {
    return refused(nothingListed());
  }
  const chosen = await context.prompts.pick(
    'Select a connection',
    list.resources.map((each) => ({
      label: nameOf(each),
      description: each.status,
      detail: [each.id, ...each.addresses].join(', '),
      value: each,
    })),
  );
  if (chosen === undefined) {
    return { kind: 'left' };
  }
  const reading = await readLive(context, remoteOf(question, chosen), question.login);
  switch (reading.kind) {
    case 'cancelled':
      return { kind: 'left' };
    case 'unreadable':
      return refused(unreadable());
    case 'refused':
      return reading;
    case 'read':
      return open(context, question, chosen, redactJsonObject(reading.live, context.redactor));
  }
}

async function askWhere(
  context: Context,
  place: DocumentPlace | undefined,
): Promise<
  | { readonly kind: 'asked'; readonly question: ListQuestion }
  | Exclude<Result, { readonly kind: 'done' }>
> {
  if (!context.trust.isTrusted()) {
    return refused(untrusted());
  }
  const found = findDestination(undefined, context);
  if (found.kind === 'refused') {
    return found;
  }
  const { destination } = found;
  const credentials = await obtainCredentials(context, destination.target);
  if (credentials.kind !== 'found') {
    return credentials;
  }
  const known = await projectToCheck(context, place);
  const projectId = known.projectId ?? (await askProject(context, destination.label));
  return projectId === undefined
    ? { kind: 'left' }
    : {
        kind: 'asked',
        question: {
          ...{ collection: 'vpn-connection', destination, projectId },
          login: credentials.found.credentials,
        },
      };
}

async function open(
  context: Context,
  { projectId, destination }: ListQuestion,
  chosen: ListedResource,
  live: LiveAnswers,
): Promise<Result> {
  const region = regionOf(destination);
  const draft: UpdateDraft = {
    notes: [`Update for ${nameOf(chosen)}. Values under "context" aren't sent.`],
    ...(region !== undefined && { region }),
    projectId,
    connectionId: chosen.id,
    body: live,
    live,
    secrets: [],
  };
  const asked = await askBody(context, draft);
  if (asked.kind !== 'body') {
    return asked;
  }
  const written = await context.server.request('vpnconn/writeUpdate', {
    ...draft,
    body: asked.body,
  });
  if ('kind' in written) {
    return refused(serverSilent(context, written));
  }
  await context.documents.openNew(written.text, updateFileName(nameOf(chosen)));
  return done("New file not saved. Remove fields you don't want to change.");
}

type AskedBody =
  { readonly kind: 'body'; readonly body: JsonObject } | Exclude<Result, { readonly kind: 'done' }>;

/** The values that the file starts with, out of all those of the draft. */
async function askBody(context: Context, draft: UpdateDraft): Promise<AskedBody> {
  const extent = await context.prompts.pick<'none' | 'chosen' | 'all'>(
    'Select the values to include',
    [
      { label: 'Empty', description: 'Only IDs and context', value: 'none' },
      { label: 'Selected fields…', description: 'With their current values', value: 'chosen' },
      { label: 'All fields', description: 'With their current values', value: 'all' },
    ],
  );
  switch (extent) {
    case undefined:
      return { kind: 'left' };
    case 'none':
      return { kind: 'body', body: {} };
    case 'all':
      return { kind: 'body', body: draft.body };
    case 'chosen':
      return askFields(context, draft);
  }
}

async function askFields(context: Context, draft: UpdateDraft): Promise<AskedBody> {
  const whole = await context.server.request('vpnconn/writeUpdate', draft);
  if ('kind' in whole) {
    return { kind: 'refused', problem: serverSilent(context, whole) };
  }
  const valueOf = (pointer: string): Json => valueAt(draft.body, pointer) ?? null;
  const chosen = await context.prompts.pickSeveral(
    'Select fields',
    whole.fields.map(({ label, pointer }) => {
      const description = shortText(JSON.stringify(valueOf(pointer)), 80);
      return { label, description, value: pointer };
    }),
  );
  if (chosen === undefined) {
    return { kind: 'left' };
  }
  const body = chosen.reduce<JsonObject>(
    (filled, pointer) => withValueAt(filled, pointer, valueOf(pointer)),
    {},
  );
  return { kind: 'body', body };
}

/** The region that the file names, so that it means the same under another target. */
function regionOf({ target, host }: Destination): string | undefined {
  return target.kind === 'sandbox' ? undefined : servedRegion(target, host);
}

function remoteOf(
  { destination, projectId }: ListQuestion,
  { id }: ListedResource,
): RemoteConnection {
  const { origin, target, label } = destination;
  const url = `${origin}/v5/${encodeURIComponent(projectId)}/vpn-connection/${id}`;
  return { url, projectId, connectionId: id, target, label };
}

function nameOf({ name, id }: ListedResource): string {
  return name === '' ? id : shortText(name, 80);
}

function nothingListed(): Problem {
  return problem(
    'no-connections',
    'This project has no VPN connections in this region.',
    'Check the project and the target, or create the connection in the console.',
    { kind: 'select-target' },
  );
}

function unreadable(): Problem {
  return mayNotReadConnection("You don't have permission to read this connection.");
}
