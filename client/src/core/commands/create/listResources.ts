// The connections or customer gateways of a project, page by page.
import type { Json, JsonObject } from '../../../../../server/src/protocol/messages';
import type { Login } from '../../model/credentials';
import type { Context } from '../../redaction/context';
import type { HttpResponse } from '../../model/httpExchange';
import { requestTimeoutMs } from '../../cloud/limits';
import type { CancelSignal } from '../../ports/cancelSignal';
import { problem, type Problem } from '../../model/problem';
import type { Redactor } from '../../redaction/redactor';
import { isJsonList, isJsonObject, valueAt } from '../../../../../server/src/protocol/json';
import { explainFailure } from '../../cloud/errors/explainFailure';
import { explainResponse } from '../../cloud/errors/explainResponse';
import type { Destination } from '../../targets/findDestination';
import { heldObject } from '../../cloud/remoteObject';
import { sendRequest } from '../../cloud/sendRequest';

/** One resource as the list describes it. */
export interface ListedResource {
  readonly id: string;
  /** For people; empty when the service gives none. */
  readonly name: string;
  /** Empty for what has none. */
  readonly status: string;
  /** Its first networks and addresses in the list, for people. */
  readonly addresses: readonly string[];
}

/** All of them, or why there is no list. */
export type ResourceList =
  | { readonly kind: 'listed'; readonly resources: readonly ListedResource[] }
  | { readonly kind: 'cancelled' }
  | { readonly kind: 'refused'; readonly problem: Problem };

/** Who asks, and where. */
export interface ListQuestion {
  /** What is listed, as in the path. */
  readonly collection: 'vpn-connection' | 'customer-gateways';
  readonly destination: Destination;
  readonly login: Login;
  readonly projectId: string;
}

/** Small enough that a page stays far below what is read of an answer. */
const pageSize = 200;
/** More addresses do not fit a line. */
const mostAddresses = 4;
/** More than a project can have. A service whose pages never end is not followed. */
const mostPages = 100;

/**
 * Reads the list to its end. A page that fails ends it with a problem: half a list would look like a
 * whole one. Source: VPN API reference, "Querying the VPN connection list" and "Querying the customer
 * gateway list".
 */
export async function listResources(
  context: Context,
  question: ListQuestion,
  cancel: CancelSignal,
): Promise<ResourceList> {
  const resources = new Map<string, ListedResource>();
  let marker: string | undefined;
  for (let page = 0; page < mostPages; page += 1) {
    const answer = await readPage(context, question, marker, cancel);
    if (answer.kind !== 'page') {
      return answer;
    }
    const { body } = answer;
    readItems(body, context.redactor).forEach((each) => resources.set(each.id, each));
    const next = valueAt(body, '/page_info/next_marker');
    if (typeof next !== 'string' || next === '' || next === marker) {
      return { kind: 'listed', resources: [...resources.values()] };
    }
    marker = next;
  }
  return { kind: 'refused', problem: endless() };
}

async function readPage(
  context: Context,
  { destination, login, projectId, collection }: ListQuestion,
  marker: string | undefined,
  cancel: CancelSignal,
): Promise<
  | { readonly kind: 'page'; readonly body: JsonObject }
  | Exclude<ResourceList, { readonly kind: 'listed' }>
> {
  const after = marker === undefined ? '' : `&marker=${encodeURIComponent(marker)}`;
  const path = `/v5/${encodeURIComponent(projectId)}/${collection}?limit=${pageSize}${after}`;
  const request = {
    method: 'GET',
    url: `${destination.origin}${path}`,
    headers: { 'Content-Type': 'application/json' },
  } as const;
  const timeoutMs = requestTimeoutMs(context.settings.read());
  const { target } = destination;
  const sending = { credentials: login, projectId, target, timeoutMs, cancel };
  const result = await sendRequest(context, request, sending);
  if (result.kind === 'failure') {
    return result.code === 'cancelled'
      ? { kind: 'cancelled' }
      : {
          kind: 'refused',
          problem: result.obstacle?.problem ?? explainFailure(result, destination.host, timeoutMs),
        };
  }
  const body = heldObject(result);
  return body === undefined || listOf(body) === undefined
    ? { kind: 'refused', problem: refusedWith(result, request) }
    : { kind: 'page', body };
}

/** The only list of an answer, whatever it is called. */
function listOf(body: JsonObject): readonly Json[] | undefined {
  return Object.values(body).find(isJsonList);
}

/**
 * Secrets are masked here, before any text is cut: half of one would no longer be recognized.
 */
function readItems(body: JsonObject, { redact }: Redactor): readonly ListedResource[] {
  return (listOf(body) ?? []).flatMap((item) => {
    if (!isJsonObject(item)) {
      return [];
    }
    const text = (key: string): string => {
      const value = valueAt(item, `/${key}`);
      return typeof value === 'string' ? redact(value) : '';
    };
    const id = text('id');
    // An identifier that would lead elsewhere is none.
    const listed = {
      id,
      name: text('name'),
      status: text('status'),
      addresses: addressesIn(item).slice(0, mostAddresses),
    };
    return /^[A-Za-z0-9-]+$/.test(id) ? [listed] : [];
  });
}

/** Every text of the item that is an IPv4 address or network, whatever its field is called. */
function addressesIn(item: Json): readonly string[] {
  const isAddress = (text: string): boolean => /^\d{1,3}(\.\d{1,3}){3}(\/\d{1,2})?$/.test(text);
  if (typeof item === 'string') {
    return isAddress(item) ? [item] : [];
  }
  const inner = isJsonList(item) ? item : isJsonObject(item) ? Object.values(item) : [];
  return [...new Set(inner.flatMap(addressesIn))];
}

function refusedWith(
  response: HttpResponse,
  request: Parameters<typeof explainResponse>[1],
): Problem {
  const { status, statusText } = response;
  if (status >= 200 && status < 300) {
    return problem(
      'not-the-api',
      `The response (${status}) didn't come from the VPN API.`,
      'Check whether a proxy responds in its place.',
    );
  }
  const { code, advice } = explainResponse(response, request);
  const said = `${`${status} ${statusText}`.trim()}${code === undefined ? '' : `, ${code}`}`;
  return problem(
    `http-${status}`,
    `${advice.meaning} (${said})`,
    advice.remedy,
    ...(advice.actions ?? []),
  );
}

function endless(): Problem {
  return problem(
    'list-endless',
    "The list of connections doesn't end.",
    'Check that the address of the target is a VPN endpoint.',
  );
}
