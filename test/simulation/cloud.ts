// The service: connections, who may read and change them, and IAM. It keeps what it did, because the
// rules of the simulation ask about the past.
import type { JsonObject } from '../../server/src/protocol/messages';
import type { HttpRequest } from '../../client/src/core/model/httpExchange';
import type { Random } from './random';
import type { Field, Setup, Site } from './script';
import {
  codesIn,
  connectionIds,
  connectionWith,
  initialCode,
  isAdminCode,
  secretMark,
  siteIn,
  type Codes,
} from './values';

/** An answer without the parts that depend on the way back. */
export interface CloudAnswer {
  readonly status: number;
  readonly body: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** A value that a field got. */
export interface Change {
  readonly field: Field;
  readonly code: number;
  readonly before: number;
  readonly at: number;
}

interface Connection {
  codes: Map<Field, number>;
  readonly changes: Change[];
  updatedAt: number;
  /** From when to when it works on an update, and how it ends. */
  pendingFrom: number;
  pendingUntil: number;
  endsAs: string;
  status: string;
}

/** Which credentials a request carries. */
interface Caller {
  /** For counting rejected logins; undefined for tokens that IAM issued. */
  readonly login: string | undefined;
  readonly isAccepted: boolean;
}

const gatewayId = 'd1f2c3b4-0000-4aaa-9bbb-123456789abc';

/** The cloud of one history. Times are virtual; its own clock is always right. */
export class Cloud {
  readonly connections: Readonly<Record<Site, Connection>>;
  /** Access keys and passwords that are accepted; the user gets another one with each sign-in. */
  readonly #valid = new Set<string>();
  readonly #tokens = new Map<string, number>();
  /** Tokens that the user entered: like passwords, they must not be tried again and again. */
  readonly #entered = new Set<string>();
  readonly #setup: Setup;
  readonly #random: Random;
  readonly #now: () => number;
  readonly #epoch: number;
  #issued = 0;
  #tokenMs: number;
  /** Called with the name of each login that is rejected. */
  onRejected: (login: string, request: HttpRequest) => void = () => undefined;

  /** @param epoch milliseconds since 1970 at virtual time 0 */
  constructor(setup: Setup, random: Random, now: () => number, epoch: number) {
    this.#setup = setup;
    this.#tokenMs = setup.tokenMs;
    this.#random = random;
    this.#now = now;
    this.#epoch = epoch;
    this.connections = { a: newConnection(), b: newConnection() };
  }

  /** From now on these credentials are accepted. */
  accept(login: string): void {
    this.#valid.add(login);
  }

  /** No credentials and no tokens are accepted any longer. */
  revoke(): void {
    this.#valid.clear();
    this.#tokens.clear();
  }

  /** New tokens live as long as the real ones: others can end on the way of a request. */
  issueLastingTokens(): void {
    this.#tokenMs = 86_400_000;
  }

  /** All tokens end now. */
  expireTokens(): void {
    this.#tokens.clear();
  }

  /** Another administrator changes fields, at once and without a pending state. */
  changeByAdmin(site: Site, fields: readonly Field[], code: number): void {
    this.#set(site, new Map(fields.map((field) => [field, code])));
  }

  /** What the service does with a VPN request that has arrived. */
  answerVpn(request: HttpRequest): CloudAnswer {
    const caller = this.#callerOf(request);
    if (!caller.isAccepted) {
      if (caller.login !== undefined) this.onRejected(caller.login, request);
      return error(401, 'APIGW.0301', 'Incorrect IAM authentication information');
    }
    const site = siteIn(request.url);
    if (site === undefined) return this.#gateway(request);
    if (request.url.endsWith('/log')) return { status: 200, body: '{"logs":[]}' };
    return request.method === 'PUT' ? this.#update(site, request) : this.#show(site);
  }

