// The form in which bodies and query strings may be kept: known fields with their values, the rest
// masked. Names count too, because a secret may have been typed where a name belongs.
import { updateKeys } from './checks/connectionUpdate';
import type { ApiRequest } from './http/apiRequest';
import { readQuery } from './http/apiRequest';

const mask = '***';

const maskedFields = new Set(['psk', 'auth']);

const shownFields = new Set(
  ['vpn_connection', ...updateKeys].filter((key) => !maskedFields.has(key)),
);

const shownParameters = new Set(['limit', 'marker', 'vgw_id', 'vgw_ip', 'nocatalog']);

/** Undefined for an empty body; a sentence for one that is not JSON. */
export function redactBody(body: Buffer): unknown {
  if (body.length === 0) return undefined;
  try {
    return redactValue(JSON.parse(body.toString('utf8')));
  } catch {
    return `(${body.length} bytes that are not JSON)`;
  }
}

/** Path and query as they may be kept. */
export function redactTarget(request: ApiRequest): string {
  if (request.query === '') return request.path;
  const parts = readQuery(request.query).map(([name, value]) =>
    shownParameters.has(name) ? `${name}=${value}` : mask,
  );
  return `${request.path}?${parts.join('&')}`;
}

function redactValue(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(redactValue);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, field]) => {
      if (shownFields.has(key)) return [key, redactValue(field)];
      return [maskedFields.has(key) ? key : mask, mask];
    }),
  );
}
