// The status of a connection as the service tells it.
// Source: VPN API reference, "Querying a VPN connection" (vpn_api_0028).
import type { Json, JsonObject } from '../../../../server/src/protocol/messages';
import { valueAt } from '../../../../server/src/protocol/json';

/** `other`: a word that is not documented. */
export type StatusKind =
  'pending' | 'active' | 'down' | 'error' | 'frozen' | 'unknown' | 'other' | 'missing';

/** The status and the word for it. */
export interface ConnectionStatus {
  readonly kind: StatusKind;
  /** As the service spells it; empty when it tells none. */
  readonly text: string;
}

const kinds: Readonly<Record<string, StatusKind>> = {
  ACTIVE: 'active',
  DOWN: 'down',
  ERROR: 'error',
  FREEZED: 'frozen',
  FROZEN: 'frozen',
  UNKNOWN: 'unknown',
};

/** Reads the status out of the answer to a GET. */
export function statusOf(held: JsonObject): ConnectionStatus {
  return statusNamed(textOf(held, 'status') ?? '');
}

/** What a word for a status means. */
export function statusNamed(text: string): ConnectionStatus {
  const spelled = text.toUpperCase();
  if (spelled.startsWith('PENDING')) {
    return { kind: 'pending', text };
  }
  return { kind: text === '' ? 'missing' : (kinds[spelled] ?? 'other'), text };
}

/** The connection's name out of the answer to a GET; undefined when it has none. */
export function nameOf(held: JsonObject): string | undefined {
  return textOf(held, 'name');
}

/** When the connection was changed last; undefined when the answer doesn't tell. */
export function updatedAtOf(remote: JsonObject): string | undefined {
  return textOf(remote, 'updated_at');
}

/** The answer has one member with fields of its own, the connection. */
function textOf(held: JsonObject, key: string): string | undefined {
  const values = Object.keys(held).map((member): Json | undefined =>
    valueAt(held, `/${member}/${key}`),
  );
  return values
    .filter((value) => typeof value === 'string')
    .find((value) => value.trim() !== '')
    ?.trim();
}
