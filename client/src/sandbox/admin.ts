// The sandbox's own pages under /__sandbox/, for people and for tests in another process.
import type { IncomingMessage, ServerResponse } from 'node:http';
import { readJson } from './checks/checkUpdate';
import type { Reading } from './checks/fields';
import { oneOf, record } from './checks/fields';
import { uuid } from './checks/textFields';
import { readMisbehaviour } from './faults/misbehaviour';
import type { SandboxParts } from './handleRequest';
import type { ApiRequest } from './http/apiRequest';
import { headerValue, toApiRequest } from './http/apiRequest';
import { readBody } from './http/readBody';
import type { Reply } from './http/reply';
import { invalidRequest, jsonReply, resourceNotFound } from './http/reply';
import { sendReply } from './http/sendReply';
import { resetSandbox } from './resetSandbox';
import { statusAt } from './state/cloudState';

/** Paths that begin with this belong to the sandbox and not to the API. */
export const adminPrefix = '/__sandbox/';

/** Answers a request below the prefix. These requests are not logged and never misbehave. */
export async function handleAdmin(
  message: IncomingMessage,
  response: ServerResponse,
  parts: SandboxParts,
): Promise<void> {
  const reading = await readBody(message);
  if (reading.kind === 'aborted') return;
  const body = reading.kind === 'read' ? reading.body : Buffer.alloc(0);
  const request = toApiRequest(message, body);
  const reply = isFromThisMachine(message, request)
    ? answer(request, parts)
    : refuse(403, 'the sandbox is controlled from this machine only, and not by web pages');
  sendReply(response, reply, { requestId: 'admin', now: parts.clock() });
}

function answer(request: ApiRequest, parts: SandboxParts): Reply {
  switch (`${request.method} ${request.path.slice(adminPrefix.length)}`) {
    case 'GET ':
      return jsonReply(200, overview(parts));
    case 'GET log':
      return jsonReply(200, { requests: parts.log.entries });
    case 'POST misbehave':
      return apply(readInstruction(request, readMisbehaviour), (misbehaviour) => {
        parts.misbehaviours.add(misbehaviour);
        return undefined;
      });
    case 'POST settle':
      return apply(readInstruction(request, readSettle), ({ connection = '', status }) =>
        status !== undefined && parts.state.settleAs(connection, status) === 'done'
          ? undefined
          : resourceNotFound('VPN connection, or status not given').message,
      );
    case 'POST expire-tokens':
      parts.identity.tokens.expireAll();
      return done;
    case 'POST reset':
      resetSandbox(parts);
      return done;
    default:
      return refuse(404, `there is no such page under ${adminPrefix}`);
  }
}

const done = jsonReply(200, { done: true });

const settle = record(
  { connection: uuid, status: oneOf('ACTIVE', 'DOWN', 'ERROR', 'FREEZED', 'UNKNOWN') },
  (key) => invalidRequest(`unknown option ${key}`),
);

function readSettle(value: unknown) {
  return settle(value, 'the instruction');
}

function readInstruction<T>(request: ApiRequest, read: (value: unknown) => Reading<T>): Reading<T> {
  const json = readJson(request);
  return json.kind === 'refused' ? json : read(json.value);
}

/** `carryOut` returns what went wrong, if anything. */
function apply<T>(reading: Reading<T>, carryOut: (value: T) => string | undefined): Reply {
  if (reading.kind === 'refused') return refuse(400, reading.refusal.message);
  const problem = carryOut(reading.value);
  return problem === undefined ? done : refuse(404, problem);
}

function overview({ state, misbehaviours, clock }: SandboxParts): object {
  return {
    project_id: state.projectId,
    connections: state.connections.map((connection) => ({
      id: connection.id,
      name: connection.name,
      style: connection.style,
      status: statusAt(connection, clock()),
    })),
    misbehaviours: misbehaviours.waiting,
  };
}

/** Keeps out other machines, and pages in a browser that try to reach a loopback port. */
function isFromThisMachine(message: IncomingMessage, request: ApiRequest): boolean {
  const isLoopback = message.socket.remoteAddress === '127.0.0.1';
  const host = headerValue(request, 'host') ?? '';
  const site = headerValue(request, 'sec-fetch-site') ?? 'none';
  return (
    isLoopback &&
    /^(127\.0\.0\.1|localhost)(:\d+)?$/i.test(host) &&
    headerValue(request, 'origin') === undefined &&
    (site === 'none' || site === 'same-origin')
  );
}

function refuse(status: number, error: string): Reply {
  return jsonReply(status, { error });
}
