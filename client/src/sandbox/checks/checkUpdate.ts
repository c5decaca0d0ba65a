// From the bytes of a body to a checked update: content type, JSON, fields, conditions, in this order.
import type { ApiRequest } from '../http/apiRequest';
import { headerValue } from '../http/apiRequest';
import { invalidRequest } from '../http/reply';
import type { ConnectionUpdate } from './connectionUpdate';
import { readConnectionUpdate } from './connectionUpdate';
import {
  customerGatewayExists,
  peerSubnetsNotEmptied,
  rulesAreUnique,
  rulesNeedPolicyStyle,
  somethingToUpdate,
  tunnelPair,
} from './connectionChecks';
import type { Reading } from './fields';
import { isObject } from './fields';
import { algorithmsFitFlavor, gcmNeedsV2, gmLimits, idsFitTypes } from './negotiationChecks';
import { refuseUnsupportedKey } from './unsupportedKeys';
import type { UpdateCheck, UpdateContext } from './updateContext';

const checks: readonly UpdateCheck[] = [
  somethingToUpdate,
  customerGatewayExists,
  peerSubnetsNotEmptied,
  tunnelPair,
  rulesNeedPolicyStyle,
  rulesAreUnique,
  gmLimits,
  algorithmsFitFlavor,
  gcmNeedsV2,
  idsFitTypes,
];

/** Parses a JSON body; the text of a syntax error is not repeated because it may hold a key. */
export function readJson(request: ApiRequest): Reading<unknown> {
  const type = headerValue(request, 'content-type') ?? '';
  if (!/^application\/json\s*(;|$)/i.test(type)) {
    return refuse('content-type must be application/json');
  }
  try {
    const value: unknown = JSON.parse(
      new TextDecoder('utf-8', { fatal: true }).decode(request.body),
    );
    return { kind: 'read', value };
  } catch {
    return refuse('the body is not valid JSON in UTF-8');
  }
}

/** The fields of `{"vpn_connection": …}`, each well-formed by itself. */
export function readUpdateBody(body: unknown): Reading<ConnectionUpdate> {
  if (!isObject(body)) return refuse('the body must be an object');
  const foreign = Object.keys(body).find((key) => key !== 'vpn_connection');
  if (foreign !== undefined) {
    return { kind: 'refused', refusal: refuseUnsupportedKey(foreign, 'the body') };
  }
  if (!Object.hasOwn(body, 'vpn_connection')) return refuse('vpn_connection is mandatory');
  return readConnectionUpdate(body['vpn_connection'], 'vpn_connection');
}

/** The conditions that need more than one field, or the stored connection and its gateway. */
export function checkUpdate(context: UpdateContext): ReturnType<UpdateCheck> {
  for (const check of checks) {
    const refusal = check(context);
    if (refusal !== undefined) return refusal;
  }
  return undefined;
}

function refuse(detail: string): Reading<never> {
  return { kind: 'refused', refusal: invalidRequest(detail) };
}
