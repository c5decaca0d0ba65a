// Sends an answer in the way a misbehaviour asks for.
import { replyHeaders, sendReply } from '../http/sendReply';
import { bentReply, withInvalidUtf8 } from './bentReplies';
import { cutAtOnce, cutInBody, cutInHeaders } from './cutConnection';
import type { Exchange } from './exchange';
import { pause } from './exchange';
import type { Misbehaviour } from './misbehaviour';
import { sendGzipBomb, sendHugeBody } from './oversizedBody';

const defaultPauseMs = 3000;

/** Whether the request is carried out at all. */
export function appliesChange(misbehaviour: Misbehaviour): boolean {
  switch (misbehaviour.kind) {
    case 'status':
      return misbehaviour.change === 'applied';
    case 'throttle':
    case 'redirect':
    case 'cut-before-applying':
      return false;
    default:
      return true;
  }
}

/** The wait before the request is looked at, in milliseconds. */
export function pauseBeforeApplying(misbehaviour: Misbehaviour): number {
  if (misbehaviour.kind !== 'delay' || misbehaviour.when !== 'before-applying') return 0;
  return misbehaviour.ms ?? defaultPauseMs;
}

/** Sends the answer. `target` is the request's own path and query. */
export async function deliver(
  misbehaviour: Misbehaviour,
  exchange: Exchange,
  target: string,
): Promise<void> {
  const { response, reply, envelope } = exchange;
  const bent = bentReply(misbehaviour, reply, envelope.requestId, target);
  if (bent !== undefined) {
    sendReply(response, bent, envelope);
    return;
  }
  switch (misbehaviour.kind) {
    case 'delay':
      return sendLate(misbehaviour, exchange);
    case 'slow-body':
      return sendSlowly(exchange, misbehaviour.ms ?? defaultPauseMs);
    case 'huge-body':
      return sendHugeBody(exchange, misbehaviour.bytes ?? 50 * 1024 ** 2);
    case 'gzip-bomb':
      return sendGzipBomb(exchange, misbehaviour.bytes ?? 1024 ** 3);
    default:
      deliverBroken(misbehaviour, exchange);
  }
}

function deliverBroken({ kind }: Misbehaviour, exchange: Exchange): void {
  switch (kind) {
    case 'no-content':
      sendNoContent(exchange);
      return;
    case 'invalid-utf8':
      sendInvalidUtf8(exchange);
      return;
    case 'cut-in-headers':
      cutInHeaders(exchange);
      return;
    case 'cut-in-body':
      cutInBody(exchange);
      return;
    default:
      cutAtOnce(exchange);
  }
}

function sendNoContent({ response, reply, envelope }: Exchange): void {
  response.writeHead(204, replyHeaders({ ...reply, headers: {} }, envelope)).end();
}

function sendInvalidUtf8({ response, reply, envelope }: Exchange): void {
  response.writeHead(reply.status, replyHeaders(reply, envelope));
  response.end(withInvalidUtf8(reply.body));
}

async function sendLate(
  fault: Extract<Misbehaviour, { kind: 'delay' }>,
  { response, reply, envelope }: Exchange,
): Promise<void> {
  const wait = fault.when === 'before-applying' ? 0 : (fault.ms ?? defaultPauseMs);
  if ((await pause(wait, response)) === 'over') sendReply(response, reply, envelope);
}

async function sendSlowly({ response, reply, envelope }: Exchange, ms: number): Promise<void> {
  const body = Buffer.from(reply.body, 'utf8');
  const pieces = 10;
  const size = Math.ceil(body.length / pieces);
  response.writeHead(reply.status, {
    ...replyHeaders(reply, envelope),
    'content-length': String(body.length),
  });
  response.flushHeaders();
  for (let start = 0; start < body.length; start += size) {
    if ((await pause(ms / pieces, response)) === 'client-left') return;
    response.write(body.subarray(start, start + size));
  }
  response.end();
}
