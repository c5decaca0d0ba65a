// Answers that are complete as HTTP and wrong otherwise.
import { STATUS_CODES } from 'node:http';
import type { Reply } from '../http/reply';
import { errorReply } from '../http/reply';
import type { Misbehaviour } from './misbehaviour';

type StatusFault = Extract<Misbehaviour, { kind: 'status' }>;
type RedirectFault = Extract<Misbehaviour, { kind: 'redirect' }>;

/** The codes that the service or its gateway gives with each status; others get VPN.0002. */
const usualCodes: Readonly<Record<number, string>> = {
  400: 'VPN.0001',
  401: 'APIGW.0301',
  403: 'APIGW.0302',
  404: 'VPN.0004',
  405: 'APIGW.0502',
  409: 'VPN.0016',
  413: 'APIGW.0201',
  425: 'VPN.0009',
  429: 'VPN.0429',
  500: 'VPN.0002',
  502: 'APIGW.0201',
  503: 'APIGW.0613',
  504: 'VPN.0014',
};

/**
 * The answer that is sent as a whole in place of the right one; undefined for misbehaviours that
 * concern the way an answer travels. `target` is the request's own path and query.
 */
export function bentReply(
  misbehaviour: Misbehaviour,
  reply: Reply,
  requestId: string,
  target: string,
): Reply | undefined {
  switch (misbehaviour.kind) {
    case 'clock-skew':
      return reply;
    case 'status':
      return statusReply(misbehaviour, requestId);
    case 'throttle':
      return throttleReply(misbehaviour.retryAfter ?? '60', requestId);
    case 'html':
      return htmlReply(misbehaviour.status ?? 200);
    case 'redirect':
      return redirectReply(misbehaviour, target);
    case 'truncated-json':
      return { ...reply, body: reply.body.slice(0, Math.floor(reply.body.length / 2)) };
    case 'empty-body':
      return { ...reply, body: '' };
    default:
      return undefined;
  }
}

/** The bytes of the answer with some in the last string that are not UTF-8. */
export function withInvalidUtf8(body: string): Buffer {
  const quote = body.lastIndexOf('"');
  const bad = Buffer.from([0xc3, 0x28, 0xff]);
  return Buffer.concat([Buffer.from(body.slice(0, quote)), bad, Buffer.from(body.slice(quote))]);
}

/** An error of the wanted status and shape. */
function statusReply(fault: StatusFault, requestId: string): Reply {
  const { status = 500, shape = 'gateway', code = usualCodes[status] ?? 'VPN.0002' } = fault;
  if (shape === 'html') return htmlReply(status);
  const message = fault.message ?? `${STATUS_CODES[status] ?? 'Error'} (sandbox misbehaviour)`;
  const reply = errorReply({ status, code, message }, requestId, shape);
  if (status !== 407) return reply;
  return { ...reply, headers: { ...reply.headers, 'proxy-authenticate': 'Basic realm="sandbox"' } };
}

/** Throttled by the API gateway. */
function throttleReply(retryAfter: string, requestId: string): Reply {
  const message =
    'The throttling threshold has been reached: policy user over ratelimit,limit:200,time:5 minute';
  const reply = errorReply({ status: 429, code: 'APIGW.0308', message }, requestId, 'gateway');
  return { ...reply, headers: { ...reply.headers, 'retry-after': retryAfter } };
}

/** A page such as proxies and portals send. */
function htmlReply(status: number): Reply {
  const title = `${status} ${STATUS_CODES[status] ?? ''}`.trim();
  return {
    status,
    headers: { 'content-type': 'text/html; charset=utf-8' },
    body: `<!DOCTYPE html>\n<html><head><title>${title}</title></head><body><h1>${title}</h1></body></html>\n`,
  };
}

/** To the same path elsewhere. The top-level domain `invalid` is reserved: it never resolves. */
function redirectReply(fault: RedirectFault, target: string): Reply {
  const { status = 302, location = `http://another-host.invalid${target}` } = fault;
  return { status, headers: { location }, body: '' };
}
