// What a rollback would send, worked out before the update is sent: a rollback that couldn't restore
// everything without the user isn't promised, and then nothing is sent.
import type {
  JsonObject,
  PreparedUpdate,
  ValueCheck,
} from '../../../../server/src/protocol/messages';
import { findCredentials } from '../credentials/findCredentials';
import type { NewEntry } from '../journal/journal';
import type { JournalEntry } from '../journal/journalEntry';
import type { OldSecret } from '../journal/pendingRollback';
import { previousValues } from '../journal/previousValues';
import { withValueAt } from '../../../../server/src/protocol/json';
import { problem, type Problem } from '../model/problem';
import { refused, type Refused } from '../model/refused';
import { shortText } from '../model/visibleText';
import { serverSilent } from '../plan/prepareUpdate';
import type { Context } from '../redaction/context';
import { mask } from '../redaction/redactor';
import { resolveSecrets } from '../secrets/resolveSecrets';

/** What the user has agreed to. */
export interface RollbackTerms {
  readonly minutes: number;
  readonly secrets: readonly OldSecretToCheck[];
}

/** An old secret, and what its value has to satisfy to be sent again. */
export interface OldSecretToCheck extends OldSecret {
  readonly checks?: readonly ValueCheck[];
}

/** Everything that undoes the update. */
export interface RollbackPlan {
  readonly kind: 'planned';
  readonly minutes: number;
  /** The previous values without secrets. */
  readonly body: JsonObject;
  readonly secrets: readonly OldSecretToCheck[];
}

/** The plan, or why there is none. Checks values, credentials and stored secrets. */
export async function planRollback(
  context: Context,
  entry: NewEntry,
  terms: RollbackTerms,
): Promise<RollbackPlan | Refused> {
  const plan = valuesToRestore(entry, terms);
  if (plan.kind === 'refused') {
    return plan;
  }
  const hindered =
    (await unsendable(context, entry, plan)) ?? (await unattended(context, entry, plan));
  return hindered === undefined ? plan : refused(hindered);
}

/** A body with a mask for each secret, and the references that are filled in when it is sent. */
export function rollbackUpdate({
  body,
  secrets,
}: {
  readonly body: JsonObject;
  readonly secrets: readonly OldSecretToCheck[];
}): Pick<PreparedUpdate, 'body' | 'secrets'> {
  return {
    body: secrets.reduce((filled, { pointer }) => withValueAt(filled, pointer, mask), body),
    secrets: secrets.map((secret) => ({ ...secret, source: 'secret' as const })),
  };
}

/** Works out the values alone; pure. */
export function valuesToRestore(
  entry: Pick<JournalEntry, 'sent' | 'secrets' | 'before'>,
  { minutes, secrets: named }: RollbackTerms,
): RollbackPlan | Refused {
  const previous = previousValues(entry);
  if (previous === undefined) {
    return refuse(
      'previous-values-unknown',
      "Nothing was sent: the connection couldn't be read, so its previous values aren't known.",
      'Try again when the connection can be read, or apply without automatic rollback.',
    );
  }
  const secrets = named.filter(({ pointer }) => previous.secrets.includes(pointer));
  if (!previous.secrets.every((pointer) => secrets.some((secret) => secret.pointer === pointer))) {
    return refuse(
      'old-secret-unnamed',
      "Nothing was sent: the update replaces a secret, and the previous one can't be read from the cloud.",
      'Store the previous secret and select it, or apply without automatic rollback.',
    );
  }
  if (previous.absent.length > 0) {
    const labels = previous.absent.map((label) => shortText(label, 60)).join(', ');
    return refuse(
      'no-previous-value',
      `Nothing was sent: these fields have no readable value now, so they can't be restored: ${labels}.`,
      'Remove them from the update, or apply without automatic rollback.',
    );
  }
  if (previous.fields.length + secrets.length === 0) {
    return refuse(
      'nothing-to-restore',
      'Nothing was sent: the connection already has these values.',
      '',
    );
  }
  return { kind: 'planned', minutes, body: previous.body, secrets };
}

/** The previous values are checked like any update: what the service rejects can't be restored. */
async function unsendable(
  context: Context,
  { connection, region }: NewEntry,
  plan: RollbackPlan,
): Promise<Problem | undefined> {
  const { projectId, connectionId } = connection;
  const written = await context.server.request('vpnconn/writeUpdate', {
    ...{ projectId, connectionId, notes: [], ...rollbackUpdate(plan) },
    ...(region !== undefined && { region }),
  });
  if ('kind' in written) {
    return serverSilent(context, written);
  }
  const left = written.leftOut.map((label) => shortText(label, 60)).join(', ');
  const complaint =
    left === '' ? written.complaint : `An update can't send these previous values: ${left}.`;
  return complaint === undefined
    ? undefined
    : problem(
        'rollback-unsendable',
        `Nothing was sent: the previous values can't be restored automatically. ${complaint}`,
        'Apply without automatic rollback.',
      );
}

/** When the time is up, nobody can be asked for anything. */
async function unattended(
  context: Context,
  { connection }: NewEntry,
  { secrets }: RollbackPlan,
): Promise<Problem | undefined> {
  const found = await findCredentials(connection.target, context);
  if (found.kind !== 'found') {
    return problem(
      'credentials-not-kept',
      'Nothing was sent: an automatic rollback needs stored credentials.',
      'Use Sign In or set the credentials in the environment, or apply without automatic rollback.',
      { kind: 'sign-in' },
    );
  }
  const filled = await resolveSecrets(rollbackUpdate({ body: {}, secrets }), context);
  if (filled.kind !== 'resolved') {
    return filled.problem;
  }
  filled.values.forEach(context.redactor.register);
  return undefined;
}

function refuse(code: string, message: string, remedy: string): Refused {
  return refused(problem(code, message, remedy));
}
