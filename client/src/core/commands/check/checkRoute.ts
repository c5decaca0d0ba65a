// The way to the host, before anything secret is sent: proxy, response, certificates, clock.
import { describeSkew } from '../../cloud/clockSkew';
import type { Context } from '../../redaction/context';
import type { HttpFailureCode, HttpResult } from '../../model/httpExchange';
import { maxBodyBytes } from '../../cloud/limits';
import type { CancelSignal } from '../../ports/cancelSignal';
import { explainFailure } from '../../cloud/errors/explainFailure';
import { statusAdvice } from '../../cloud/errors/errorTables';
import type { Certificate } from '../../ports/route';
import type { Destination } from '../../targets/findDestination';
import { failed, passed, skipped, warned, type CheckStep } from './checkStep';

/** How long each question may take, in milliseconds, and how to stop. */
export interface CheckLimits {
  readonly timeoutMs: number;
  readonly cancel: CancelSignal;
}

/** The gateway rejects a signature whose time is further away than this. */
const mostSkewMs = 15 * 60 * 1000;
const noticedSkewMs = 5 * 60 * 1000;

/** Which way requests take. What a proxy script of the system decides isn't known. */
export function checkProxy({ route }: Context, { origin }: Destination): CheckStep {
  const proxy = route.proxyFor(origin);
  switch (proxy.kind) {
    case 'proxy':
      return passed('proxy', `Requests go through the proxy ${proxy.address} (${proxy.source}).`);
    case 'direct':
      return passed('proxy', `Requests go directly: ${proxy.why}.`);
    case 'system':
      return passed('proxy', 'No proxy configured; the system proxy is used if set.');
  }
}

/** Asks the host for nothing in particular, without credentials, on the way that updates take. */
export async function askHost(
  context: Context,
  { origin }: Destination,
  { timeoutMs, cancel }: CheckLimits,
): Promise<HttpResult> {
  const request = { method: 'GET', url: `${origin}/`, headers: {} } as const;
  context.log.info(`${request.method} ${request.url} (check, without credentials)`);
  return context.transport.send(request, { timeoutMs, maxBodyBytes, cancel });
}

/** Whether the host answered; any status will do, because nothing was asked for. */
export function checkReach(
  result: HttpResult,
  { host }: Destination,
  { timeoutMs }: CheckLimits,
): CheckStep {
  if (result.kind === 'failure') {
    return failed('reach', explainFailure(result, host, timeoutMs));
  }
  const ms = Math.round(result.elapsedMs);
  const { meaning, remedy, actions = [] } = statusAdvice(result.status);
  if (result.status === 407) {
    return failed('reach', { message: meaning, remedy, actions });
  }
  return result.status >= 300 && result.status < 400
    ? warned('reach', `${host} answered within ${ms} ms with a redirect. ${meaning}`, remedy)
    : passed('reach', `${host} answered within ${ms} ms.`);
}

const certificateCodes: ReadonlySet<HttpFailureCode> = new Set([
  'certificate-untrusted',
  'certificate-expired',
  'certificate-wrong-host',
  'tls-failed',
]);

/** The certificates that the host shows, also when they are the reason why it was not reached. */
export async function checkCertificate(
  context: Context,
  { origin, host }: Destination,
  reached: HttpResult,
  limits: CheckLimits,
): Promise<CheckStep> {
  if (origin.startsWith('http:')) {
    return passed('certificate', 'Not applicable (local, no TLS).');
  }
  if (context.route.proxyFor(origin).kind === 'proxy') {
    return reached.kind === 'response'
      ? passed('certificate', "Accepted. The chain can't be shown through a proxy.")
      : skipped('certificate', "The chain can't be shown through a proxy.");
  }
  if (reached.kind === 'failure' && !certificateCodes.has(reached.code)) {
    return skipped('certificate', "The host couldn't be reached.");
  }
  const { certificates, failure } = await context.route.inspectTls(origin, limits);
  const lines = certificates.map(describe);
  const code = reached.kind === 'failure' ? reached.code : failure;
  if (code !== undefined && certificateCodes.has(code)) {
    const shape = { kind: 'failure', delivered: 'no', detail: '', elapsedMs: 0 } as const;
    return failed('certificate', explainFailure({ ...shape, code }, host, limits.timeoutMs), lines);
  }
  return lines.length === 0
    ? passed('certificate', "Accepted. The chain couldn't be read.")
    : passed('certificate', 'Trusted:', lines);
}

/** Whether a signature made now would be too old or too new. */
export function checkClock(skewMs: number | undefined): CheckStep {
  if (skewMs === undefined) {
    return skipped('clock', 'The host sent no time.');
  }
  const distance = Math.abs(skewMs);
  const off = `The system clock is ${describeSkew(skewMs)}`;
  const remedy = 'Set the system clock, preferably with a time service.';
  if (isTooFar(skewMs)) {
    const message = `${off}; signed requests are rejected from 15 minutes on.`;
    return failed('clock', { message, remedy, actions: [] });
  }
  if (distance >= noticedSkewMs) {
    return warned('clock', `${off}; signed requests are rejected from 15 minutes on.`, remedy);
  }
  // The date of an answer has whole seconds, and the answer travels.
  return passed('clock', distance < 3000 ? 'The system clock is correct.' : `${off}.`);
}

/** Whether the gateway would reject every signature. */
export function isTooFar(skewMs: number | undefined): boolean {
  return skewMs !== undefined && Math.abs(skewMs) >= mostSkewMs;
}

function describe({ subject, issuer, validFrom, validTo }: Certificate): string {
  return `${subject}, issued by ${issuer}, valid from ${validFrom} to ${validTo}`;
}
