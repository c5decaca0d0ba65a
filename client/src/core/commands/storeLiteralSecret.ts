// *Move Pre-Shared Key to Secret Storage…*: the key leaves the file, a reference takes its place. The
// key is stored and read back before the text changes, so that it is never in no place at all.
import type { LiteralSecretResult } from '../../../../server/src/protocol/messages';
import { storageUnavailable } from '../credentials/findCredentials';
import type { Context } from '../redaction/context';
import type { DocumentPlace } from '../model/documentPlace';
import { chooseName, nameOfFile } from '../secrets/chooseName';
import { problem, type Problem } from '../model/problem';
import { refused } from '../model/refused';
import { done, type Result } from '../ports/result';
import { secretKey } from '../secrets/resolveSecrets';
import { serverSilent } from '../plan/prepareUpdate';

/** A key that can be moved: its position and its value. */
interface LiteralSecret {
  readonly place: Extract<LiteralSecretResult, { readonly kind: 'found' }>;
  readonly value: string;
}

/** Moves the literal key of the document at `place`. The key is never shown. */
export async function storeLiteralSecret(
  context: Context,
  { uri, position }: DocumentPlace,
): Promise<Result> {
  const located = await context.server.request('vpnconn/locateLiteralSecret', {
    textDocument: { uri },
    position,
  });
  if (located.kind === 'unavailable') {
    return refused(serverSilent(context, located));
  }
  if (located.kind === 'none') {
    return refused(problem('no-literal-secret', located.message, 'Nothing was changed.'));
  }
  const { version, range, suggestedName } = located;
  const written = context.documents.textIn({ uri, version, range });
  if (written === undefined) {
    return refused(changedMeanwhile());
  }
  const { readScalar } = await import('../secrets/readScalar');
  const value = readScalar(written);
  if (value === undefined) {
    return refused(unreadable());
  }
  context.redactor.register(value);
  const name = await chooseName(context, value, suggestedName ?? nameOfFile(uri));
  if (name === undefined) {
    return { kind: 'left' };
  }
  return move(context, uri, { place: located, value }, name);
}

async function move(
  context: Context,
  uri: string,
  { place: { version, range }, value }: LiteralSecret,
  name: string,
): Promise<Result> {
  if (context.documents.currentVersion(uri) !== version) {
    return refused(changedMeanwhile());
  }
  if (!(await isStored(context, secretKey(name), value))) {
    return refused(storageUnavailable());
  }
  const isReplaced = await context.documents.replace({ uri, version, range }, `!secret ${name}`);
  if (!isReplaced) {
    return refused(textUnchanged(name));
  }
  return done(
    `Key moved to the secret storage as "${name}". If this file was ever shared or committed, change the key. It's also still in the editor's undo and local history.`,
  );
}

/** Stores the value and reads it back: some storages take a value and lose it. */
async function isStored({ secrets, log }: Context, key: string, value: string): Promise<boolean> {
  const written = await secrets.store(key, value);
  const held = written.kind === 'done' ? await secrets.get(key) : written;
  if (held.kind === 'unavailable') {
    log.error(`The secret storage can't be used: ${held.detail}`);
  }
  return held.kind === 'found' && held.value === value;
}

function unreadable(): Problem {
  return problem(
    'unreadable-literal-secret',
    "The key can't be read in this form.",
    'Enclose it in quotes and try again. Nothing was changed.',
  );
}

function changedMeanwhile(): Problem {
  return problem(
    'changed-meanwhile',
    'The document was changed or closed, so nothing was stored or changed.',
    'Try again.',
  );
}

function textUnchanged(name: string): Problem {
  return problem(
    'text-unchanged',
    `The key is stored as "${name}", but the document couldn't be edited and still contains it.`,
    `Replace it with !secret ${name}.`,
  );
}
