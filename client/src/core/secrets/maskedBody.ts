// The body as it may be shown: everything that is sent, with a mask in place of each secret.
import type { Json, JsonObject, PreparedUpdate } from '../../../../server/src/protocol/messages';
import { valueAt, withValueAt } from '../../../../server/src/protocol/json';

/** The parts of an update that tell where its secrets are. */
export type UpdateSecrets = Pick<PreparedUpdate, 'body' | 'secrets' | 'fields'>;

/** Pointers of everything secret: references and values that stand in the file in clear text. */
export function secretPointers({ secrets, fields }: UpdateSecrets): readonly string[] {
  const literal = fields.filter((field) => field.sensitive).map((field) => field.pointer);
  return [...new Set([...secrets.map((reference) => reference.pointer), ...literal])];
}

/** Secret values that stand in the body already, because the file holds them in clear text. */
export function literalSecrets(update: UpdateSecrets): readonly string[] {
  return secretPointers(update)
    .map((pointer) => valueAt(update.body, pointer))
    .filter((value): value is string => typeof value === 'string');
}

/** The body with `replacement(pointer)` at the place of each secret. */
export function maskedBody(
  update: UpdateSecrets,
  replacement: (pointer: string) => Json,
): JsonObject {
  return secretPointers(update).reduce(
    (body, pointer) => withValueAt(body, pointer, replacement(pointer)),
    update.body,
  );
}