  /** What IAM does with a request for a token. */
  answerIam(request: HttpRequest): CloudAnswer {
    const user = /"name":"([^"]+)","password":"([^"]*)"/.exec(request.body ?? '');
    const login = `${user?.[1] ?? ''}/${user?.[2] ?? ''}`;
    if (!this.#valid.has(login)) {
      this.onRejected(login, request);
      return iamError(401, 'The username or password is wrong.');
    }
    this.#issued += 1;
    const token = `${secretMark}-token-${this.#issued}`;
    const now = this.#now();
    this.#tokens.set(token, now + this.#tokenMs);
    const body = {
      token: {
        issued_at: new Date(this.#epoch + now).toISOString(),
        expires_at: new Date(this.#epoch + now + this.#tokenMs).toISOString(),
      },
    };
    return { status: 201, body: JSON.stringify(body), headers: { 'x-subject-token': token } };
  }

  /** A token that the user entered. */
  acceptToken(token: string): void {
    this.#entered.add(token);
    this.#tokens.set(token, Number.POSITIVE_INFINITY);
  }

  /** The state of a connection now. */
  statusOf(site: Site): string {
    const connection = this.connections[site];
    const now = this.#now();
    if (now >= connection.pendingFrom && now < connection.pendingUntil) return 'PENDING_UPDATE';
    return now >= connection.pendingUntil ? connection.endsAs : connection.status;
  }

  /** The code of a field before a moment. */
  codeBefore(site: Site, field: Field, at: number): number {
    const { changes, codes } = this.connections[site];
    const next = changes.find((change) => change.field === field && change.at >= at);
    return next === undefined ? (codes.get(field) ?? 0) : next.before;
  }

  /** Whether a field has had a value with this code. */
  hasHad(site: Site, field: Field, code: number): boolean {
    const { changes } = this.connections[site];
    return (
      code === initialCode ||
      changes.some((change) => change.field === field && change.code === code)
    );
  }

  #show(site: Site): CloudAnswer {
    return {
      status: 200,
      body: JSON.stringify({ vpn_connection: this.#view(site), request_id: 'r' }),
    };
  }

  #view(site: Site): JsonObject {
    const { codes, updatedAt } = this.connections[site];
    const readable = new Map(codes);
    readable.delete('psk');
    return {
      id: connectionIds[site],
      ...connectionWith(site, readable),
      status: this.statusOf(site),
      ...(this.#setup.hasGateway && { vgw_id: gatewayId }),
      updated_at: new Date(this.#epoch + updatedAt).toISOString(),
    };
  }

  #gateway({ url, method }: HttpRequest): CloudAnswer {
    if (method !== 'GET' || !url.endsWith(gatewayId)) return error(404, 'VPN.0002', 'Not found');
    const gateway = { id: gatewayId, flavor: 'Professional1', attachment_type: 'vpc' };
    return { status: 200, body: JSON.stringify({ vpn_gateway: gateway }) };
  }

  #update(site: Site, request: HttpRequest): CloudAnswer {
    if (this.statusOf(site) === 'PENDING_UPDATE') {
      return error(409, 'VPN.0017', 'The connection is in a pending state.');
    }
    this.apply(site, request);
    return this.#show(site);
  }

  /** Takes over what a PUT carries. */
  apply(site: Site, request: HttpRequest): void {
    const body = JSON.parse(request.body ?? '{}') as { vpn_connection?: JsonObject };
    const codes = codesIn(body.vpn_connection ?? {});
    this.#set(site, codes);
    const connection = this.connections[site];
    const isRestored = [...codes.values()].every(
      (code) => code === initialCode || isAdminCode(code),
    );
    connection.status = connection.endsAs;
    connection.pendingFrom = this.#now() + this.#random.int(0, 1500);
    connection.pendingUntil = connection.pendingFrom + this.#setup.settleMs;
    connection.endsAs = isRestored ? 'ACTIVE' : this.#setup.endsAs;
  }

  #set(site: Site, codes: Codes): void {
    const connection = this.connections[site];
    const at = this.#now();
    for (const [field, code] of codes) {
      connection.changes.push({ field, code, before: connection.codes.get(field) ?? 0, at });
      connection.codes.set(field, code);
    }
    connection.updatedAt = at;
  }

  #callerOf({ headers }: HttpRequest): Caller {
    const token = headers['X-Auth-Token'];
    if (token !== undefined) {
      const login = this.#entered.has(token) ? token : undefined;
      return { login, isAccepted: (this.#tokens.get(token) ?? 0) > this.#now() };
    }
    const key = /Access=([^,]+),/.exec(headers['Authorization'] ?? '')?.[1] ?? '?';
    const isInTime =
      Math.abs(timeOf(headers['X-Sdk-Date']) - this.#epoch - this.#now()) < 15 * 60_000;
    return { login: key, isAccepted: this.#valid.has(key) && isInTime };
  }
}

function newConnection(): Connection {
  const fields: readonly Field[] = ['name', 'peer_subnets', 'lifetime', 'psk'];
  return {
    codes: new Map(fields.map((field) => [field, initialCode])),
    changes: [],
    updatedAt: -86_400_000,
    pendingFrom: 0,
    pendingUntil: 0,
    endsAs: 'ACTIVE',
    status: 'ACTIVE',
  };
}

/** An error as the API gateway and the VPN service write it. */
export function error(status: number, code: string, message: string): CloudAnswer {
  return {
    status,
    body: JSON.stringify({ error_code: code, error_msg: message, request_id: 'r' }),
  };
}

/** An error as IAM writes it. */
export function iamError(status: number, message: string): CloudAnswer {
  return {
    status,
    body: JSON.stringify({ error: { code: status, message, title: 'Unauthorized' } }),
  };
}

/** Milliseconds since 1970 of `20261123T143105Z`. */
function timeOf(date = ''): number {
  const text = date.replace(/^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/, '$1-$2-$3T$4:$5:$6Z');
  return Date.parse(text);
}
